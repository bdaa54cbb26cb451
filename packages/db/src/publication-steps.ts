import type { PublicationStep } from '@proofline/domain/publication.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export type Step = {
  readonly publicationId: number;
  readonly token: string;
  readonly step: PublicationStep;
  readonly finishedAt: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

/**
 * The steps of publications. Those that nothing depends on wait in memory for the next one that must last: each would be a flush to the disk of its
 * own. A crash loses them, and the next run finds out from the site itself how far this one got.
 */
export type PublicationSteps = {
  /** Kept until its run writes, or the publication is begun anew. */
  keep(step: Step): void;
  /** Within a transaction: writes what was kept of the run, then `last`; returns all of them. */
  write(token: string, ...last: readonly Step[]): readonly Step[];
  /** What was kept of the run is on the disk. */
  written(token: string): void;
  /** Within a transaction: writes what runs that failed have left of this publication. */
  writeLeftOver(publicationId: number): void;
};

export function createPublicationSteps({ sqlite }: UnitOfWork): PublicationSteps {
  const insert = sqlite.prepare(
    `INSERT INTO publication_steps (publication_id, step, finished_at, detail) VALUES (?, ?, ?, ?)
     ON CONFLICT (publication_id, step) DO UPDATE SET finished_at = excluded.finished_at, detail = excluded.detail`,
  );
  let kept: readonly Step[] = [];

  function insertAll(steps: readonly Step[]): readonly Step[] {
    for (const { publicationId, step, finishedAt, detail } of steps)
      insert.run(publicationId, step, finishedAt, JSON.stringify(detail));
    return steps;
  }

  return {
    keep: (step) => void (kept = [...kept, step]),
    write: (token, ...last) => insertAll([...kept.filter((step) => step.token === token), ...last]),
    written: (token) => void (kept = kept.filter((step) => step.token !== token)),
    writeLeftOver(publicationId) {
      const leftOver = insertAll(kept.filter((step) => step.publicationId === publicationId));
      kept = kept.filter((step) => !leftOver.includes(step));
    },
  };
}
