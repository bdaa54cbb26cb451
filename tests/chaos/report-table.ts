import type { CampaignReport } from './campaign.ts';

export type FinishedReport = Pick<CampaignReport, 'faults' | 'recoveriesMs' | 'violations'> & {
  readonly invariants: number;
  readonly durationMs: number;
};

/** What a campaign came to: faults by kind, recoveries, violations. */
export function reportTable({ faults, recoveriesMs, violations, invariants, durationMs }: FinishedReport): string {
  const sorted = recoveriesMs.toSorted((a, b) => a - b);
  const lines: readonly (readonly [string, string])[] = [
    ...[...faults].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([kind, count]) => [kind, String(count)] as const),
    ['recoveries', String(sorted.length)],
    ['recovery, median', seconds(share(sorted, 0.5))],
    ['recovery, p95', seconds(share(sorted, 0.95))],
    ['recovery, longest', seconds(sorted.at(-1))],
    ['duration', seconds(durationMs)],
    ['invariants checked', String(invariants)],
    ['violations', String(violations.length)],
  ];
  const width = Math.max(...lines.map(([name]) => name.length));
  return [
    ...lines.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
    ...violations.map((text) => `  - ${text}`),
  ].join('\n');
}

/** The same for machines: times in milliseconds. */
export function reportJson({ faults, recoveriesMs, violations, invariants, durationMs }: FinishedReport) {
  const sorted = recoveriesMs.toSorted((a, b) => a - b);
  return {
    faults: Object.fromEntries([...faults].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    recoveries: {
      count: sorted.length,
      medianMs: share(sorted, 0.5) ?? null,
      p95Ms: share(sorted, 0.95) ?? null,
      longestMs: sorted.at(-1) ?? null,
    },
    durationMs: Math.round(durationMs),
    invariantsChecked: invariants,
    violations,
  };
}

function share(sorted: readonly number[], of: number): number | undefined {
  return sorted[Math.max(0, Math.ceil(sorted.length * of) - 1)];
}

function seconds(ms: number | undefined): string {
  return ms === undefined ? 'none' : `${(ms / 1000).toFixed(1)} s`;
}
