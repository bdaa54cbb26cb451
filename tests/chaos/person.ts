import { DetailedError, parseResponse, type ApiClient } from '@proofline/api/client.ts';
import { wishOf, type PlannedSet } from './photo-sets.ts';
import type { Now, PhotoNow } from './review-database.ts';
import { editReview } from '../support/edit-review.ts';

/**
 * Operator and reviewer of a campaign, over the API alone. After a kill nobody knows whether the last request arrived; so each act is derived from
 * how things stand, and is done again or found done.
 */
export type Person = {
  /** What there is to do as things stand, in the order of doing it. */
  acts(now: Now, addedSets: number): readonly Act[];
};

/** Throws when the system is not there to answer. */
export type Act = { readonly what: string; run(client: ApiClient): Promise<unknown> };

/** The photo's own words: the gate lets no two photos have the same. */
const correctionOf = (photoId: number) => `Corrected by the reviewer after photo ${photoId} was published`;

/** Photos in one request to publish. */
const PUBLISHED_AT_ONCE = 50;

export function createPerson(seed: number, sets: readonly PlannedSet[]): Person {
  const planned = new Map(sets.map((set) => [set.subject, set]));
  return {
    acts(now, addedSets) {
      const wishOfPhoto = ({ setSubject, fileName }: PhotoNow) => wishOf(seed, planned.get(setSubject)!, fileName);
      const approved = now.photos.filter(
        (photo) => isApproved(photo) && photo.isPublishedAsIs === 0 && wishOfPhoto(photo) !== 'hold',
      );
      return [
        ...addNext(now, sets.slice(0, addedSets)),
        ...rollBackSets(now, planned),
        ...now.photos.flatMap((photo) => reviewed(photo, wishOfPhoto(photo), planned.get(photo.setSubject)!)),
        ...(approved.length > 0 ? [publish(approved.slice(0, PUBLISHED_AT_ONCE))] : []),
      ];
    },
  };
}

/** One set after the other, so that names depend on the order of the plan; a folder comes again once it was taken back. */
function addNext({ sets }: Now, planned: readonly PlannedSet[]): readonly Act[] {
  const known = new Map(sets.map((set) => [set.subject, set.state]));
  const next = planned.find(({ subject }) => !known.has(subject));
  if (next === undefined) return [];
  const before = planned.find(({ sourceFolder }) => sourceFolder === next.sourceFolder)!;
  if (before !== next && known.get(before.subject) !== 'rolled-back') return [];
  const { sourceFolder, subject, captioner } = next;
  const json = { sourceFolder, subject, captioner, location: 'Test Place', folderKey: 'nature' };
  return [{ what: `add ${subject}`, run: (client) => parseResponse(client.sets.$post({ json })) }];
}

function rollBackSets({ sets, photos }: Now, planned: ReadonlyMap<string, PlannedSet>): readonly Act[] {
  return sets
    .filter(({ subject, state }) => planned.get(subject)!.isRolledBack && state === 'accepted')
    .filter(({ subject }) => photos.some(({ setSubject, state }) => setSubject === subject && state === 'in-review'))
    .map(({ setId, subject }) => ({
      what: `roll back ${subject}`,
      run: (client) =>
        parseResponse(client.rollbacks.$post({ json: { scope: 'set', id: setId, reason: 'wrong subject' } })),
    }));
}

function reviewed(photo: PhotoNow, wish: ReturnType<typeof wishOf>, set: PlannedSet): readonly Act[] {
  if (set.isRolledBack || wish === 'leave') return [];
  const { photoId, state, reviewStatus } = photo;
  const param = { photoId: String(photoId) };
  const act = (what: string, run: Act['run']): readonly Act[] => [{ what: `${what} photo ${photoId}`, run }];
  if (state === 'published') {
    if (wish === 'correct' && photo.isCorrected === 0) {
      return act('correct', (client) => editReview(client, photoId, { caption: correctionOf(photoId) }));
    }
    if (wish === 'withdraw') {
      return act('withdraw', (client) =>
        parseResponse(client.photos[':photoId'].withdrawal.$put({ param, json: { reason: 'asked for' } })),
      );
    }
    return [];
  }
  if (state !== 'in-review' || reviewStatus !== 'pending') return [];
  if (wish === 'reject') {
    return act('reject', (client) =>
      parseResponse(client.photos[':photoId'].rejection.$put({ param, json: { reason: 'not level' } })),
    );
  }
  if (wish === 'roll-back') {
    return act('roll back', (client) =>
      parseResponse(client.rollbacks.$post({ json: { scope: 'photo', id: photoId, reason: 'wrong photo' } })),
    );
  }
  return act('approve', async (client) => {
    const { revisionHash } = await parseResponse(client.reviews[':photoId'].$get({ param }));
    return parseResponse(client.photos[':photoId'].approval.$put({ param, json: { revisionHash } }));
  });
}

function publish(photos: readonly PhotoNow[]): Act {
  const photoIds = photos.map(({ photoId }) => photoId);
  return {
    what: `publish ${photoIds.length} photos`,
    run: (client) => parseResponse(client.publications.$post({ json: { photoIds } })),
  };
}

function isApproved({ state, reviewStatus }: PhotoNow): boolean {
  return state === 'in-review' && reviewStatus === 'approved';
}

/** The request lost a race with the system or with itself; looking again tells what is still to do. */
export function isConflict(error: unknown): boolean {
  return error instanceof DetailedError && [404, 409, 412].includes(error.statusCode ?? 0);
}

/** Nobody answered: the process is down. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof DetailedError && error.statusCode === 503);
}
