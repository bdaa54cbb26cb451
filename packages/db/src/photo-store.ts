import { DomainError } from '@proofline/domain/domain-error.ts';
import type { Photo, PhotoStore } from '@proofline/domain/photo.ts';
import type { RefusalCode } from '@proofline/domain/refusal.ts';
import { eq, sql } from 'drizzle-orm';
import { photos } from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export function createPhotoStore({ orm }: UnitOfWork): PhotoStore {
  const select = orm
    .select()
    .from(photos)
    .where(eq(photos.id, sql.placeholder('photoId')))
    .prepare();
  return {
    get(photoId) {
      const row = select.get({ photoId });
      if (row === undefined) throw new DomainError('not_found', `there is no photo ${photoId}`);
      return toPhoto(row);
    },
  };
}

function toPhoto(row: typeof photos.$inferSelect): Photo {
  return {
    id: row.id,
    setId: row.setId,
    position: row.position,
    sourcePath: row.sourcePath,
    sourceRelativePath: row.sourceRelativePath,
    originalFileName: row.originalFileName,
    sourceBytes: row.sourceBytes,
    stage: row.stage,
    state: row.state,
    epoch: row.epoch,
    contentSha256: row.contentSha256,
    workingPath: row.workingPath,
    refusal:
      row.state === 'refused' && row.endedCode !== null && row.endedReason !== null
        ? { code: row.endedCode as RefusalCode, reason: row.endedReason }
        : null,
  };
}
