import type { StageName } from './stage-name.ts';

export const crashKinds = [
  /** Nobody caught it; the process ends. */
  'uncaught-exception',
  'unhandled-rejection',
  /** A child process died over a photo; the photo is tried again or quarantined. */
  'decoder-death',
  /** The process before this one ended without its mark; found at the next start. */
  'process-death',
  /** A worker process ended though nobody asked it to; another took its seat and its photos were given to others. */
  'worker-death',
  /** The embedded queue engine ended; a new one was filled from SQLite. */
  'engine-lost',
] as const;

export type CrashKind = (typeof crashKinds)[number];

/** What is known at the place where it happens. */
export type Crash = {
  readonly kind: CrashKind;
  readonly reason: string;
  readonly stack: string | null;
  readonly stage: StageName | null;
  readonly photoId: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
};

/** As it lies in the data folder, one file each. */
export type CrashReport = Crash & {
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly process: { readonly pid: number; readonly uptimeSeconds: number };
  readonly versions: Readonly<Record<string, string>>;
  readonly memory: {
    readonly residentBytes: number;
    readonly heapUsedBytes: number;
    readonly systemFreeBytes: number;
    readonly systemTotalBytes: number;
  };
};

export type CrashReportItem = Pick<CrashReport, 'at' | 'kind' | 'reason' | 'stage' | 'photoId'> & {
  readonly path: string;
};

export type CrashReportList = {
  /** How many are kept; the oldest go. */
  readonly count: number;
  /** Newest first. */
  readonly newest: readonly CrashReportItem[];
};

export type CrashReports = {
  /** Writes one down, at once. Never throws: it is called while something else is going wrong. */
  file(crash: Crash): void;
  /** The newest, at most `limit`. */
  list(limit: number): CrashReportList;
};
