import type { Dossier } from '@proofline/domain/dossier.ts';
import { standingsIn, type GroupStanding, type RankedFrame } from '@proofline/domain/group-standing.ts';
import type { TechnicalMeasurement } from '@proofline/domain/photo-reading.ts';
import { standForOneAnother, type PhotoGroupKind } from '@proofline/domain/photo-group.ts';
import { publishedFields } from '@proofline/domain/photo-metadata.ts';
import type { PhotoGroupView, PhotoQuality } from '@proofline/domain/photo-quality.ts';
import { rateTechnically, shareBelow, type CatalogueValues } from '@proofline/domain/technical-rating.ts';
import { eq, sql } from 'drizzle-orm';
import type { CatalogueQuantiles } from './catalogue-quantiles.ts';
import type { LookalikeRecords } from './lookalike-records.ts';
import { photoReadings, technicalMeasurements } from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** What the pixels of photos say, put together for people. */
export type PhotoQualities = {
  of(dossier: Dossier): PhotoQuality;
  /** For lists: the catalogue is looked at once, each group once. */
  briefly(): (photoId: number) => QualityInBrief;
  groups(filter: { readonly setId?: number; readonly limit: number }): readonly PhotoGroupView[];
};

export type QualityInBrief = Pick<PhotoQuality, 'lookalikes' | 'standing'> & { readonly technical: number | null };

type GroupRow = Pick<PhotoGroupView, 'groupId' | 'setId' | 'kind'>;
type Measured = Pick<TechnicalMeasurement, 'measure' | 'value'>;

export function createPhotoQualities(
  { orm, sqlite }: UnitOfWork,
  catalogue: CatalogueQuantiles,
  lookalikes: Pick<LookalikeRecords, 'of'>,
): PhotoQualities {
  const groupOf = sqlite.prepare<[number], GroupRow>(
    `SELECT g.id AS groupId, g.set_id AS setId, g.kind FROM photo_group_members m JOIN photo_groups g ON g.id = m.group_id
     WHERE m.photo_id = ?`,
  );
  const groupsOfSet = sqlite.prepare<[number, number], GroupRow>(
    `SELECT id AS groupId, set_id AS setId, kind FROM photo_groups WHERE set_id = ? ORDER BY id LIMIT ?`,
  );
  const newestGroups = sqlite.prepare<[number], GroupRow>(
    `SELECT id AS groupId, set_id AS setId, kind FROM photo_groups WHERE id > 0 ORDER BY id DESC LIMIT ?`,
  );
  const members = sqlite.prepare<
    [number],
    { photoId: number; bytes: number; widthPx: number | null; heightPx: number | null }
  >(
    `SELECT m.photo_id AS photoId, p.source_bytes AS bytes, f.fields ->> 'widthPx' AS widthPx, f.fields ->> 'heightPx' AS heightPx
     FROM photo_group_members m JOIN photos p ON p.id = m.photo_id
     LEFT JOIN photo_metadata f ON f.photo_id = m.photo_id AND f.layer = 'file'
     WHERE m.group_id = ? ORDER BY m.rank, m.photo_id`,
  );
  const measuredOf = sqlite.prepare<[number], Measured>(
    `SELECT measure, value FROM technical_measurements WHERE photo_id = ?`,
  );

  /** Roll-backs may have left a frame alone: then there is no group. */
  function standings({ groupId, kind }: { readonly groupId: number; readonly kind: PhotoGroupKind }) {
    const frames = members.all(groupId).map((member): RankedFrame => {
      const values = new Map(measuredOf.all(member.photoId).map(({ measure, value }) => [measure, value]));
      return {
        ...member,
        sharpness: values.get('sharpness') ?? 0,
        clippedHighlightRatio: values.get('clippedHighlightRatio') ?? 0,
        clippedShadowRatio: values.get('clippedShadowRatio') ?? 0,
      };
    });
    return frames.length > 1 ? standingsIn({ groupId, kind }, frames) : new Map<number, GroupStanding>();
  }

  function viewOf(row: GroupRow): PhotoGroupView | null {
    const photoIds = [...standings(row).keys()];
    if (photoIds.length === 0) return null;
    return { ...row, photoIds, bestPhotoId: standForOneAnother(row.kind) ? photoIds[0]! : null };
  }

  const taken = orm
    .select()
    .from(technicalMeasurements)
    .where(eq(technicalMeasurements.photoId, sql.placeholder('photoId')))
    .prepare();

  return {
    of({ photo: { id: photoId }, quality, metadata }) {
      const reading = orm.select().from(photoReadings).where(eq(photoReadings.photoId, photoId)).get();
      const measurements = taken.all({ photoId });
      const values = catalogue();
      const group = groupOf.get(photoId);
      return {
        photoId,
        assessment: quality,
        ratingByPerson: publishedFields(metadata).qualityRating ?? null,
        technical: rateTechnically(measurements, values),
        measurements: measurements.map(({ measure, value, meter, meterVersion }) => ({
          measure,
          value,
          meter,
          meterVersion,
          shareBelow: shareBelow(measure, value, values),
        })),
        absent: reading?.absent ?? [],
        brisqueFeatures: reading?.brisqueFeatures ?? null,
        sharpestTile: reading?.sharpestTile ?? null,
        group: group === undefined ? null : viewOf(group),
        standing: group === undefined ? null : (standings(group).get(photoId) ?? null),
        lookalikes: lookalikes.of(photoId),
      };
    },

    briefly() {
      let values: CatalogueValues | undefined;
      const known = new Map<number, ReadonlyMap<number, GroupStanding>>();
      return (photoId) => {
        values ??= catalogue();
        const group = groupOf.get(photoId);
        if (group !== undefined && !known.has(group.groupId)) known.set(group.groupId, standings(group));
        return {
          technical: rateTechnically(measuredOf.all(photoId), values)?.rating ?? null,
          standing: (group && known.get(group.groupId)?.get(photoId)) ?? null,
          lookalikes: lookalikes.of(photoId),
        };
      };
    },

    groups({ setId, limit }) {
      const rows = setId === undefined ? newestGroups.all(limit) : groupsOfSet.all(setId, limit);
      return rows.map(viewOf).filter((view) => view !== null);
    },
  };
}
