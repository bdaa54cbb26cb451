import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { StageName } from '@proofline/domain/stage.ts';
import type { Completion } from '@proofline/domain/work-ledger.ts';
import { describe, expect, onTestFinished, test } from 'vitest';
import { newToken, next, outputOf, photoJob, run, settle } from './test-runner.ts';
import { addSet, column, openTestStores, operator, type TestStores } from './test-stores.ts';

const down: Completion = { kind: 'blocked', condition: 'captioner-unavailable', reason: 'nobody answers' };

describe('a stage whose dependency is down', () => {
  test('spends no attempt, keeps its photo due and says since when and why', () => {
    const stores = atDraftText();
    for (let times = 0; times < 20; times += 1) run(stores, photoJob(1, 'draft-text'), { outcome: () => down });

    expect(stores.photos.get(1)).toMatchObject({ stage: 'draft-text', state: 'queued', epoch: 1 });
    expect(stores.workLedger.outbox(10).map(({ job }) => job)).toContainEqual(photoJob(1, 'draft-text'));
    expect(outcomesOf(stores, 'draft-text')).toEqual(Array.from({ length: 20 }, () => 'blocked'));
    expect(stores.workLedger.claim(photoJob(1, 'draft-text'), { token: newToken(), worker: 'test' })).toEqual({
      kind: 'claimed',
      attempt: 1,
    });
    expect(stores.queueBlocks.of('draft-text', 'template')).toMatchObject({
      condition: 'captioner-unavailable',
      reason: 'nobody answers',
      probes: 1,
    });
  });

  test('is probed again after a delay that doubles, however many runs meet the outage at once', () => {
    const stores = atDraftText();
    const delays: number[] = [];
    for (let probe = 0; probe < 9; probe += 1) {
      const before = stores.clock.ms;
      for (const id of [1, 2, 3]) run(stores, photoJob(id, 'draft-text'), { outcome: () => down });
      const { nextProbeAt, probes } = stores.queueBlocks.of('draft-text', 'template')!;
      expect(probes).toBe(probe + 1);
      delays.push(Math.round((Date.parse(nextProbeAt) - before) / 1000));
      stores.clock.ms = Date.parse(nextProbeAt);
    }
    // `random` is fixed at 1 here: no jitter.
    expect(delays).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect(kindsOf(stores)).toEqual(['queue.blocked']);
  });

  test('goes on with the first run that ends otherwise, and both are events with the reason', () => {
    const stores = atDraftText();
    run(stores, photoJob(1, 'draft-text'), { outcome: () => down });
    run(stores, photoJob(1, 'draft-text'));
    expect(stores.queueBlocks.list()).toEqual([]);
    expect(kindsOf(stores)).toEqual(['queue.blocked', 'queue.resumed']);
    const [blocked] = stores.events.list({ limit: 1000 }).filter(({ kind }) => kind === 'queue.blocked');
    expect(blocked).toMatchObject({
      actor: 'system',
      photoId: null,
      detail: { stage: 'draft-text', condition: 'captioner-unavailable', reason: 'nobody answers' },
    });
  });

  test('does not go on because of a run that began before, or one that was handed back', () => {
    const stores = atDraftText();
    const early = newToken();
    stores.workLedger.claim(photoJob(2, 'draft-text'), { token: early, worker: 'test' });
    run(stores, photoJob(1, 'draft-text'), { outcome: () => down });
    const handedBack: Completion = { kind: 'snoozed', reason: 'the process was stopping', delayMs: 0 };
    run(stores, photoJob(3, 'draft-text'), { outcome: () => handedBack });
    const output = outputOf(stores, photoJob(2, 'draft-text'), early, {});
    stores.workLedger.complete(photoJob(2, 'draft-text'), early, { kind: 'done', output, next: next['draft-text'] });
    expect(stores.queueBlocks.list()).toHaveLength(1);
  });

  test('is still halted after a restart', () => {
    const stores = atDraftText();
    run(stores, photoJob(1, 'draft-text'), { outcome: () => down });
    const before = stores.queueBlocks.list();
    const again = stores.reopen();
    again.workLedger.recover();
    expect(again.queueBlocks.list()).toEqual(before);
  });

  test('is halted no more when everything that waited was rolled back', () => {
    const stores = atDraftText();
    run(stores, photoJob(1, 'draft-text'), { outcome: () => down });
    stores.rollbacks.request({ scope: 'set', id: 1, reason: 'not worth waiting' }, operator);
    expect(stores.queueBlocks.list()).toEqual([]);
    expect(kindsOf(stores)).toEqual(['queue.blocked', 'queue.resumed']);
  });

  test('shows in the overview of the sets that stand there, with what to do, and of no other', () => {
    const stores = atDraftText();
    run(stores, photoJob(1, 'draft-text'), { outcome: () => down });
    addSet(stores, { sourceFolder: '/photos/river' });
    expect(stores.overview.set(1).blockedBy).toMatchObject([
      {
        stage: 'draft-text',
        condition: 'captioner-unavailable',
        remedy: expect.stringContaining('start the captioner'),
      },
    ]);
    expect(stores.overview.set(2).blockedBy).toEqual([]);
  });
});

