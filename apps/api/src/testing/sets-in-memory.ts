import { DomainError } from '@proofline/domain/domain-error.ts';
import type { SetOverview } from '@proofline/domain/overview.ts';
import type { PhotoSet, PhotoSetDesk } from '@proofline/domain/photo-set.ts';
import type { SetHold } from '@proofline/domain/set-hold.ts';
import { sampleSet } from './sample-photo.ts';

type State = { sets: PhotoSet[]; overviews: SetOverview[]; readonly now: Date };

/** The operator's desk of sets, for tests of the API and of its clients. */
export function setsInMemory(
  state: () => State,
  record: (actor: string, kind: string, detail: Readonly<Record<string, unknown>>) => void,
): PhotoSetDesk {
  function get(setId: number): PhotoSet {
    const set = state().sets.find(({ id }) => id === setId);
    if (set === undefined) throw new DomainError('not_found', `there is no set ${setId}`);
    return set;
  }

  function change(setId: number, hold: SetHold | null): void {
    const changed = (set: PhotoSet) => (set.id === setId ? { ...set, hold } : set);
    const all = state();
    all.sets = all.sets.map(changed);
    all.overviews = all.overviews.map((overview) => ({ ...overview, set: changed(overview.set) }));
  }

  return {
    add(request, actor) {
      const { sets } = state();
      const set: PhotoSet = { ...sampleSet, ...request, id: sets.length + 1, requestedBy: actor.name };
      sets.push(set);
      record(actor.name, 'set.added', { setId: set.id });
      return set;
    },
    get,
    list: ({ after = 0, limit = Infinity } = {}) =>
      state()
        .sets.filter(({ id }) => id > after)
        .slice(0, limit),
    hold(setId, reason, { name: by }) {
      if (get(setId).state !== 'accepted')
        throw new DomainError('conflict', `set ${setId} is over: there is nothing to hold`);
      change(setId, { at: state().now.toISOString(), by, reason });
      record(by, 'set.held', { setId, reason });
    },
    resume(setId, { name }) {
      get(setId);
      change(setId, null);
      record(name, 'set.resumed', { setId });
    },
  };
}
