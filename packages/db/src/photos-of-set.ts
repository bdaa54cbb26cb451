import type { ContentHolder, PhotosOfSet, PhotoToName } from '@proofline/domain/photos-of-set.ts';
import type { PhotoFields } from '@proofline/domain/photo-metadata.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export type ContentHolders = PhotosOfSet & {
  /** The live photo that was there before this one with the same content. */
  earlierHolderOf(photo: { readonly photoId: number; readonly contentSha256: string }): ContentHolder | null;
};

/** States in which a photo no longer lays claim to its content. */
const NOT_LIVE = `('refused', 'discarded', 'rejected', 'rolling-back', 'rolled-back', 'withdrawn')`;

export function createPhotosOfSet({ sqlite }: UnitOfWork): ContentHolders {
  const selectWaiting = sqlite.prepare<[number], Omit<PhotoToName, 'fields'> & { readonly fields: string | null }>(
    `SELECT p.id AS photoId, p.position, p.original_file_name AS originalFileName,
       p.source_relative_path AS sourceRelativePath, p.content_sha256 AS contentSha256, m.fields
     FROM photos p LEFT JOIN photo_metadata m ON m.photo_id = p.id AND m.layer = 'file'
     WHERE p.set_id = ? AND p.state = 'waiting' ORDER BY p.position`,
  );
  const holderWhere = (claim: string) =>
    sqlite.prepare<{ photoId: number; contentSha256: string }, ContentHolder>(
      `SELECT p.id AS photoId, p.set_id AS setId, f.name AS fileName, p.source_path AS sourcePath
       FROM photos p LEFT JOIN file_names f ON f.photo_id = p.id AND f.state IN ('reserved', 'published')
       WHERE p.content_sha256 = @contentSha256 AND p.id <> @photoId AND p.state NOT IN ${NOT_LIVE} AND ${claim}
       ORDER BY f.name IS NULL, p.id LIMIT 1`,
    );
  const selectHolder = holderWhere('(p.id < @photoId OR f.name IS NOT NULL)');
  const selectEarlier = holderWhere('p.id < @photoId');

  return {
    waiting: (setId) =>
      selectWaiting
        .all(setId)
        .map((row) => ({ ...row, fields: row.fields === null ? {} : (JSON.parse(row.fields) as PhotoFields) })),
    holderOf: ({ photoId, contentSha256 }) => selectHolder.get({ photoId, contentSha256 }) ?? null,
    earlierHolderOf: ({ photoId, contentSha256 }) => selectEarlier.get({ photoId, contentSha256 }) ?? null,
  };
}
