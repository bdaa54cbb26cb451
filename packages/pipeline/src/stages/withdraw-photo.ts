import type { DataPaths } from '@proofline/domain/data-paths.ts';
import type { DossierStore } from '@proofline/domain/dossier.ts';
import { reachFaultPoint } from '@proofline/domain/fault-point.ts';
import {
  PublicationConflict,
  type KeptFiles,
  type PublicationLog,
  type Publisher,
} from '@proofline/domain/publication.ts';
import { publishedRenditionKinds } from '@proofline/domain/rendition.ts';
import { defineStage, done, returnedToReview, skipped } from '@proofline/domain/stage.ts';

type Needs = {
  readonly dossiers: DossierStore;
  readonly publications: PublicationLog;
  readonly publisher: Publisher;
  readonly keptFiles: KeptFiles;
  readonly paths: DataPaths;
};

/**
 * Takes a publication off the site, on a person's word: the photo leaves it, and its name is retired, never used again; or what the publication
 * replaced stands there again.
 */
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
  async run(photoId, { dossiers, publications, publisher, keptFiles, paths }, { signal, token }) {
    const withdrawal = publications.withdrawal(photoId);
    if (withdrawal === null) return skipped('the photo is not on the site');
    const forgetReplaced = () => keptFiles.dropAllBut(photoId, publications.neededSha256s(photoId));
    // By a run that ended before it could say so.
    if (withdrawal === 'carried-out') {
      await forgetReplaced();
      return done({});
    }
    const sameFiles = dossiers
      .get(photoId)
      .renditions.filter(({ kind }) => publishedRenditionKinds.some((published) => published === kind))
      .map(({ path }) => paths.absolute(path));
    try {
      await publisher.withdraw({ ...withdrawal, sameFiles }, signal);
    } catch (error) {
      // No retry mends that: a person removes the file and asks again.
      if (error instanceof PublicationConflict) return returnedToReview(error.message);
      throw error;
    }
    publications.withdrawn(withdrawal.publication.id, token);
    reachFaultPoint('withdrawal-recorded');
    await forgetReplaced();
    return done({});
  },
});
