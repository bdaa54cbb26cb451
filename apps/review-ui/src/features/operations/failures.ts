import type { RefusedItem, SetOverview } from '@proofline/domain/overview.ts';
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
  readonly code: string;
  readonly photos: readonly FailedPhoto[];
};

/** One cause, one line, the most frequent first. */
export function failureGroups(
  overviews: readonly SetOverview[],
  plan: readonly PublicationPlanItem[],
): readonly FailureGroup[] {
  type Ended = { readonly ending: FailureGroup['ending']; readonly code: string; readonly photo: FailedPhoto };
  const ofSets = overviews.flatMap(({ set, refused, discarded, stillOnSite }): readonly Ended[] => {
    const ended = (ending: (item: RefusedItem) => FailureGroup['ending']) => (item: RefusedItem) => ({
      ending: ending(item),
      code: item.code,
      photo: { photoId: item.photoId, setId: set.id, fileName: item.originalFileName, reason: item.reason },
    });
    return [
      ...refused.map(ended(endingOf)),
      ...discarded.map(ended(() => 'given up')),
      ...stillOnSite.map(ended(() => 'still on the site')),
    ];
  });
  const ofSite = plan.flatMap(({ photoId, fileName, change, lastFailure }): readonly Ended[] =>
    lastFailure === null || change === 'unchanged'
      ? []
      : [
          {
            ending: 'not published',
            code: causeOf(lastFailure, fileName),
            photo: { photoId, setId: null, fileName, reason: lastFailure },
          },
        ],
  );
  return [...Map.groupBy([...ofSets, ...ofSite], ({ ending, code }) => `${ending} ${code}`).values()]
    .map((group) => ({ ending: group[0]!.ending, code: group[0]!.code, photos: group.map(({ photo }) => photo) }))
    .toSorted((a, b) => b.photos.length - a.photos.length);
}

const endingOf = ({ code }: RefusedItem): FailureGroup['ending'] =>
  code === 'quarantined' ? 'quarantined' : 'refused';

const LONGEST_CAUSE = 60;

/** What failures of different photos share: their words without names and figures. */
function causeOf(failure: string, fileName: string): string {
  const plain = failure.replaceAll(fileName, '…').replaceAll(/\d+/g, '…');
  return plain.length > LONGEST_CAUSE ? `${plain.slice(0, LONGEST_CAUSE)}…` : plain;
}
