import { openStores, type Stores } from '@proofline/db/open-stores.ts';
import { nothingFound } from '@proofline/db/test-stores.ts';
import { done, type Outcome, type StageName } from '@proofline/domain/stage.ts';
import { jobId, type Job } from '@proofline/domain/work-ledger.ts';
import { openAdmission } from '@proofline/pipeline/admission.ts';
import type { ReadyStage, StageNeeds } from '@proofline/pipeline/plan.ts';

/** The stage whose runs are simulated; photos that have passed it are out of the game. */
const STAGE: StageName = 'ingest-original';
const CONCURRENCY = 4;
const RUN_MS = { shortest: 200, longest: 2_000 };
/** The longest a timer can wait. A killed life leaves its runs where they are; a time limit of the real clock would wake them when its truth is closed. */
const NO_LIMIT_MS = 2 ** 31 - 1;

/** What happens to one process: killed from outside after a while, or by a photo that runs, or never. */
export type Life = {
  readonly killedAfterMs: number;
  /** Photos that end the process in the middle of each of their runs. */
  readonly poisonous: ReadonlySet<number>;
  /** In [0, 1). */
  readonly random: () => number;
};

type Run = { readonly job: Job; readonly endsAtMs: number; finish(): void };
type Due = { readonly job: Job; readonly fromMs: number };

/** Real truth and real admission on a simulated clock: nothing waits, and a death is simply not going on. */
export async function live(file: string, life: Life): Promise<'killed' | 'nothing-left'> {
  const stores = openSimulated(file);
  stores.processLog.begin(1);
  stores.workLedger.recover();
  try {
    return await liveOn(stores, life);
  } finally {
    stores.close();
  }
}

async function liveOn({ workLedger }: Stores, { killedAfterMs, poisonous, random }: Life) {
  let nowMs = 0;
  const running = new Map<number, Run>();
  /** Jobs that the engine has handed to a worker, waiting for their turn or running. */
  const taken = new Set<string>();
  let due: Due[] = [];

  const stage: ReadyStage = {
    name: STAGE,
    subject: 'photo',
    maxAttempts: 5,
    timeoutMs: NO_LIMIT_MS,
    backoffMs: 100,
    concurrency: CONCURRENCY,
    undoes: [],
    run: (id) =>
      new Promise<Outcome>((resolve) => {
        const job: Job = { subject: { kind: 'photo', id }, stage: STAGE, epoch: 1 };
        const endsAtMs = nowMs + RUN_MS.shortest + random() * (RUN_MS.longest - RUN_MS.shortest);
        const original = { workingPath: `work/${id}`, contentSha256: id.toString(16).padStart(64, '0') };
        running.set(id, { job, endsAtMs, finish: () => resolve(done({ original })) });
      }).finally(() => running.delete(id)),
  };
  const never = new AbortController().signal;
  const admission = openAdmission(
    { ledger: workLedger, needs: {} as StageNeeds, workspace: {} as never, blocks: noBlocks, worker: 'simulated' },
    () => nowMs,
  );

  const begin = (job: Job) => {
    taken.add(jobId(job));
    void admission.run(job, stage, never, never).then((result) => {
      taken.delete(jobId(job));
      if (result.kind === 'again') due.push({ job, fromMs: nowMs + result.delayMs });
    });
  };
  const takeWhatIsDue = () => {
    for (const { id, job } of workLedger.outbox(1_000, STAGE)) {
      due.push({ job, fromMs: nowMs });
      workLedger.forgetOutbox([id]);
    }
    const ready = due.filter(({ fromMs }) => fromMs <= nowMs).slice(0, CONCURRENCY - taken.size);
    due = due.filter((entry) => !ready.includes(entry));
    for (const { job } of ready) begin(job);
    return ready.length > 0;
  };

  for (;;) {
    await settled();
    if (takeWhatIsDue()) continue;
    const deadly = [...running.values()].find(({ job }) => poisonous.has(job.subject.id));
    const ends = [...running.values()].map(({ endsAtMs }) => endsAtMs);
    const instants = taken.size < CONCURRENCY ? [...ends, ...due.map(({ fromMs }) => fromMs)] : ends;
    if (instants.length === 0) return 'nothing-left';
    nowMs = Math.min(...instants);
    if (nowMs >= killedAfterMs) return 'killed';
    // Before any other run ends: it dies in the middle of its own.
    if (deadly !== undefined) return 'killed';
    for (const run of running.values()) if (run.endsAtMs <= nowMs) run.finish();
  }
}

/** Everything that promises can do by themselves is done. */
const settled = () => new Promise<void>((resolve) => void setImmediate(resolve));

const noBlocks = { list: () => [], of: () => null, ofPhoto: () => null, halt: () => {} };

export function openSimulated(file: string): Stores {
  return openStores({
    file,
    now: () => new Date(),
    judge: nothingFound,
    target: 'directory',
    compose: () => {
      throw new Error('no simulated photo gets as far as a revision');
    },
  });
}