describe('a captioner that is down', () => {
  const stageJobs = (stores: TestStores) =>
    stores.workLedger.outbox(100, 'draft-text').map(({ job }) => job.subject.id);

  test('holds its own photos back, in SQLite, and lets those of other captioners go on', () => {
    const stores = atDraftText();
    addSet(stores, { sourceFolder: '/photos/river', captioner: 'ollama' });
    settle(stores, { hold: ['draft-text'], files: ['4.jpg', '5.jpg', '6.jpg'] });
    run(stores, photoJob(4, 'draft-text'), { outcome: () => down });
    expect(stageJobs(stores)).toEqual([1, 2, 3]);
    expect(stores.queueBlocks.of('draft-text')).toBeNull();
    expect(stores.queueBlocks.ofPhoto('draft-text', 4)).toMatchObject({ captioner: 'ollama', probes: 1 });
    expect(stores.queueBlocks.ofPhoto('draft-text', 1)).toBeNull();
    expect([1, 2].map((setId) => stores.overview.set(setId).blockedBy.length)).toEqual([0, 1]);

    run(stores, photoJob(1, 'draft-text'));
    expect(stores.queueBlocks.list()).toHaveLength(1);
    run(stores, photoJob(5, 'draft-text'));
    expect(stores.queueBlocks.list()).toEqual([]);
  });

  test('is asked by two photos at most once the halt is over, and by all when it is back', () => {
    const stores = atDraftText();
    run(stores, photoJob(1, 'draft-text'), { outcome: () => down });
    expect(stageJobs(stores)).toEqual([]);
    stores.clock.ms = Date.parse(stores.queueBlocks.of('draft-text', 'template')!.nextProbeAt);
    expect(stageJobs(stores)).toHaveLength(2);
    run(stores, photoJob(2, 'draft-text'));
    expect(stageJobs(stores)).toEqual(expect.arrayContaining([3, 1]));
  });

  test('is forgotten when nothing is due any more that asks for it, whatever others wait for', () => {
    const stores = atDraftText();
    addSet(stores, { sourceFolder: '/photos/river', captioner: 'ollama' });
    settle(stores, { hold: ['draft-text'], files: ['4.jpg'] });
    run(stores, photoJob(4, 'draft-text'), { outcome: () => down });
    stores.rollbacks.request({ scope: 'set', id: 2, reason: 'not worth waiting' }, operator);
    expect(stores.queueBlocks.list()).toEqual([]);
  });
});

