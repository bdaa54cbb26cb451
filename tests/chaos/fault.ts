import type { FaultPoint } from '@proofline/domain/fault-point.ts';
import type { StageName } from '@proofline/domain/stage.ts';
import { programParts, type ProgramPart } from './kept-program.ts';
import type { ChatScript } from '@proofline/pipeline/fixtures/fake-servers/fake-ollama.ts';
import type { OrderedDeath } from './process-orders.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';
import { pointsOnThisMachine } from './step.ts';

export type EngineKind = 'embedded' | 'redis';

/** What is done to the running system. `afterMs` counts from the moment at which the process was started or the fault before it was over. */
export type Fault =
  /** `from` what `afterMs` counts: the usual moment, when the system answers, or when it is at work; these come late on a busy machine. */
  | {
      readonly kind: 'kill-at-instant';
      readonly afterMs: number;
      readonly from: 'start' | 'ready' | 'work';
      readonly part: ProgramPart;
    }
  /** The process dies the `occurrence`th time that it reaches the point; one that never does, so long after it took up its work. */
  | {
      readonly kind: 'kill-at-step';
      readonly point: FaultPoint;
      readonly stage?: StageName;
      readonly occurrence: number;
      readonly patienceMs?: number;
    }
  | { readonly kind: 'freeze'; readonly afterMs: number; readonly durationMs: number; readonly part: ProgramPart }
  | { readonly kind: 'flush-redis'; readonly afterMs: number }
  | { readonly kind: 'cut-redis'; readonly afterMs: number }
  | { readonly kind: 'restart-redis'; readonly afterMs: number; readonly durationMs: number }
  | { readonly kind: 'delete-engine-cache'; readonly afterMs: number }
  | Disaster;

/** What happens around the process. All of it passes, and no person does anything about it. */
export type Disaster =
  /** Another program holds `review.db` for longer than a write waits. */
  | { readonly kind: 'lock-database'; readonly afterMs: number; readonly durationMs: number }
  | { readonly kind: 'jump-clock'; readonly afterMs: number; readonly byMs: number }
  /** The site's folder is gone for a while, as an unmounted share is. */
  | { readonly kind: 'take-site-away'; readonly afterMs: number; readonly durationMs: number }
  /** The next files sent to the site cannot be renamed, or arrive without their end. */
  | { readonly kind: 'refuse-rename' | 'store-short'; readonly afterMs: number; readonly files: number }
  /** The model's server is gone for a while. */
  | { readonly kind: 'take-captioner-away'; readonly afterMs: number; readonly durationMs: number }
  /** The next replies of the model are not what was asked for. */
  | { readonly kind: 'spoil-replies'; readonly afterMs: number; readonly replies: readonly ChatScript[] }
  /** Of the data folder, in a file system of its own. */
  | { readonly kind: 'fill-disk'; readonly afterMs: number; readonly durationMs: number }
  | { readonly kind: 'read-only-disk'; readonly afterMs: number; readonly durationMs: number };

const disasterKinds = [
  'lock-database',
  'jump-clock',
  'take-site-away',
  'refuse-rename',
  'store-short',
  'take-captioner-away',
  'spoil-replies',
] as const;
const diskDisasterKinds = ['fill-disk', 'read-only-disk'] as const;
/** SQLite's busy limit is 5 s. */
const LOCK_MS = 6_000;
const HOUR_MS = 3_600_000;
const CLOCK_JUMPS_MS = [HOUR_MS, -HOUR_MS, 24 * HOUR_MS, -24 * HOUR_MS];

/** What a model's server gives instead of an answer on a bad day; each is asked for again. */
const SPOILT_REPLIES: readonly ChatScript[] = [
  { kind: 'hang', when: 'at-once' },
  { kind: 'hang', when: 'after-a-word' },
  { kind: 'drop' },
  { kind: 'loop', phrase: ' and so on' },
  { kind: 'say', content: '' },
  { kind: 'say', content: 'I am sorry, but I cannot see this picture.' },
  { kind: 'raw', body: '<html>502 Bad Gateway</html>' },
  { kind: 'fail-in-stream', error: 'model runner has unexpectedly stopped' },
];

export type FaultKind = Fault['kind'];

export const STEP_PATIENCE_MS = 1_500;

