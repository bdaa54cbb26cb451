import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openCompany } from './company.ts';

const never = new AbortController().signal;

/** Whether `promise` is settled once everything that can happen has happened. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  const settle = () => (settled = true);
  promise.then(settle, settle);
  await new Promise(setImmediate);
  return settled;
}

test('runs in company go together; one that wants to be alone waits until all have left', async () => {
  const company = openCompany();
  const leaveFirst = await company.enter(false, never);
  const leaveSecond = await company.enter(false, never);
  const alone = company.enter(true, never);
  leaveFirst();
  expect(await isSettled(alone)).toBe(false);
  leaveSecond();
  const leaveAlone = await alone;
  const next = company.enter(false, never);
  expect(await isSettled(next)).toBe(false);
  leaveAlone();
  await next;
});

test('who waits to be alone is not passed by those that come later', async () => {
  const company = openCompany();
  const leave = await company.enter(false, never);
  const alone = company.enter(true, never);
  const later = company.enter(false, never);
  leave();
  const leaveAlone = await alone;
  expect(await isSettled(later)).toBe(false);
  leaveAlone();
  await later;
});

test('who gives up waiting lets those behind pass', async () => {
  const company = openCompany();
  await company.enter(false, never);
  const stop = new AbortController();
  const alone = company.enter(true, stop.signal);
  const later = company.enter(false, never);
  stop.abort(new Error('the process is stopping'));
  await expect(alone).rejects.toThrow('the process is stopping');
  await later;
  await expect(company.enter(false, stop.signal)).rejects.toThrow('the process is stopping');
});

test('law: nobody is ever beside one that is alone, and everybody gets in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 20 }), async (wishes) => {
      const company = openCompany();
      let inside = 0;
      let crowded = false;
      const visit = async (alone: boolean) => {
        const leave = await company.enter(alone, never);
        inside += 1;
        await new Promise(setImmediate);
        crowded ||= alone && inside > 1;
        inside -= 1;
        leave();
      };
      await Promise.all(wishes.map(visit));
      expect([inside, crowded]).toEqual([0, false]);
    }),
  );
});
