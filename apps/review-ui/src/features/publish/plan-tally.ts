import type { PublicationPlanItem } from '@proofline/domain/publication.ts';

export const changesInWords = {
  new: 'new',
  'image-changed': 'image changed',
  'text-changed': 'text changed',
  unchanged: 'unchanged',
  withdrawn: 'leaves the site',
} as const satisfies Record<PublicationPlanItem['change'], string>;

/** Whether publishing sends something of it. */
export const isDue = ({ blockedBy, change }: Pick<PublicationPlanItem, 'blockedBy' | 'change'>) =>
  blockedBy.length === 0 && change !== 'unchanged' && change !== 'withdrawn';

/** Photos by what becomes of them; a blocked one counts as that alone. */
export function planTally(items: readonly PublicationPlanItem[]): readonly (readonly [string, number])[] {
  const free = items.filter(({ blockedBy }) => blockedBy.length === 0);
  const of = (wanted: PublicationPlanItem['change']) => free.filter(({ change }) => change === wanted).length;
  return [
    ['New', of('new')],
    ['Image changed', of('image-changed')],
    ['Text changed', of('text-changed')],
    ['Unchanged', of('unchanged')],
    ['Leaves the site', of('withdrawn')],
    ['Blocked', items.length - free.length],
    ['Failed last time', items.filter(({ lastFailure }) => lastFailure !== null).length],
  ];
}
