import { expect, test } from 'vitest';
import { closeInOrder } from './close-in-order.ts';

test('what was opened last is closed first', async () => {
  const closed: string[] = [];
  const closing = closeInOrder();
  closing.last(() => void closed.push('database'));
  closing.last(async () => void closed.push('queue'));
  await closing.close();
  expect(closed).toEqual(['queue', 'database']);
});

test('one part that cannot be closed does not keep the others open', async () => {
  const closed: string[] = [];
  const closing = closeInOrder();
  closing.last(() => void closed.push('database'));
  closing.last(() => Promise.reject(new Error('the queue hangs')));
  await expect(closing.close()).rejects.toMatchObject({ errors: [new Error('the queue hangs')] });
  expect(closed).toEqual(['database']);
});

test('closing twice closes once', async () => {
  let times = 0;
  const closing = closeInOrder();
  closing.last(() => void (times += 1));
  await Promise.all([closing.close(), closing.close()]);
  expect(times).toBe(1);
});
