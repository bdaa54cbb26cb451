/** How a process ended over a photo: what a quarantine is founded on. */
export type DeathEvidence = {
  readonly signal: string | null;
  readonly exitCode: number | null;
  /** Most resident memory that was seen of it; null when nobody looked in time. */
  readonly residentBytes: number | null;
  /** End of what it wrote to its standard error. */
  readonly lastWords: string;
  /** False when something outside ended it (a kill, the system's memory killer): that may hit a bystander. */
  readonly byItself: boolean;
};

/** Thrown when a process of ours died while it worked on one photo. */
export abstract class ProcessDied extends Error {
  /** Null when the process never came up: that is never the photo's doing. */
  abstract readonly evidence: DeathEvidence | null;
}

/** A run during which a process died. */
export type Death = {
  /** `decoder`: the child process that worked on this photo. `whole`: the process with everything that ran in it. */
  readonly process: 'decoder' | 'whole';
  /** When the run began. */
  readonly startedAt: string;
  /** Nothing else of the pipeline ran. */
  readonly alone: boolean;
  /** The whole process died again since then with no photo running alone: it dies without this one too. */
  readonly clearedSince: boolean;
  readonly evidence: DeathEvidence | null;
};

export type Verdict =
  | { readonly kind: 'in-company' }
  /** Nothing else may run beside it, and not before the process has lived this long without it. */
  | { readonly kind: 'alone'; readonly afterMs: number }
  | { readonly kind: 'quarantine' };

/** Deaths of its own that a photo is quarantined for. */
const OWN_DEATHS_TO_QUARANTINE = 2;
/** Deaths in company after which a photo runs alone. */
const DEATHS_TO_RUN_ALONE = 2;
/** A process that is killed again and again does not live this long; one that a photo kills does, as long as the photo waits. */
const FIRST_PROOF_MS = 5_000;
/** Before the run that may end in quarantine. */
const SECOND_PROOF_MS = 30_000;

/**
 * What becomes of a photo under whose runs processes died, at one stage and epoch. docs/poison-photos.md gives the reasons.
 */
export function verdictOn(deaths: readonly Death[]): Verdict {
  const own = deaths.filter(isOwn).length;
  if (own >= OWN_DEATHS_TO_QUARANTINE) return { kind: 'quarantine' };
  if (deaths.some((death) => isOwn(death) && death.process === 'whole')) {
    return { kind: 'alone', afterMs: SECOND_PROOF_MS };
  }
  const inDoubt = deaths.length - own;
  return inDoubt >= DEATHS_TO_RUN_ALONE ? { kind: 'alone', afterMs: FIRST_PROOF_MS } : { kind: 'in-company' };
}

/** Only such a death is the photo's: its own decoder failed by itself, or it was alone, and nothing has cleared it since. */
export function isOwn({ evidence, alone, clearedSince }: Death): boolean {
  return evidence?.byItself === true || (alone && !clearedSince);
}

/** How a process ended, in words. */
export function wayOf({ process, evidence }: Pick<Death, 'process' | 'evidence'>): string {
  if (process === 'whole') return 'the whole process ended without a word';
  if (evidence === null) return 'the decoder ended';
  const { signal, exitCode, residentBytes } = evidence;
  const memory = residentBytes === null ? '' : ` at ${Math.round(residentBytes / 1024 ** 2)} MiB of memory`;
  return `the decoder ended with ${signal ?? `exit code ${exitCode}`}${memory}`;
}
