import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession } from 'playwright-core';

/** A page that nobody looks into but for what a bench asks of it. */
export type UnwatchedPage = {
  goto(url: string): Promise<void>;
  /** The value of an expression in the page; of a promise, what it comes to. */
  evaluate<Result>(expression: string): Promise<Result>;
  /** Resolves once the expression is true in the page. Throws after two minutes. */
  until(expression: string): Promise<void>;
  press(key: keyof typeof codes): Promise<void>;
  close(): Promise<void>;
};

/** Each key's code on the keyboard, and its number for Windows, which Chromium asks for. */
const codes = {
  ArrowRight: { code: 'ArrowRight', windowsVirtualKeyCode: 39 },
  End: { code: 'End', windowsVirtualKeyCode: 35 },
  g: { code: 'KeyG', windowsVirtualKeyCode: 71 },
  s: { code: 'KeyS', windowsVirtualKeyCode: 83 },
} as const;

const POLL_MS = 50;
const UNTIL_MS = 120_000;

/**
 * Playwright's own pages have the network watched, for which Chromium writes every picture down as base64 text when it is collected: 12 to 15 ms for a
 * preview of 1 MB, in one pause for all of them. People have no such pauses; so this page is opened in a context that Playwright does not know.
 */
export async function openUnwatchedPage(
  browser: Browser,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<UnwatchedPage> {
  const session = await browser.newBrowserCDPSession();
  const { browserContextId } = await session.send('Target.createBrowserContext');
  const { targetId } = await session.send('Target.createTarget', {
    url: 'about:blank',
    browserContextId,
    width,
    height,
  });
  const send = await channelTo(session, targetId);
  const page: UnwatchedPage = {
    async goto(url) {
      await send('Page.navigate', { url });
      // The answer to the command came when the new page was there, empty.
      await page.until(`document.readyState === 'complete'`);
    },
    async evaluate<Result>(expression: string) {
      const reply = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      const { result, exceptionDetails } = reply as Evaluated;
      if (exceptionDetails !== undefined) throw new Error(`${expression} failed: ${JSON.stringify(exceptionDetails)}`);
      return result.value as Result;
    },
    async until(expression) {
      const endsAtMs = performance.now() + UNTIL_MS;
      while (!(await page.evaluate<boolean>(`Boolean(${expression})`))) {
        if (performance.now() > endsAtMs) throw new Error(`${expression} did not come true within ${UNTIL_MS} ms`);
        await sleep(POLL_MS);
      }
    },
    async press(key) {
      await send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, ...codes[key] });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', key, ...codes[key] });
    },
    async close() {
      await session.send('Target.disposeBrowserContext', { browserContextId });
      await session.detach();
    },
  };
  return page;
}

type Evaluated = { readonly result: { readonly value?: unknown }; readonly exceptionDetails?: unknown };
type Reply = { readonly id?: number; readonly result?: unknown; readonly error?: { readonly message: string } };

/** Commands to one target, as messages over the browser's own session. */
async function channelTo(session: CDPSession, targetId: string) {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (reply: Reply) => void>();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const reply = JSON.parse(message) as Reply;
    waiting.get(reply.id ?? 0)?.(reply);
    waiting.delete(reply.id ?? 0);
  });
  let last = 0;
  return async (method: string, params: object): Promise<unknown> => {
    const id = (last += 1);
    const { promise, resolve } = Promise.withResolvers<Reply>();
    waiting.set(id, resolve);
    await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
    const { result, error } = await promise;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result;
  };
}
