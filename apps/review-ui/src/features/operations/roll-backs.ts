import type { Event } from '@proofline/domain/event.ts';
import type { TakingBackKind } from '@proofline/domain/taking-back.ts';

/** What was taken back for one reason in one set. */
export type RollBack = {
  readonly kind: string;
  readonly setId: number | null;
  readonly photoIds: readonly number[];
  readonly actor: string;
  readonly reason: string | null;
  /** Of the newest of its events; ISO 8601 UTC. */
  readonly at: string;
  readonly id: number;
};

const titles = {
  'set.rolling-back': 'Roll-back of the set asked for',
  'set.rolled-back': 'Set rolled back',
  'photo.rolling-back': 'Roll-back asked for',
  'photo.rolled-back': 'Rolled back',
  'photo.rejected': 'Rolled back after a rejection',
  'publication.withdrawal-requested': 'Withdrawal asked for',
  'publication.roll-back-requested': 'Earlier publication asked back',
  'publication.rolled-back': 'Earlier publication put back',
  'publication.withdrawn': 'Taken off the site',
} as const satisfies Record<TakingBackKind, string>;

export const titleOf = ({ kind }: Pick<RollBack, 'kind'>): string =>
  (titles as Readonly<Record<string, string>>)[kind] ?? kind;

/** Events that took something back, newest first; photos of one set, kind and reason as one. */
export function rollBacksAmong(events: readonly Event[]): readonly RollBack[] {
  return [
    ...Map.groupBy(events, (event) => JSON.stringify([event.kind, event.setId, event.actor, reasonOf(event)])).values(),
  ].map((group) => {
    const { id, kind, setId, actor, at } = group[0]!;
    return {
      id,
      kind,
      setId,
      actor,
      at,
      reason: reasonOf(group[0]!),
      photoIds: group.flatMap(({ photoId }) => photoId ?? []).toReversed(),
    };
  });
}

const reasonOf = ({ detail }: Event) => (typeof detail['reason'] === 'string' ? detail['reason'] : null);