/** Long enough to reach from the first millisecond of a start into the work: the embedded engine takes longer to come up. */
const INSTANTS_MS = { embedded: 3_500, redis: 2_000 } as const;
const PAUSE_MS = 1_500;
const ONCE_PER_START: ReadonlySet<FaultPoint> = new Set([
  'work-recovered',
  'orphaned-attempts-removed',
  'engine-cleared',
]);
/** Longer than the lock of a job under the suite (`obey-orders.ts`), as often as not. */
const FREEZE_MS = 4_000;
const OUTAGE_MS = 2_000;

/** The list of faults of one campaign. Same arguments, same faults. */
export function planFaults({
  seed,
  kills,
  flushes,
  disasters = 0,
  hasDisk = false,
  engine,
}: {
  readonly seed: number;
  readonly kills: number;
  /** Wipes of the engine; for the embedded one, whose jobs a kill wipes anyway, its folder is deleted. */
  readonly flushes: number;
  readonly disasters?: number;
  /** The data folder has a file system of its own, which can be filled and made read-only. */
  readonly hasDisk?: boolean;
  readonly engine: EngineKind;
}): readonly Fault[] {
  const random = seededRandom(seed);
  const faults = Array.from({ length: kills }, () => aKill(random, engine));
  for (let count = 0; count < flushes; count += 1) insertAnywhere(faults, random, aWipe(random, engine));
  for (let count = 0; count < Math.ceil(flushes / 2); count += 1) insertAnywhere(faults, random, aFreeze(random));
  // Each kind in turn, so that few disasters are of many kinds.
  const kinds = [...disasterKinds, ...(hasDisk ? diskDisasterKinds : [])];
  for (let count = 0; count < disasters; count += 1) {
    insertAnywhere(faults, random, aDisaster(random, kinds[count % kinds.length]!));
  }
  return faults;
}

function aDisaster(random: SeededRandom, kind: Disaster['kind']): Fault {
  const afterMs = random.integer(PAUSE_MS);
  switch (kind) {
    case 'lock-database':
      return { kind, afterMs, durationMs: LOCK_MS + random.integer(OUTAGE_MS) };
    case 'jump-clock':
      return { kind, afterMs, byMs: random.pick(CLOCK_JUMPS_MS) };
    case 'refuse-rename':
    case 'store-short':
      return { kind, afterMs, files: 1 + random.integer(3) };
    case 'spoil-replies':
      return {
        kind,
        afterMs,
        replies: Array.from({ length: 1 + random.integer(2) }, () => random.pick(SPOILT_REPLIES)),
      };
    case 'take-site-away':
    case 'take-captioner-away':
    case 'fill-disk':
    case 'read-only-disk':
      return { kind, afterMs, durationMs: 500 + random.integer(OUTAGE_MS) };
  }
}

/** What processes must be told for the fault to be in place from their first instruction on; nothing for most. `id`: its place in the campaign. */
export function deathsIn(fault: Fault | undefined, id: number): readonly OrderedDeath[] {
  if (fault?.kind !== 'kill-at-step') return [];
  const { point, stage, occurrence } = fault;
  return [{ id, step: { point, occurrence, ...(stage !== undefined && { stage }) } }];
}

function aKill(random: SeededRandom, engine: EngineKind): Fault {
  if (random.integer(2) === 0) {
    const afterMs = random.integer(INSTANTS_MS[engine]);
    return {
      kind: 'kill-at-instant',
      afterMs,
      from: random.pick(['start', 'ready', 'work', 'work']),
      part: random.pick(programParts),
    };
  }
  const point = random.pick(pointsOnThisMachine);
  return { kind: 'kill-at-step', point, occurrence: ONCE_PER_START.has(point) ? 1 : 1 + random.integer(3) };
}

function aWipe(random: SeededRandom, engine: EngineKind): Fault {
  const afterMs = random.integer(PAUSE_MS);
  if (engine === 'embedded') return { kind: 'delete-engine-cache', afterMs };
  switch (random.pick(['flush-redis', 'flush-redis', 'cut-redis', 'restart-redis'] as const)) {
    case 'flush-redis':
      return { kind: 'flush-redis', afterMs };
    case 'cut-redis':
      return { kind: 'cut-redis', afterMs };
    case 'restart-redis':
      return { kind: 'restart-redis', afterMs, durationMs: random.integer(OUTAGE_MS) };
  }
}

function aFreeze(random: SeededRandom): Fault {
  return {
    kind: 'freeze',
    afterMs: random.integer(PAUSE_MS),
    durationMs: random.integer(FREEZE_MS),
    part: random.pick(programParts),
  };
}

function insertAnywhere(faults: Fault[], random: SeededRandom, fault: Fault): void {
  faults.splice(random.integer(faults.length + 1), 0, fault);
}
