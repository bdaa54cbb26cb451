import { setImmediate } from 'node:timers/promises';
import type { Actor } from '@proofline/domain/actor.ts';
import {
  editFor,
  type BulkDesk,
  type BulkEditRequest,
  type BulkPhotoResult,
  type BulkResult,
} from '@proofline/domain/bulk-edit.ts';
import { MOST_BULK_PHOTOS } from '@proofline/domain/bulk-size.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { ReviewActKind } from '@proofline/domain/review-act.ts';
import type { ReviewDesk } from '@proofline/domain/review.ts';
import type { BulkPlan, BulkPlanner, Wish } from './bulk-plan.ts';
import type { ReviewActRecords } from './review-acts.ts';
import { csvOf, wishesOf } from './review-csv.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** So many photos share a transaction; in between, others get their turn. */
const AT_ONCE = 25;

type Task = {
  readonly photoId: number;
  /** What it comes to without being done; null where it has to be done. */
  readonly settled: BulkPhotoResult | null;
  readonly work: () => void;
};

/** `desk` is the one that keeps no acts: here, all photos are one. */
export function createBulkDesk(
  unit: UnitOfWork,
  desk: ReviewDesk,
  acts: ReviewActRecords,
  planner: BulkPlanner,
): BulkDesk {
  // Within a transaction this is a savepoint: what one photo cannot have, the others keep.
  const alone = unit.sqlite.transaction((work: () => void) => work());

  async function doAll(kind: ReviewActKind, actor: Actor, tasks: readonly Task[]): Promise<BulkResult> {
    const isNeeded = tasks.some(({ settled }) => settled === null);
    const actId = isNeeded ? acts.begin(kind, actor) : null;
    const photos: BulkPhotoResult[] = [];
    for (let start = 0; start < tasks.length; start += AT_ONCE) {
      if (start > 0) await setImmediate();
      const part = tasks.slice(start, start + AT_ONCE);
      photos.push(...unit.write(() => part.map((task) => doOne(kind, actor, actId, task))));
    }
    if (photos.some(({ outcome }) => outcome === 'changed')) return { actId, photos };
    if (actId !== null) acts.drop(actId);
    return { actId: null, photos };
  }

  function doOne(kind: ReviewActKind, actor: Actor, actId: number | null, task: Task): BulkPhotoResult {
    const { photoId, settled, work } = task;
    if (settled !== null || actId === null) return settled ?? { photoId, outcome: 'unchanged', reason: null };
    try {
      alone(() => acts.record(kind, actor, photoId, work, actId));
      return { photoId, outcome: 'changed', reason: null };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { photoId, outcome: 'left', reason: error.message };
    }
  }

  const isWaiting = (photoId: number) => acts.now(photoId).review?.status === 'pending';

  async function apply(wishes: readonly Wish[], actor: Actor, seenHash: string): Promise<BulkResult> {
    const { preview, planned }: BulkPlan = await planner.plan(wishes);
    if (preview.hash !== seenHash)
      throw new DomainError('changed', 'the photos changed since the preview; nothing was written; look at it again');
    return doAll(
      'bulk-edit',
      actor,
      planned.map(({ photo: { photoId, revisionHash, changes, problem }, edit }): Task => {
        const settled =
          problem !== null
            ? ({ photoId, outcome: 'left', reason: problem } as const)
            : changes.length === 0
              ? ({ photoId, outcome: 'unchanged', reason: null } as const)
              : null;
        return { photoId, settled, work: () => desk.edit(photoId, edit, actor, revisionHash ?? undefined) };
      }),
    );
  }

  return {
    preview: async (request) => (await planner.plan(wishesFor(request))).preview,
    apply: (request, actor, seenHash) => apply(wishesFor(request), actor, seenHash),
    approve: ({ photos }, actor) =>
      doAll(
        'bulk-approval',
        actor,
        photos.map(({ photoId, revisionHash }) => ({
          photoId,
          settled: null,
          work: () => desk.approve(photoId, { revisionHash }, actor),
        })),
      ),
    reject: ({ photoIds, reason }, actor) =>
      doAll(
        'rejection',
        actor,
        [...new Set(photoIds)].map((photoId) => ({
          photoId,
          settled: null,
          work: () => desk.reject(photoId, { reason }, actor),
        })),
      ),
    takeBack: (photoIds, actor) =>
      doAll(
        'taking-back',
        actor,
        [...new Set(photoIds)].map((photoId) => ({
          photoId,
          settled: isWaiting(photoId) ? { photoId, outcome: 'unchanged', reason: null } : null,
          work: () => desk.takeBack(photoId, actor),
        })),
      ),
    async keywordCounts(photoIds) {
      const counts = new Map<string, number>();
      for (const [index, photoId] of photoIds.entries()) {
        if (index % AT_ONCE === AT_ONCE - 1) await setImmediate();
        for (const keyword of new Set(planner.fieldsOf(photoId)?.fields.keywords))
          counts.set(keyword, (counts.get(keyword) ?? 0) + 1);
      }
      return [...counts]
        .map(([keyword, photos]) => ({ keyword, photos }))
        .toSorted((a, b) => b.photos - a.photos || a.keyword.localeCompare(b.keyword));
    },
    // oxlint-disable-next-line typescript/require-await -- the port is asynchronous, so that long exports may take turns
    exportCsv: async (filter) =>
      csvOf(
        desk.list({ limit: MOST_BULK_PHOTOS, ...filter }).map(({ photoId }) => photoId),
        planner,
      ),
    // oxlint-disable-next-line typescript/require-await -- as above
    exportCsvOf: async (photoIds) => csvOf([...new Set(photoIds)], planner),
    previewCsv: async (csv) => (await planner.plan(wishesOf(csv))).preview,
    applyCsv: async (csv, actor, seenHash) => apply(wishesOf(csv), actor, seenHash),
  };
}

const wishesFor = ({ photoIds, changes }: BulkEditRequest): readonly Wish[] =>
  photoIds.map((photoId) => ({ photoId, make: (before) => editFor(changes, before) }));