describe('a set that is to be rolled back when it is blocked', () => {
  test('gives everything back by itself, with the condition as the reason', () => {
    const stores = atDraftText('roll-back');
    run(stores, photoJob(2, 'draft-text'), { outcome: () => down });
    settle(stores);
    expect(stores.sets.get(1).state).toBe('rolled-back');
    expect(column(stores, 'SELECT DISTINCT state FROM photos')).toEqual(['rolled-back']);
    expect(column(stores, 'SELECT name FROM file_names')).toEqual([]);
    expect(stores.queueBlocks.list()).toEqual([]);
    expect(stores.events.list({ setId: 1, limit: 1000 })).toContainEqual(
      expect.objectContaining({
        kind: 'set.rolling-back',
        actor: 'system',
        detail: { reason: 'captioner-unavailable: nobody answers', photos: 3 },
      }),
    );
  });

  test('is rolled back before it has photos, too', () => {
    const stores = openTestStores();
    addSet(stores, { onBlocked: 'roll-back' });
    settle(stores, { outcome: () => ({ kind: 'blocked', condition: 'disk-full', reason: 'no room' }) });
    expect(stores.sets.get(1).state).toBe('rolled-back');
  });

  test('waits all the same once a person has approved: what a person did is not undone by an outage', () => {
    const stores = openTestStores();
    addSet(stores, { onBlocked: 'roll-back' });
    settle(stores);
    const { revisionHash } = stores.reviews.view(1);
    stores.reviews.approve(1, { revisionHash }, { name: 'Rita', roles: ['reviewer'] });
    stores.publications.publish([1], operator);
    const outcome: Completion = { kind: 'blocked', condition: 'target-unreachable', reason: 'the share is gone' };
    run(stores, photoJob(1, 'publish-photo', stores.photos.get(1).epoch), { outcome: () => outcome });
    expect(stores.sets.get(1).state).toBe('accepted');
    expect(stores.photos.get(1)).toMatchObject({ state: 'queued', stage: 'publish-photo' });
    expect(stores.queueBlocks.of('publish-photo')).toMatchObject({ condition: 'target-unreachable' });
  });
});

describe('a database that another process holds', () => {
  test(
    'keeps the halt in memory, and writes it down with the completion that ends it',
    { timeout: 120_000 },
    async () => {
      const stores = atDraftText();
      const release = await lockedByAnother(stores.file);
      const job = photoJob(1, 'draft-text');
      const claim = () => stores.workLedger.claim(job, { token: newToken(), worker: 'test' });
      expect(claim).toThrow(expect.objectContaining({ name: 'Blocked', condition: 'database-busy' }));
      // Only the first write waits: the others would stop the whole process again and again.
      const startedAt = performance.now();
      expect(claim).toThrow(expect.objectContaining({ condition: 'database-busy' }));
      stores.queueBlocks.halt('draft-text', { condition: 'database-busy', reason: 'locked' });
      // One that waits does so for five seconds.
      expect(performance.now() - startedAt).toBeLessThan(4_000);
      expect(stores.queueBlocks.list()).toMatchObject([{ stage: 'draft-text', condition: 'database-busy' }]);
      expect(stores.overview.set(1).blockedBy).toMatchObject([{ condition: 'database-busy' }]);
      expect(column(stores, 'SELECT stage FROM queue_blocks')).toEqual([]);

      await release();
      expect(run(stores, job)).toBe('committed');
      expect(stores.queueBlocks.list()).toEqual([]);
      expect(kindsOf(stores)).toEqual(['queue.blocked', 'queue.resumed']);
      expect(outcomesOf(stores, 'draft-text')).toEqual(['done']);
    },
  );
});

/** Three photos stand before `draft-text`. */
function atDraftText(onBlocked: 'pause' | 'roll-back' = 'pause'): TestStores {
  const stores = openTestStores();
  addSet(stores, { onBlocked });
  settle(stores, { hold: ['draft-text'] });
  return stores;
}

const outcomesOf = (stores: TestStores, stage: StageName) =>
  column(stores, `SELECT outcome FROM stage_attempts WHERE stage = ? AND outcome IS NOT NULL ORDER BY id`, stage);

const kindsOf = (stores: TestStores) =>
  column<string>(stores, `SELECT kind FROM events WHERE kind LIKE 'queue.%' ORDER BY id`);

/** Another program with the write lock; resolves, once it holds it, with what ends that. */
async function lockedByAnother(file: string): Promise<() => Promise<void>> {
  const sqlite = createRequire(import.meta.url).resolve('better-sqlite3');
  const script = `const db = new (require(${JSON.stringify(sqlite)}))(process.argv[1]); db.exec('BEGIN EXCLUSIVE'); process.stdout.write('locked'); process.stdin.on('end', () => { db.exec('ROLLBACK'); db.close(); }).resume();`;
  const child = spawn(process.execPath, ['-e', script, file], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return async () => {
    child.stdin.end();
    await once(child, 'exit');
  };
}
