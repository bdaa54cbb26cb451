import type { FaultPoint } from '@proofline/domain/fault-point.ts';
import type { DeathStep } from '../chaos/process-orders.ts';
import type { SiteAct } from './photo-acts.ts';

/** A step of what changes the site, at which the process is killed. */
export type KillStep = { readonly act: SiteAct; readonly death: DeathStep };

const fileSteps = [
  'site-folder-made',
  'temporary-file-written',
  'temporary-file-verified',
  'temporary-file-renamed',
] as const satisfies readonly FaultPoint[];

const publicationSteps = [
  'publication-begun',
  'publication-checked',
  'original-copied',
  'original-archived',
  'previous-site-kept',
  'publication-embedded',
  ...fileSteps,
  'web-file-sent',
  'thumbnail-sent',
  'approval-checked-again',
  'site-row-written',
  'catalogue-row-written',
  'publication-verified',
  'publication-finished',
] as const satisfies readonly FaultPoint[];

const stepsOf: Readonly<Record<SiteAct, readonly DeathStep[]>> = {
  publication: [
    ...publicationSteps.map((point) => ({ point, occurrence: 1 })),
    // A correction has its original in the archive already.
    { point: 'archive-copy-written', occurrence: 1 },
    // Of the thumbnail.
    ...fileSteps.map((point) => ({ point, occurrence: 2 })),
    { point: 'run-completed', stage: 'publish-photo', occurrence: 1 },
  ],
  correction: publicationSteps.map((point) => ({ point, occurrence: 1 })),
  'roll-back': [
    ...fileSteps.map((point) => ({ point, occurrence: 1 })),
    ...(
      [
        'site-row-written',
        'catalogue-row-written',
        'thumbnail-removed',
        'web-file-removed',
        'withdrawal-recorded',
      ] as const
    ).map((point) => ({ point, occurrence: 1 })),
    { point: 'run-completed', stage: 'withdraw-photo', occurrence: 1 },
  ],
  withdrawal: (
    [
      'site-row-removed',
      'catalogue-row-removed',
      'thumbnail-removed',
      'web-file-removed',
      'withdrawal-recorded',
    ] as const
  ).map((point) => ({ point, occurrence: 1 })),
};

export const killSteps: readonly KillStep[] = Object.entries(stepsOf).flatMap(([act, deaths]) =>
  deaths.map((death) => ({ act: act as SiteAct, death })),
);

export function killName({ act, death: { point, occurrence } }: KillStep): string {
  return `${act}, killed at ${point}${occurrence === 1 ? '' : ` no. ${occurrence}`}`;
}

/** A new file is in its place and its row is the old one; the row is gone and its files and its mirror are there. */
export const sampledKills: readonly KillStep[] = killSteps.filter((step) =>
  ['correction, killed at temporary-file-renamed', 'withdrawal, killed at site-row-removed'].includes(killName(step)),
);
