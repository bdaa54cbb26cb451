import { Blocked } from '@proofline/domain/blocking.ts';

/** Of one answer; images of a website come within a second or two. */
const ANSWER_TIMEOUT_MS = 15_000;

/** Looks at a published file the way a visitor does. */
export type PublicUrlCheck = {
  /** Throws unless the address answers with exactly so many bytes; `Blocked` when nothing answers at all, or answers that it cannot just now. */
  assertServed(url: string, bytes: number, signal: AbortSignal): Promise<void>;
};

export function createPublicUrlCheck(): PublicUrlCheck {
  return {
    async assertServed(url, bytes, signal) {
      const response = await ask(url, signal);
      const served = response.ok ? await lengthOf(url, response, bytes, signal) : null;
      await response.body?.cancel().catch(() => {});
      if (served === bytes) return;
      if (response.status >= 500 || response.status === 429)
        throw new Blocked('target-unreachable', `the website answers ${url} with ${response.status}`);
      const what = served === null ? `answers with ${response.status}` : `answers with ${served} bytes`;
      throw new Error(
        `the file is on the site, but its public address ${url} ${what} where ${bytes} bytes were published; look at PROOFLINE_PUBLIC_URL_BASE, and for a cache in front of the site`,
      );
    },
  };
}

/** No cache on the way may answer for the site, and nothing may change the length that is compared. */
async function ask(url: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, {
      headers: { 'cache-control': 'no-cache', 'accept-encoding': 'identity' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]),
    });
  } catch (error) {
    throw unanswered(url, error, signal);
  }
}

/** The length that it announces may be wrong, and some announce none. Stops reading a body that is longer than what is looked for. */
async function lengthOf(url: string, response: Response, mostBytes: number, signal: AbortSignal): Promise<number> {
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      length += (chunk as Uint8Array).length;
      if (length > mostBytes) break;
    }
  } catch (error) {
    throw unanswered(url, error, signal);
  }
  return length;
}

function unanswered(url: string, error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  const { message, cause } = error as Error;
  const reason = cause instanceof Error && cause.message !== '' ? cause.message : message;
  return new Blocked('target-unreachable', `the website does not answer at ${url} (${reason})`, { cause: error });
}
