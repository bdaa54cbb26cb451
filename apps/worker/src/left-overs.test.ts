import { expect, test } from 'vitest';
import { sweepLeftOvers } from './left-overs.ts';

const silent = { info: () => {}, warn: () => expect.unreachable('nothing is wrong') };

test('a server that does not answer is waited for by whoever sends, and given up at a stop without a word', async () => {
  let isGone = false;
  const asked = Promise.withResolvers<void>();
  const leftOvers = sweepLeftOvers(
    [
      {
        where: 'on the site',
        sweep: (signal) =>
          new Promise((_, reject) => {
            asked.resolve();
            signal.addEventListener('abort', () => reject(signal.reason as Error));
          }),
      },
    ],
    silent,
  );
  void leftOvers.gone.then(() => (isGone = true));
  await asked.promise;
  expect(isGone).toBe(false);
  await leftOvers.stop();
  expect(isGone).toBe(true);
});
