import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { judgeInBackground } from './judge-in-background.ts';

test('goes on until nothing is due, with turns for others in between, and begins anew when there is more', async () => {
  let due = 23;
  const log: string[] = [];
  const judging = judgeInBackground({
    dueJudgements: {
      judgeSome(limit) {
        const judged = Math.min(due, limit);
        due -= judged;
        log.push(`${judged}`);
        return judged;
      },
    },
    onError: (error) => log.push(String(error)),
  });
  judging.soon();
  judging.soon();
  const others = (async () => {
    while (due > 0) {
      await turn();
      log.push('others');
    }
  })();
  await others;
  expect(log.filter((entry) => entry !== 'others' && entry !== '0')).toEqual(['5', '5', '5', '5', '3']);
  expect(log.indexOf('others')).toBeLessThan(log.indexOf('3'));
  await turn();
  await turn();
  due = 2;
  judging.soon();
  await turn();
  await judging.stop();
  expect(due).toBe(0);
});

test('an error is told and the rest stays due for the next time', async () => {
  const errors: unknown[] = [];
  const told = Promise.withResolvers<void>();
  const judging = judgeInBackground({
    dueJudgements: {
      judgeSome() {
        throw new Error('the database is locked');
      },
    },
    onError(error) {
      errors.push(error);
      told.resolve();
    },
  });
  judging.soon();
  await told.promise;
  await judging.stop();
  expect(errors).toMatchObject([{ message: 'the database is locked' }]);
});
