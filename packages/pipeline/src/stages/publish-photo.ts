import type { DataPaths } from '@proofline/domain/data-paths.ts';
import type { DiskFloor } from '@proofline/domain/disk-floor.ts';
import type { Dossier, DossierStore } from '@proofline/domain/dossier.ts';
import { reachFaultPoint } from '@proofline/domain/fault-point.ts';
import type { KeptFiles, Original, PublicationLog, Publisher, PublishRequest } from '@proofline/domain/publication.ts';
import { ApprovalVoid, PublicationConflict, RowRefused } from '@proofline/domain/publication.ts';
import { renditionOf } from '@proofline/domain/rendition.ts';
import { defineStage, done, returnedToReview, type StageRun } from '@proofline/domain/stage.ts';

type Needs = {
  readonly dossiers: DossierStore;
  readonly publications: PublicationLog;
  readonly publisher: Publisher;
  readonly keptFiles: KeptFiles;
  readonly paths: DataPaths;
  readonly diskFloor: DiskFloor;
};

const MAX_ATTEMPTS = 6;

/** Brings one approved photo to the site. The approval is checked again here, at the last moment, against the data itself. */
export const publishPhoto = defineStage<'publish-photo', Needs>({
  name: 'publish-photo',
  subject: 'photo',
  maxAttempts: MAX_ATTEMPTS,
  timeoutMs: 10 * 60_000,
  backoffMs: 2_000,
  concurrency: 4,
  undoes: [],
  whenGivenUp: 'in-review',
  async run(photoId, needs, run) {
    const { publications, keptFiles, diskFloor } = needs;
    await diskFloor.assertRoom();
    try {
      const begun = beginning(photoId, needs, run);
      reachFaultPoint('publication-begun');
      const receipt = await publishOrTakeBack(begun, needs, run);
      publications.finish(begun.publicationId, run.token, receipt);
      reachFaultPoint('publication-finished');
      await keptFiles.dropAllBut(photoId, publications.neededSha256s(photoId));
      return done({ published: { publicationId: begun.publicationId } });
    } catch (error) {
      if (needsPerson.some((kind) => error instanceof kind)) return returnedToReview((error as Error).message);
      throw error;
    }
  },
});

type Begun = { readonly publicationId: number; readonly request: PublishRequest };

function beginning(photoId: number, { dossiers, publications, publisher, paths }: Needs, { token }: StageRun): Begun {
  const { publication, ...known } = publications.begin(photoId, publisher.target, token);
  const dossier = dossiers.get(photoId);
  const rendered = (kind: 'web' | 'web-thumb') => paths.absolute(renditionOf(dossier.renditions, kind).path);
  return {
    publicationId: publication.id,
    request: {
      ...known,
      photoId,
      webFile: rendered('web'),
      thumbFile: rendered('web-thumb'),
      original: originalOf(dossier, paths),
      assertApproved: () => publications.assertApproved(publication.id),
      onStep: (step, detail) => publications.step(publication.id, token, step, detail),
    },
  };
}

/** The working copy is gone once the photo was published; what the person gave us stays where it is. */
function originalOf({ photo: { contentSha256, workingPath, sourcePath } }: Dossier, paths: DataPaths): Original | null {
  if (contentSha256 === null) return null;
  const files = [...(workingPath === null ? [] : [paths.absolute(workingPath)]), sourcePath];
  return { files, sha256: contentSha256 };
}

/** A run that will not be tried again leaves the site as it found it: nobody knows when somebody publishes the photo again. */
async function publishOrTakeBack(
  { publicationId, request }: Begun,
  needs: Needs,
  { signal, attempt, token }: StageRun,
) {
  const { publications, publisher } = needs;
  try {
    return await publisher.publish(request, signal);
  } catch (error) {
    const isLast = attempt >= MAX_ATTEMPTS || error instanceof RowRefused;
    const isLeftAlone = error instanceof ApprovalVoid || error instanceof PublicationConflict;
    if (!isLast || isLeftAlone || signal.aborted) throw error;
    const ownWebSha256s = publications.ownWebSha256s(publicationId);
    const previous = publications.previous(publicationId);
    if (previous !== null) {
      try {
        await publisher.takeBack({ ...request, ownWebSha256s, previous }, signal);
        publications.step(publicationId, token, 'taken-back', {});
      } catch (cause) {
        throw new AggregateError(
          [error, cause],
          `${(error as Error).message}; nor could it be taken back: ${(cause as Error).message}`,
          { cause },
        );
      }
    }
    throw error;
  }
}

/** Trying again would change nothing. */
const needsPerson = [ApprovalVoid, PublicationConflict, RowRefused] as const;
