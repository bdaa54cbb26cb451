import type { EventLog } from '@proofline/domain/event.ts';
import type { Publication } from '@proofline/domain/publication.ts';
import type { PublishedPhoto } from '@proofline/domain/published-photo.ts';
import { desc, eq, sql } from 'drizzle-orm';
import { eventAbout } from './event-log.ts';
import type { Position } from './positions.ts';
import { publications } from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** The rows behind publication desk and log. */
export type PublicationRecords = {
  get(publicationId: number): Publication | undefined;
  /** The photo's publication that the site shows, or of which a file may be out already; null when the site holds nothing of it. */
  onSite(photoId: number): Publication | null;
  /** True while somebody is sending the photo's files. */
  isUploading(photoId: number): boolean;
  /** True when an approval of exactly this revision was ever given; the review says whether it still holds. */
  wasApproved(photoId: number, revisionHash: string): boolean;
  /** True when the photo's review approves the very revision that it stands at. */
  isApproved(photoId: number): boolean;
  /** What the publication on the site was made of; null when there is none, or when that was not written down yet. */
  publishedPhoto(photoId: number): PublishedPhoto | null;
  /** The newest publication that was asked for, if it failed, and why; null when it did not. */
  lastFailure(photoId: number): { readonly reason: string; readonly mayHaveSent: boolean } | null;
  /** Ends what was asked for and will not be carried out. */
  closeUnfinished(position: Position): void;
  /** Ends what a reviewer asked to be taken off the site and was not. */
  closeStopped(position: Position): void;
};

export function createPublicationRecords(unit: UnitOfWork, events: EventLog): PublicationRecords {
  const { orm, sqlite } = unit;
  const byId = orm
    .select()
    .from(publications)
    .where(eq(publications.id, sql.placeholder('id')))
    .prepare();
  const onSite = orm
    .select()
    .from(publications)
    .where(
      sql`${publications.photoId} = ${sql.placeholder('photoId')} AND (${publications.state} = 'published' OR (
        ${publications.state} IN ('uploading', 'failed') AND EXISTS (
          SELECT 1 FROM publication_steps WHERE publication_id = ${publications.id} AND step = 'embedded')
        AND NOT EXISTS (
          SELECT 1 FROM publication_steps WHERE publication_id = ${publications.id} AND step = 'taken-back')))`,
    )
    .orderBy(desc(sql`${publications.state} = 'published'`), desc(publications.id))
    .limit(1)
    .prepare();
  const uploading = sqlite
    .prepare<[number], number>(`SELECT 1 FROM publications WHERE photo_id = ? AND state = 'uploading'`)
    .pluck();
  const approved = sqlite
    .prepare<[number, string], number>(`SELECT 1 FROM approvals WHERE photo_id = ? AND revision_hash = ? LIMIT 1`)
    .pluck();
  const nowApproved = sqlite
    .prepare<[number], number>(
      `SELECT 1 FROM reviews JOIN approvals USING (photo_id, revision_hash) WHERE photo_id = ? AND status = 'approved' LIMIT 1`,
    )
    .pluck();
  const publishedPhoto = sqlite
    .prepare<[number], string | null>(
      `SELECT published_photo FROM publications WHERE photo_id = ? AND state = 'published'`,
    )
    .pluck();
  const newest = sqlite.prepare<[number], { state: string; mayHaveSent: 0 | 1 }>(
    `SELECT state, EXISTS (SELECT 1 FROM publication_steps WHERE publication_id = p.id AND step = 'embedded')
       AND NOT EXISTS (SELECT 1 FROM publication_steps WHERE publication_id = p.id AND step = 'taken-back') AS mayHaveSent
     FROM publications p WHERE photo_id = ? ORDER BY id DESC LIMIT 1`,
  );
  const endOfLastRun = sqlite
    .prepare<[number], string>(
      `SELECT error_text FROM stage_attempts
       WHERE subject_kind = 'photo' AND subject_id = ? AND stage = 'publish-photo' AND outcome = 'skipped'
       ORDER BY epoch DESC LIMIT 1`,
    )
    .pluck();
  const fail = sqlite
    .prepare<[number], number>(
      `UPDATE publications SET state = 'failed' WHERE photo_id = ? AND state IN ('queued', 'uploading') RETURNING id`,
    )
    .pluck();

  const stop = sqlite.prepare(
    `UPDATE withdrawals SET finished_at = ?, outcome = 'stopped' WHERE finished_at IS NULL
       AND publication_id IN (SELECT id FROM publications WHERE photo_id = ?)`,
  );

  return {
    get(id) {
      const row = byId.get({ id });
      return row && toPublication(row);
    },
    onSite(photoId) {
      const row = onSite.get({ photoId });
      return row === undefined ? null : toPublication(row);
    },
    isUploading: (photoId) => uploading.get(photoId) !== undefined,
    wasApproved: (photoId, revisionHash) => approved.get(photoId, revisionHash) !== undefined,
    isApproved: (photoId) => nowApproved.get(photoId) !== undefined,
    publishedPhoto(photoId) {
      const json = publishedPhoto.get(photoId);
      return json == null ? null : (JSON.parse(json) as PublishedPhoto);
    },
    lastFailure(photoId) {
      const publication = newest.get(photoId);
      if (publication?.state !== 'failed') return null;
      const reason = endOfLastRun.get(photoId) ?? 'it was rolled back before it was carried out';
      return { reason, mayHaveSent: publication.mayHaveSent === 1 };
    },
    closeStopped: (position) => void stop.run(unit.now(), position.id),
    closeUnfinished(position) {
      for (const publicationId of fail.all(position.id)) {
        events.append(eventAbout(position, 'publication.failed', { publicationId }));
      }
    },
  };
}

export function toPublication(row: typeof publications.$inferSelect): Publication {
  const {
    requestedBy: _by,
    requestedAt: _at,
    publishedPhoto: _photo,
    replaceableSha256: _replaceable,
    bytesSent: _sent,
    durationMs: _took,
    ...publication
  } = row;
  return publication;
}
