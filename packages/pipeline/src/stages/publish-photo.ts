import type { DataPaths } from '@proofline/domain/data-paths.ts';
import type { DiskFloor } from '@proofline/domain/disk-floor.ts';
import type { DossierStore } from '@proofline/domain/dossier.ts';
import { reachFaultPoint } from '@proofline/domain/fault-point.ts';
import type { PublicationLog, Publisher } from '@proofline/domain/publication.ts';
import { ApprovalVoid, PublicationConflict, RowRefused } from '@proofline/domain/publication.ts';
import { renditionOf } from '@proofline/domain/rendition.ts';
import { defineStage, done, returnedToReview } from '@proofline/domain/stage.ts';

type Needs = {
  readonly dossiers: DossierStore;
  readonly publications: PublicationLog;
  readonly publisher: Publisher;
  readonly paths: DataPaths;
  readonly diskFloor: DiskFloor;
};

/** Brings one approved photo to the site. The approval is checked again here, at the last moment, against the data itself. */
export const publishPhoto = defineStage<'publish-photo', Needs>({
  name: 'publish-photo',
  subject: 'photo',
  maxAttempts: 6,
  timeoutMs: 10 * 60_000,
  backoffMs: 2_000,
  concurrency: 4,
  undoes: [],
  whenGivenUp: 'in-review',
  async run(photoId, { dossiers, publications, publisher, paths, diskFloor }, { signal, token }) {
    await diskFloor.assertRoom();
    try {
      const { publication, photo, ownWebSha256s } = publications.begin(photoId, publisher.target, token);
      reachFaultPoint('publication-begun');
      const { renditions } = dossiers.get(photoId);
      const receipt = await publisher.publish(
        {
          photo,
          webFile: paths.absolute(renditionOf(renditions, 'web').path),
          thumbFile: paths.absolute(renditionOf(renditions, 'web-thumb').path),
          ownWebSha256s,
          assertApproved: () => publications.assertApproved(publication.id),
          onStep: (step, detail) => publications.step(publication.id, token, step, detail),
        },
        signal,
      );
      publications.finish(publication.id, token, receipt);
      reachFaultPoint('publication-finished');
      return done({ published: { publicationId: publication.id } });
    } catch (error) {
      if (needsPerson.some((kind) => error instanceof kind)) return returnedToReview((error as Error).message);
      throw error;
    }
  },
});

/** Trying again would change nothing. */
const needsPerson = [ApprovalVoid, PublicationConflict, RowRefused] as const;
