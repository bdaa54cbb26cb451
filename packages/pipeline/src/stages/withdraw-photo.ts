import { reachFaultPoint } from '@proofline/domain/fault-point.ts';
import { PublicationConflict, type PublicationLog, type Publisher } from '@proofline/domain/publication.ts';
import { defineStage, done, returnedToReview, skipped } from '@proofline/domain/stage.ts';

type Needs = { readonly publications: PublicationLog; readonly publisher: Publisher };

/** Takes a published photo off the site, on a person's word; its name is retired, never used again. */
export const withdrawPhoto = defineStage<'withdraw-photo', Needs>({
  name: 'withdraw-photo',
  subject: 'photo',
  // A withdrawal is never given up: half taken away, a photo is neither on the site nor off it.
  maxAttempts: 1_000_000,
  neverQuarantined: true,
  timeoutMs: 5 * 60_000,
  backoffMs: 2_000,
  concurrency: 4,
  undoes: [],
  async run(photoId, { publications, publisher }, { signal, token }) {
    const publication = publications.current(photoId);
    if (publication === null) return skipped('the photo is not on the site');
    try {
      await publisher.withdraw(publication, publications.ownWebSha256s(publication.id), signal);
    } catch (error) {
      // No retry mends that: a person removes the file and asks again.
      if (error instanceof PublicationConflict) return returnedToReview(error.message);
      throw error;
    }
    publications.withdrawn(publication.id, token);
    reachFaultPoint('withdrawal-recorded');
    return done({});
  },
});
