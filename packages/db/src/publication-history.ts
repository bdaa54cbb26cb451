import type { Delivered, PreviousSite, Publication, WithdrawalKind } from '@proofline/domain/publication.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** So many corrections of one photo can be rolled back, one after the other. */
const STEPS_BACK = 3;

/** What stood on the site under a photo's name, one publication after the other, and how it comes back. */
export type PublicationHistory = {
  /**
   * What the newest publications of the photo that were given up before this one, without being taken back, had found on the site; null when the last
   * one that was carried out left it whole.
   */
  leftBefore(photoId: number, publicationId: number): PreviousSite | null;
  /** What the site had before the photo's first publication; null when that is not on record. */
  beforeAll(photoId: number): PreviousSite | null;
  delivered(photoId: number): Delivered | null;
  openWithdrawal(photoId: number): { readonly kind: WithdrawalKind; readonly backToId: number | null } | null;
  closeWithdrawals(photoId: number): void;
  /** The publication with this id is on the site again, in place of the other one; what is approved now is not what the site shows. */
  standAgain(instead: Publication, backToId: number): void;
  neededSha256s(photoId: number): readonly string[];
};

type Json = string | null;

export function createPublicationHistory({ sqlite, now }: UnitOfWork): PublicationHistory {
  const left = sqlite
    .prepare<[number, number], Json>(
      `SELECT previous FROM publications p
       WHERE photo_id = ? AND id < ? AND state = 'failed' AND previous IS NOT NULL
         AND EXISTS (SELECT 1 FROM publication_steps WHERE publication_id = p.id AND step = 'embedded')
         AND NOT EXISTS (SELECT 1 FROM publication_steps WHERE publication_id = p.id AND step = 'taken-back')
         AND NOT EXISTS (SELECT 1 FROM publications l WHERE l.photo_id = p.photo_id AND l.id > p.id AND l.remote_id IS NOT NULL)
       ORDER BY id LIMIT 1`,
    )
    .pluck();
  const first = sqlite
    .prepare<[number], Json>(`SELECT previous FROM publications WHERE photo_id = ? ORDER BY id LIMIT 1`)
    .pluck();
  const delivered = sqlite.prepare<[number], Delivered>(
    `SELECT web_sha256 AS webSha256, thumb_sha256 AS thumbSha256 FROM publications
     WHERE photo_id = ? AND state = 'published'`,
  );
  const open = sqlite.prepare<[number], { kind: WithdrawalKind; backToId: number | null }>(
    `SELECT w.kind, w.back_to_id AS backToId FROM publications p CROSS JOIN withdrawals w ON w.publication_id = p.id
     WHERE p.photo_id = ? AND w.finished_at IS NULL ORDER BY w.id DESC LIMIT 1`,
  );
  const close = sqlite.prepare(
    `UPDATE withdrawals SET finished_at = ?, outcome = 'done' WHERE finished_at IS NULL
       AND publication_id IN (SELECT id FROM publications WHERE photo_id = ?)`,
  );
  const goAway = sqlite.prepare(
    `UPDATE publications SET state = 'withdrawn' WHERE photo_id = ? AND state IN ('published', 'failed')`,
  );
  const stand = sqlite.prepare(`UPDATE publications SET state = 'published' WHERE id = ?`);
  const voidApproval = sqlite.prepare(
    `UPDATE reviews SET status = 'pending', void_reason = 'its publication was rolled back'
     WHERE photo_id = ? AND status = 'approved'`,
  );
  const previousOf = sqlite.prepare<[number], { previous: Json; replacesId: number | null }>(
    `SELECT previous, replaces_id AS replacesId FROM publications WHERE id = ?`,
  );
  const current = sqlite
    .prepare<[number], number>(
      `SELECT id FROM publications WHERE photo_id = ? AND state IN ('published', 'uploading', 'queued', 'failed') ORDER BY id DESC`,
    )
    .pluck();

  function parsed(json: Json | undefined): PreviousSite | null {
    return json == null ? null : (JSON.parse(json) as PreviousSite);
  }

  return {
    leftBefore: (photoId, publicationId) => parsed(left.get(photoId, publicationId)),
    beforeAll: (photoId) => parsed(first.get(photoId)),
    delivered: (photoId) => delivered.get(photoId) ?? null,
    openWithdrawal: (photoId) => open.get(photoId) ?? null,
    closeWithdrawals: (photoId) => void close.run(now(), photoId),
    standAgain({ photoId }, backToId) {
      goAway.run(photoId);
      stand.run(backToId);
      voidApproval.run(photoId);
    },
    neededSha256s(photoId) {
      const needed = new Set<string>();
      for (const start of current.all(photoId)) {
        let id: number | null = start;
        for (let steps = 0; id !== null && steps < STEPS_BACK; steps += 1) {
          const row = previousOf.get(id);
          const { web, thumb } = parsed(row?.previous) ?? { web: null, thumb: null };
          for (const file of [web, thumb]) if (file !== null) needed.add(file.sha256);
          id = row?.replacesId ?? null;
        }
      }
      return [...needed];
    },
  };
}
