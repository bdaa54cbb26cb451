import type { QualityBand } from './quality.ts';
import type { StageName } from './stage-name.ts';

/** How many cameras of a year have a row of their own; the others are `Other`. */
export const TOP_CAMERAS = 5;

export const analyticsNames = [
  'catalogue-growth',
  'quality-bands',
  'cameras-by-year',
  'stage-times',
  'failures',
  'gate-findings',
  'field-edits',
] as const;
export type AnalyticsName = (typeof analyticsNames)[number];

export type Analytics = {
  /** Photos that the site shows now, by the day (UTC) on which their publication was asked for. */
  readonly 'catalogue-growth': readonly { readonly day: string; readonly published: number; readonly total: number }[];
  /** Every rated photo, by band. */
  readonly 'quality-bands': readonly { readonly band: QualityBand; readonly photos: number }[];
  /** By the year of capture, newest first; `Unknown` where the file names no camera. */
  readonly 'cameras-by-year': readonly { readonly year: string; readonly camera: string; readonly photos: number }[];
  /** Of the newest runs: finished attempts of each stage, and how long they took, in milliseconds of wall time. */
  readonly 'stage-times': readonly {
    readonly runId: number;
    readonly stage: StageName;
    readonly attempts: number;
    readonly totalMs: number;
    readonly meanMs: number;
    readonly longestMs: number;
  }[];
  readonly failures: readonly {
    readonly state: string;
    readonly stage: StageName;
    readonly code: string;
    readonly photos: number;
  }[];
  /** Findings that stand in the present judgements, by rule. */
  readonly 'gate-findings': readonly { readonly rule: string; readonly severity: string; readonly findings: number }[];
  /** How often a person changed a field, in all. */
  readonly 'field-edits': readonly { readonly field: string; readonly edits: number; readonly photos: number }[];
};

export type AnalyticsReader = {
  /** Reckoned anew at most once in a while; `at` says when, ISO 8601 UTC. */
  read<Name extends AnalyticsName>(name: Name): { readonly at: string; readonly rows: Analytics[Name] };
};
