import type { LedgerName, PublishedRecord, SiteRecords } from '@proofline/domain/site-audit.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export function createSiteRecords({ sqlite }: UnitOfWork): SiteRecords {
  // What came back by a roll-back stands there as it was kept, not as it was once composed.
  const published = sqlite.prepare<[number, number], Omit<PublishedRecord, 'photo'> & { photo: string | null }>(
    `SELECT id, photo_id AS photoId, file_name AS fileName, web_path AS webPath, thumb_path AS thumbPath,
       remote_id AS remoteId, web_bytes AS webBytes, web_sha256 AS webSha256, thumb_sha256 AS thumbSha256,
       (SELECT bytes FROM renditions r WHERE r.photo_id = p.photo_id AND r.kind = 'web-thumb' AND r.sha256 = p.thumb_sha256) AS thumbBytes,
       CASE WHEN EXISTS (SELECT 1 FROM withdrawals WHERE back_to_id = p.id) THEN NULL ELSE published_photo END AS photo
     FROM publications p WHERE state = 'published' AND id > ? ORDER BY id LIMIT ?`,
  );
  const names = sqlite.prepare<{ after: string; limit: number }, LedgerName>(
    `SELECT * FROM (
       SELECT folded_key AS foldedKey, name, state, photo_id AS photoId FROM file_names WHERE folded_key > @after
       UNION ALL
       SELECT folded_key, name, 'adopted', NULL FROM adopted_names WHERE folded_key > @after
     ) ORDER BY foldedKey LIMIT @limit`,
  );
  const inMotion = sqlite
    .prepare<{ fileName: string; since: string }, number>(
      `SELECT 1 FROM publications p WHERE p.file_name = @fileName AND (
         p.state IN ('queued', 'uploading') OR p.requested_at >= @since
         OR EXISTS (SELECT 1 FROM publication_steps s WHERE s.publication_id = p.id AND s.finished_at >= @since)
         OR EXISTS (SELECT 1 FROM withdrawals w WHERE w.publication_id = p.id
           AND (w.finished_at IS NULL OR w.finished_at >= @since)))
       LIMIT 1`,
    )
    .pluck();
  return {
    published: (after, limit) =>
      published.all(after, limit).map(({ photo, ...record }) => ({
        ...record,
        photo: photo === null ? null : (JSON.parse(photo) as PublishedRecord['photo']),
      })),
    names: (after, limit) => names.all({ after, limit }),
    isInMotion: (fileName, since) => inMotion.get({ fileName, since }) !== undefined,
  };
}
