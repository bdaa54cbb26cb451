import { join } from 'node:path';
import { parseResponse } from '@proofline/api/client.ts';
import type { QualityMeter } from '@proofline/domain/quality-meter.ts';
import type { StageName } from '@proofline/domain/stage.ts';
import { expect, onTestFinished, test, vi } from 'vitest';
import { burnedAttempts } from '../support/attempts.ts';
import { countingMeter } from '../support/counting-meter.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PATIENCE = { timeout: 120_000, interval: 20 };
const dueSeven = Array.from({ length: 7 }, () => expect.objectContaining({ stage: 'measure-quality' }));
const reason = 'the client calls back';

test(
  'one set is held in the middle while another goes to review, stays held over a restart, and comes through as it would have',
  { timeout: 300_000 },
  async () => {
    const folder = await temporaryFolder();
    const [lake, pond, shore] = ['lake', 'pond', 'shore'].map((name) => join(folder, name)) as [string, string, string];
    await generatePhotos(lake, 8);
    await generatePhotos(pond, 3, { startAt: 20 });
    await generatePhotos(shore, 2, { startAt: 40 });
    const undisturbed = await startSystem(join(folder, 'undisturbed'));
    const asItWould = namesOf(undisturbed, (await undisturbed.add({ sourceFolder: lake })).set.id);
    await undisturbed.stop();

    // One photo is being measured and the others wait in the queue engine when the set is held.
    const meter = slowMeter();
    const first = await startSystem(join(folder, 'data'), { PROOFLINE_CONCURRENCY: '1' }, { meter });
    const { overview, workLedger } = first.system.stores;
    const json = { sourceFolder: lake, subject: 'Test Subject', location: 'Test Place', folderKey: 'nature' };
    const { id } = await parseResponse(first.client.sets.$post({ json }));
    const param = { setId: String(id) };
    await vi.waitFor(() => expect(doneAt(first, id, 'render-photo')).toBe(8), PATIENCE);
    await vi.waitFor(() => expect([workLedger.outbox(10), workLedger.dueJobs()]).toEqual([[], dueSeven]), PATIENCE);
    expect(overview.set(id).byState).toEqual({ running: 1, queued: 7 });
    await parseResponse(first.client.sets[':setId'].hold.$put({ param, json: { reason } }));
    meter.goOn();
    const other = await first.add({ sourceFolder: pond, subject: 'Duck Pond' });
    expect(other.byState).toEqual({ 'in-review': 3 });
    expect(overview.set(id).byState).toEqual({ queued: 8 });
    expect(doneAt(first, id, 'measure-quality')).toBe(1);
    await first.stop();

    const second = await startSystem(join(folder, 'data'));
    onTestFinished(() => second.stop());
    const { stores } = second.system;
    // Comes through the same stages after the restart: by then a hold that was lost would have let the first set through.
    await second.add({ sourceFolder: shore, subject: 'Shore' });
    const [listed] = (await parseResponse(second.client.sets.$get({ query: {} }))).filter((set) => set.id === id);
    expect(listed).toMatchObject({ hold: { reason } });
    expect(stores.overview.set(id).byState).toEqual({ queued: 8 });
    expect(stores.workLedger.dueJobs()).toEqual([]);

    await parseResponse(second.client.sets[':setId'].hold.$delete({ param }));
    expect((await second.settled(id)).byState).toEqual({ 'in-review': 8 });
    expect(namesOf(second, id)).toEqual(asItWould);
    expect(burnedAttempts(join(folder, 'data', 'review.db'))).toEqual([]);
    expect(stores.events.list({ setId: id, limit: 1000 }).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['set.held', 'set.resumed']),
    );
  },
);

/** Measures nothing before it is told to go on. */
function slowMeter(): QualityMeter & { goOn(): void } {
  const { id, version, measure } = countingMeter();
  const told = Promise.withResolvers<void>();
  return {
    id,
    version,
    goOn: told.resolve,
    async measure(planes, signal) {
      await told.promise;
      return measure(planes, signal);
    },
  };
}

function doneAt({ system }: RunningSystem, setId: number, stage: StageName): number | undefined {
  return system.stores.overview.set(setId).stages.find((progress) => progress.stage === stage)?.done;
}

/** In the order of the set. */
function namesOf({ system: { stores } }: RunningSystem, setId: number): readonly (string | null)[] {
  return stores.photoLists.photos({ setId, limit: 100 }).map(({ fileName }) => fileName);
}
