import { join } from 'node:path';
import type { DiskFloor } from '@proofline/domain/disk-floor.ts';
import type { PhotoIntake } from '@proofline/domain/photo-intake.ts';
import type { PhotoStore } from '@proofline/domain/photo.ts';
import { RefusedPhoto } from '@proofline/domain/refusal.ts';
import { defineStage, done } from '@proofline/domain/stage.ts';

type Needs = { readonly photos: PhotoStore; readonly intake: PhotoIntake; readonly diskFloor: DiskFloor };

/** Takes a verified working copy of the original; whether its content is a duplicate is for the ledger to say. */
export const ingestOriginal = defineStage<'ingest-original', Needs>({
  name: 'ingest-original',
  subject: 'photo',
  maxAttempts: 5,
  timeoutMs: 10 * 60_000,
  backoffMs: 1_000,
  concurrency: 8,
  undoes: ['original'],
  async run(photoId, { photos, intake, diskFloor }, run) {
    await diskFloor.assertRoom();
    const photo = photos.get(photoId);
    const folder = await run.attemptFolder();
    const name = `original${safeExtension(photo.originalFileName)}`;
    const copy = await intake.copy(photo.sourcePath, join(folder.absolutePath, name), run.signal);
    const isAnother = copy.bytes !== photo.sourceBytes;
    // A file may still have been on its way when the set was accepted; whoever asks for it again has looked at it.
    if (isAnother && photo.epoch === 1) {
      throw new RefusedPhoto({
        code: 'changed',
        reason: `${photo.originalFileName} had ${photo.sourceBytes} bytes when the set was accepted and has ${copy.bytes} now; it was not taken in; try it again when it is complete`,
      });
    }
    return done({
      original: {
        workingPath: `${folder.relativePath}/${name}`,
        contentSha256: copy.sha256,
        ...(isAnother && { sourceBytes: copy.bytes }),
      },
    });
  },
});

/** The extension only helps a person who looks into the folder; decoders go by content. */
function safeExtension(fileName: string): string {
  return /\.[a-z0-9]{1,5}$/i.exec(fileName)?.[0].toLowerCase() ?? '';
}
