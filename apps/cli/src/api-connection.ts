import { createClient, DetailedError, type ApiClient } from '@proofline/api/client.ts';
import type { Problem } from '@proofline/api/error-reply.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import { readApiAnnouncement, type ApiAnnouncement } from '@proofline/runtime/api-announcement.ts';
import { dataFolderAt } from '@proofline/runtime/data-folder.ts';
import { isProcessRunning } from '@proofline/runtime/running-process.ts';
import { Refused } from './exit-code.ts';
import { proofline } from './command-name.ts';

/** No answer of ours takes near as long. */
const ANSWER_TIMEOUT_MS = 30_000;

/** Reaches the running system of a data folder; whatever stands against that is `Refused` in plain words. */
export function connectTo(dataFolder: string): ApiClient {
  const announcement = readApiAnnouncement(dataFolderAt(dataFolder));
  if (announcement === null) throw notRunning(dataFolder);
  const request: typeof fetch = async (input, init) => {
    const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
    const response = await fetch(input, { ...init, signal }).catch((error: unknown) => {
      throw unreachable(dataFolder, announcement, error);
    });
    if (response.status === 401)
      throw new Refused(
        `what answers at ${announcement.url} does not know the access token of the data folder ${dataFolder}; another Proofline may have taken the port; restart the one of this folder`,
      );
    if (!isReply(response))
      throw new Refused(
        `what answers at ${announcement.url} is not Proofline; another program took the port; stop it or restart Proofline`,
      );
    return response;
  };
  return createClient(announcement.url, announcement.token, { fetch: request });
}

/** Every reply of the API that says anything says it in JSON. */
function isReply({ headers, body }: Response): boolean {
  return body === null || /^application\/(problem\+)?json\b/.test(headers.get('Content-Type') ?? '');
}

/** The problems of a refused request, as the API gave them; null when `error` is something else. */
export function problemsOf(error: unknown): readonly string[] | null {
  if (error instanceof DomainError) return error.problems;
  if (!(error instanceof DetailedError)) return null;
  const problem = (error.detail as { data?: Partial<Problem> } | undefined)?.data;
  if (problem?.problems === undefined) return [`the API answered ${error.message}`];
  return problem.code === 'internal'
    ? problem.problems.map((text) => `${text} ${problem.requestId ?? ''}`.trim())
    : problem.problems;
}

function notRunning(dataFolder: string, why = '', cause?: unknown): Refused {
  return new Refused(
    `Proofline is not running for data folder ${dataFolder}${why}. Start it with: ${proofline} start`,
    {
      cause,
    },
  );
}

function unreachable(dataFolder: string, { url, pid }: ApiAnnouncement, error: unknown): Refused {
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return new Refused(
      `Proofline at ${url} (process ${pid}) did not answer within ${ANSWER_TIMEOUT_MS / 1000} s; nothing is known to have changed; try again`,
      { cause: error },
    );
  if (!isProcessRunning(pid)) return notRunning(dataFolder, ` any more (process ${pid} is gone)`, error);
  const { code = 'no connection' } = ((error as Error).cause ?? {}) as { code?: string };
  return notRunning(dataFolder, `: nothing answers at ${url} (${code})`, error);
}
