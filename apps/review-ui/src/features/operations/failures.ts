import type { RefusedItem, SetOverview } from '@proofline/domain/overview.ts';

/** Photos that ended for the same cause. */
export type FailureGroup = {
  readonly ending: 'refused' | 'given up' | 'quarantined' | 'still on the site';
  readonly code: string;
  readonly photos: readonly (RefusedItem & { readonly setId: number })[];
};

/** One cause, one line, the most frequent first. */
export function failureGroups(overviews: readonly SetOverview[]): readonly FailureGroup[] {
  type Ended = Pick<FailureGroup, 'ending'> & { readonly photo: FailureGroup['photos'][number] };
  const all = overviews.flatMap(({ set, refused, discarded, stillOnSite }): readonly Ended[] => {
    const inSet = (item: RefusedItem) => ({ ...item, setId: set.id });
    return [
      ...refused.map((item): Ended => ({ ending: endingOf(item), photo: inSet(item) })),
      ...discarded.map((item): Ended => ({ ending: 'given up', photo: inSet(item) })),
      ...stillOnSite.map((item): Ended => ({ ending: 'still on the site', photo: inSet(item) })),
    ];
  });
  return [...Map.groupBy(all, ({ ending, photo }) => `${ending} ${photo.code}`).values()]
    .map((group) => ({
      ending: group[0]!.ending,
      code: group[0]!.photo.code,
      photos: group.map(({ photo }) => photo),
    }))
    .toSorted((a, b) => b.photos.length - a.photos.length);
}

const endingOf = ({ code }: RefusedItem): FailureGroup['ending'] =>
  code === 'quarantined' ? 'quarantined' : 'refused';
