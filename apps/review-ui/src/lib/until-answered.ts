import { connection } from './live-events.ts';
import { statusOf } from './problem.ts';
import { createStore } from './store.ts';

/** How many writes wait for Proofline to answer again. */
export const unanswered = createStore(0);

const ASK_AGAIN_MS = 5_000;

/**
 * Sends a write again until an answer comes, whatever it says: a server that is being restarted loses nobody's decision. Only for writes that may arrive
 * twice.
 */
export async function untilAnswered<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await send();
    } catch (error) {
      // The browser throws a TypeError where no answer came.
      if (statusOf(error) !== null || !(error instanceof TypeError)) throw error;
      unanswered.set((writes) => writes + 1);
      await answersAgain();
      unanswered.set((writes) => writes - 1);
    }
  }
}

/** The stream of events notices first; where it does not, time does. */
function answersAgain(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const timer = setTimeout(done, ASK_AGAIN_MS);
    const unsubscribe = connection.subscribe(() => {
      if (connection.get() === 'live') done();
    });
  });
}

// What was not sent yet would be lost with the page.
window.addEventListener('beforeunload', (event) => {
  if (unanswered.get() > 0) event.preventDefault();
});
