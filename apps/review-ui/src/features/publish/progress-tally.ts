import type { TargetProgress } from '@proofline/domain/publication-progress.ts';

export type ProgressTally = {
  readonly photos: number;
  /** What was withdrawn meanwhile had been there. */
  readonly done: number;
  readonly failed: number;
  readonly isOver: boolean;
};

/** How far the photos of these targets are together. */
export function progressTally(targets: readonly Pick<TargetProgress, 'byState'>[]): ProgressTally {
  const of = (state: keyof TargetProgress['byState']) =>
    targets.reduce((sum, { byState }) => sum + (byState[state] ?? 0), 0);
  const done = of('published') + of('withdrawn');
  const failed = of('failed');
  const open = of('queued') + of('uploading');
  return { photos: done + failed + open, done, failed, isOver: open === 0 };
}
