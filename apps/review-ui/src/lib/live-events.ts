import type { Event } from '@proofline/domain/event.ts';
import { createStore } from './store.ts';

/** Whether what the page shows follows what happens. */
export const connection = createStore<'connecting' | 'live' | 'lost'>('connecting');

type Message =
  | { readonly kind: 'event'; readonly event: Event }
  | { readonly kind: 'state' | 'reset'; readonly isLive: boolean };

/**
 * What happens, as it happens, to every tab over one stream: a browser opens few connections to one origin, and pictures need them. One tab holds the
 * stream and tells the others; when it closes, the next one takes over.
 */
export function followEvents(onEvent: (event: Event) => void, onReset: () => void): () => void {
  const channel = new BroadcastChannel('proofline-events');
  const stop = new AbortController();
  const take = (message: Message) => {
    if (message.kind === 'event') onEvent(message.event);
    else connection.set(() => (message.isLive ? 'live' : 'lost'));
    if (message.kind === 'reset') onReset();
  };
  const tell = (message: Message) => {
    take(message);
    channel.postMessage(message);
  };
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => take(data));
  navigator.locks
    .request('proofline-events', { signal: stop.signal }, () => hold(tell, stop.signal))
    // Aborted: this tab is done.
    .catch(() => {});
  return () => {
    stop.abort();
    channel.close();
  };
}

/** The browser tries again by itself where the line broke; where the server refused, it gives up, and we ask again after this time. */
const OPEN_AGAIN_MS = 3_000;

function hold(tell: (message: Message) => void, signal: AbortSignal): Promise<void> {
  let hasBegun = connection.get() !== 'connecting';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source = open();
  function open(): EventSource {
    const opened = new EventSource('/api/events/stream');
    // After a line that was down something may have been missed; who opens the page has just read it all.
    opened.addEventListener('hello', () => {
      tell({ kind: hasBegun ? 'reset' : 'state', isLive: true });
      hasBegun = true;
    });
    opened.addEventListener('reset', () => tell({ kind: 'reset', isLive: true }));
    opened.addEventListener('message', ({ data }: MessageEvent<string>) =>
      tell({ kind: 'event', event: JSON.parse(data) as Event }),
    );
    opened.addEventListener('error', () => {
      hasBegun = true;
      tell({ kind: 'state', isLive: false });
      if (opened.readyState === EventSource.CLOSED)
        timer = setTimeout(() => {
          source = open();
        }, OPEN_AGAIN_MS);
    });
    return opened;
  }
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      source.close();
      resolve();
    });
  });
}
