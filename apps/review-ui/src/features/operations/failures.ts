import type { FailureCause, FailureGroup as FailedForOneCause } from '@proofline/domain/failure.ts';
import { failureTitle } from '@proofline/domain/failure-title.ts';
import type { SetOverview } from '@proofline/domain/overview.ts';
import type { PublicationPlanItem } from '@proofline/domain/publication.ts';

export type FailedPhoto = {
  readonly photoId: number;
  /** Null where only the photo is known. */
  readonly setId: number | null;
  readonly fileName: string;
  readonly reason: string;
};

/** Photos that ended for the same cause. */
export type FailureGroup = {
  readonly ending: 'refused' | 'given up' | 'quarantined' | 'still on the site' | 'not published';
  /** Its cause in words. */
  readonly title: string;
  /** The name of the cause, to search for; null where it has none, or nothing but that name. */
  readonly code: string | null;
  /** By which the API knows the group; null where it has no such name. */
  readonly cause: FailureCause | null;
  /** How many there are; not all of them need be listed. */
  readonly count: number;
  readonly lastReason: string;
  /** The newest first where the server chose them. */
  readonly photos: readonly FailedPhoto[];
  /** Of the newest sets, those that can be given back. */
  readonly photoIds: readonly number[];
};

/** One cause, one line, the most frequent first. */
export function failureGroups(
  failed: readonly FailedForOneCause[],
  overviews: readonly SetOverview[],
  plan: readonly PublicationPlanItem[],
): readonly FailureGroup[] {
  return [
    ...failed.map((group) => byCause(group, overviews)),
    ...together('still on the site', stillOnSite(overviews)),
    ...together('not published', notPublished(plan)),
  ].toSorted((a, b) => b.count - a.count);
}

function byCause(group: FailedForOneCause, overviews: readonly SetOverview[]): FailureGroup {
  const { state, stage, code, photos, lastReason, sample } = group;
  const known = overviews.flatMap(({ refused, discarded }) => (state === 'refused' ? refused : discarded));
  return {
    ending: state === 'discarded' ? 'given up' : code === 'quarantined' ? 'quarantined' : 'refused',
    ...namesOf(code),
    cause: { state, stage, code },
    count: photos,
    lastReason,
    photos: sample.map(({ originalFileName, ...photo }) => ({ ...photo, fileName: originalFileName })),
    photoIds: known.filter((item) => item.stage === stage && item.code === code).map(({ photoId }) => photoId),
  };
}

function namesOf(code: string): Pick<FailureGroup, 'title' | 'code'> {
  const title = failureTitle(code);
  return title === null ? { title: code, code: null } : { title, code };
}

type Ended = { readonly code: string; readonly photo: FailedPhoto };

const stillOnSite = (overviews: readonly SetOverview[]) =>
  overviews.flatMap(({ set, stillOnSite: items }) =>
    items.map(({ code, photoId, originalFileName, reason }): Ended => ({
      code,
      photo: { photoId, setId: set.id, fileName: originalFileName, reason },
    })),
  );

const notPublished = (plan: readonly PublicationPlanItem[]) =>
  plan.flatMap(({ photoId, fileName, change, lastFailure }): readonly Ended[] =>
    lastFailure === null || change === 'unchanged'
      ? []
      : [{ code: causeOf(lastFailure, fileName), photo: { photoId, setId: null, fileName, reason: lastFailure } }],
  );

function together(ending: FailureGroup['ending'], ended: readonly Ended[]): readonly FailureGroup[] {
  return [...Map.groupBy(ended, ({ code }) => code)].map(([code, group]) => ({
    ending,
    ...namesOf(code),
    cause: null,
    count: group.length,
    lastReason: group.at(-1)!.photo.reason,
    photos: group.map(({ photo }) => photo),
    photoIds: group.map(({ photo }) => photo.photoId),
  }));
}

const LONGEST_CAUSE = 60;

/** What failures of different photos share: their words without names and figures. */
function causeOf(failure: string, fileName: string): string {
  const plain = failure.replaceAll(fileName, '…').replaceAll(/\d+/g, '…');
  return plain.length > LONGEST_CAUSE ? `${plain.slice(0, LONGEST_CAUSE)}…` : plain;
}
