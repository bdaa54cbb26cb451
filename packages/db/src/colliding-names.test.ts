import { expect, test } from 'vitest';
import { run, type TestWork } from './test-runner.ts';
import { addSet, openTestStores, type TestStores } from './test-stores.ts';
import { areLongTests } from '../../../tests/support/long-tests.ts';

const WORKERS = 32;
const SETS = 12;
const FILES = Array.from({ length: 8 }, (_, index) => `IMG_${index + 1}.jpg`);
const work: TestWork = { files: FILES };
/** Spellings that a file system or a server takes for one. */
const LOCATIONS = ['Zürich', 'ZÜRICH', 'Zu\u0308rich'];

test.for(areLongTests ? [1, 2, 3] : [1])(
  'sets that fight for the same names get the same ones from 32 workers in any order (seed %i)',
  { timeout: 240_000 },
  (seed) => {
    const alone = namesGiven(1, seed);
    const among = namesGiven(WORKERS, seed);
    expect(among).toEqual(alone);
    expect(among).toHaveLength(SETS * FILES.length);
    const folded = new Set(among.map((line) => line.split(' → ')[1]!.normalize('NFC').toLowerCase()));
    expect(folded.size).toBe(SETS * FILES.length);
  },
);

/** `set/file → name`, after that many workers did what was due, each time whichever came first. */
function namesGiven(workers: number, seed: number): readonly string[] {
  const stores = openTestStores();
  const crew: Pick<TestStores, 'workLedger'>[] = [stores];
  for (let pid = 2; pid <= workers; pid += 1) crew.push(stores.join(pid));
  for (let set = 0; set < SETS; set += 1) {
    addSet(stores, { sourceFolder: `/photos/${set}`, location: LOCATIONS[set % LOCATIONS.length]! });
  }
  const random = seeded(workers === 1 ? 0 : seed);
  for (;;) {
    const due = stores.workLedger.outbox(10_000).filter(({ job }) => job.stage !== 'render-photo');
    if (due.length === 0) break;
    const { id, job } = due[Math.floor(random() * due.length)]!;
    const worker = crew[Math.floor(random() * crew.length)]!;
    stores.workLedger.forgetOutbox([id]);
    run({ ...stores, ...worker }, job, work);
  }
  const rows = stores.sql
    .prepare(
      `SELECT p.set_id || '/' || p.original_file_name || ' → ' || f.name FROM file_names f JOIN photos p ON p.id = f.photo_id`,
    )
    .pluck()
    .all() as string[];
  return rows.toSorted();
}

/** Mulberry32; seed 0 always takes the first. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    if (seed === 0) return 0;
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
