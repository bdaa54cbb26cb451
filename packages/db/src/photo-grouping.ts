import { cameraToken } from '@proofline/domain/camera.ts';
import { groupFrames } from '@proofline/domain/group-frames.ts';
import { standForOneAnother, type Frame } from '@proofline/domain/photo-group.ts';
import { publishedFields, noMetadata, type PhotoFields } from '@proofline/domain/photo-metadata.ts';
import type { PhotoRegion } from '@proofline/domain/photo-reading.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Groups the photos of a set once all of them were measured, so that the groups do not depend on which was measured first. */
export type PhotoGrouping = {
  /** False while a photo of the set may still be measured: nothing was done. */
  evaluate(setId: number): boolean;
  /** A photo was taken back. It left its group; where it was the last that was not measured, the others are grouped now. */
  evaluateWithout(photoId: number, setId: number): void;
};

type Row = {
  readonly photoId: number;
  readonly position: number;
  readonly originalFileName: string;
  readonly bytes: number;
  readonly dHash: string;
  readonly pHash: string;
  readonly thumbprint: string;
  readonly sharpestTile: string | null;
  readonly fields: string | null;
};

export function createPhotoGrouping({ sqlite }: UnitOfWork): PhotoGrouping {
  const unmeasured = sqlite.prepare(
    `SELECT 1 FROM photos WHERE set_id = ? AND state IN ('queued', 'running', 'waiting')
     AND stage IN ('ingest-original', 'extract-metadata', 'reserve-file-names', 'render-photo', 'measure-quality') LIMIT 1`,
  );
  const select = sqlite.prepare<[number], Row>(
    `SELECT p.id AS photoId, p.position, p.original_file_name AS originalFileName, p.source_bytes AS bytes,
       r.d_hash AS dHash, r.p_hash AS pHash, r.thumbprint, r.sharpest_tile AS sharpestTile, m.fields
     FROM photos p JOIN photo_readings r ON r.photo_id = p.id
     LEFT JOIN photo_metadata m ON m.photo_id = p.id AND m.layer = 'file'
     WHERE p.set_id = ? ORDER BY p.position`,
  );
  const measured = sqlite.prepare<[number], { photoId: number; measure: string; value: number }>(
    `SELECT t.photo_id AS photoId, t.measure, t.value FROM photos p
     JOIN technical_measurements t ON t.photo_id = p.id WHERE p.set_id = ?`,
  );
  const takenBackEarly = sqlite.prepare(
    `SELECT 1 FROM photos p JOIN photo_sets s ON s.id = p.set_id WHERE p.id = ? AND s.state = 'accepted'
     AND p.rollback_from IN ('ingest-original', 'extract-metadata', 'reserve-file-names', 'render-photo', 'measure-quality')`,
  );
  const forgetMembers = sqlite.prepare(
    `DELETE FROM photo_group_members WHERE group_id IN (SELECT id FROM photo_groups WHERE set_id = ?)`,
  );
  const forgetGroups = sqlite.prepare(`DELETE FROM photo_groups WHERE set_id = ?`);
  const insertGroup = sqlite.prepare(`INSERT INTO photo_groups (set_id, kind) VALUES (?, ?)`);
  const insertMember = sqlite.prepare(`INSERT INTO photo_group_members (photo_id, group_id, rank) VALUES (?, ?, ?)`);

  function evaluate(setId: number): boolean {
    if (unmeasured.get(setId) !== undefined) return false;
    const values = new Map(measured.all(setId).map(({ photoId, measure, value }) => [`${photoId} ${measure}`, value]));
    const groups = groupFrames(select.all(setId).map((row) => frameOf(row, values)));
    forgetMembers.run(setId);
    forgetGroups.run(setId);
    for (const { kind, photoIds } of groups) {
      const { lastInsertRowid } = insertGroup.run(setId, kind);
      const isRanked = standForOneAnother(kind);
      for (const [index, photoId] of photoIds.entries())
        insertMember.run(photoId, lastInsertRowid, isRanked ? index + 1 : null);
    }
    return true;
  }

  return {
    evaluate,
    evaluateWithout(photoId, setId) {
      if (takenBackEarly.get(photoId) !== undefined) evaluate(setId);
    },
  };
}

function frameOf({ fields: text, sharpestTile, ...row }: Row, values: ReadonlyMap<string, number>): Frame {
  const fields = publishedFields({ ...noMetadata, file: JSON.parse(text ?? '{}') as PhotoFields });
  const value = (measure: string) => values.get(`${row.photoId} ${measure}`) ?? 0;
  return {
    ...row,
    ...takenAt(fields),
    camera: cameraToken(fields.make, fields.model),
    fNumber: fields.fNumber ?? null,
    exposureTimeSeconds: fields.exposureTimeSeconds ?? null,
    iso: fields.iso ?? null,
    focalLengthMm: fields.focalLengthMm ?? null,
    widthPx: fields.widthPx ?? null,
    heightPx: fields.heightPx ?? null,
    sharpestTile: sharpestTile === null ? null : (JSON.parse(sharpestTile) as PhotoRegion),
    sharpness: value('sharpness'),
    noise: value('noise'),
    clippedHighlightRatio: value('clippedHighlightRatio'),
    clippedShadowRatio: value('clippedShadowRatio'),
  };
}

/** Wall time as if it were UTC: only differences within one camera count. */
function takenAt({ dateTimeOriginal, subSecTimeOriginal }: PhotoFields) {
  const seconds = dateTimeOriginal === undefined ? NaN : Date.parse(`${dateTimeOriginal}Z`);
  if (Number.isNaN(seconds)) return { takenAtMs: null, hasSubseconds: false };
  const fraction = subSecTimeOriginal === undefined ? 0 : Number(`0.${subSecTimeOriginal}`) * 1000;
  return {
    takenAtMs: seconds + (Number.isFinite(fraction) ? fraction : 0),
    hasSubseconds: subSecTimeOriginal !== undefined,
  };
}
