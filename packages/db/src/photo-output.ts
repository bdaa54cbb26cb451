import type { StageOutput, StageOutputPart } from '@proofline/domain/stage.ts';
import type { PhotoFields } from '@proofline/domain/photo-metadata.ts';
import { and, eq, lt, ne, notInArray } from 'drizzle-orm';
import type { RenditionKind } from '@proofline/domain/rendition.ts';
import type { ComputedResultRecords } from './computed-results.ts';
import { draftRow } from './draft-records.ts';
import type { PhotoReadingRecords } from './photo-reading-records.ts';
import type { Position } from './positions.ts';
import type { ReviewRecords } from './review-records.ts';
import {
  fileNames,
  photoMetadata,
  photos,
  publications,
  qualityMeasurements,
  qualityRatings,
  redrafts,
  renditions,
  reviews,
  textDrafts,
} from './schema.ts';
import type { TextLookupRecords } from './similar-texts.ts';
import type { TextJudgements } from './text-judgements.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Writes what a stage of one photo found out, part by part, and erases it when the stage is undone. Doing either twice equals doing it once. */
export type PhotoOutput = {
  write(position: Position, output: StageOutput): void;
  erase(position: Position, parts: readonly StageOutputPart[]): void;
};

/** Parts that belong to a set as a whole; `set-output.ts` writes them. */
type SetPart = 'sourceFiles' | 'fileNames';

type Erase = (position: Position) => void;

type Writers = {
  readonly [Part in Exclude<StageOutputPart, SetPart>]: (
    position: Position,
    part: NonNullable<StageOutput[Part]>,
  ) => void;
};

export function createPhotoOutput(
  unit: UnitOfWork,
  reviewRecords: ReviewRecords,
  computedResults: ComputedResultRecords,
  judgements: Pick<TextJudgements, 'forget'>,
  lookup: Pick<TextLookupRecords, 'note'>,
  readings: PhotoReadingRecords,
): PhotoOutput {
  const { orm, sqlite } = unit;
  const mergeFields = sqlite.prepare(
    `INSERT INTO photo_metadata (photo_id, layer, fields) VALUES (?, ?, ?)
     ON CONFLICT (photo_id, layer) DO UPDATE SET fields = excluded.fields`,
  );
  const fieldsOf = sqlite
    .prepare<[number, string], string>(`SELECT fields FROM photo_metadata WHERE photo_id = ? AND layer = ?`)
    .pluck();
  const insertRendition = sqlite.prepare(
    `INSERT OR REPLACE INTO renditions (photo_id, kind, path, sha256, bytes, width_px, height_px) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );

  const writers: Writers = {
    original({ id }, { workingPath, contentSha256, sourceBytes }) {
      const known = { workingPath, contentSha256, ...(sourceBytes !== undefined && { sourceBytes }) };
      orm.update(photos).set(known).where(eq(photos.id, id)).run();
    },
    fileMetadata({ id }, fields) {
      mergeFields.run(id, 'file', JSON.stringify(fields));
    },
    inferredMetadata({ id }, fields) {
      const known = JSON.parse(fieldsOf.get(id, 'inferred') ?? '{}') as PhotoFields;
      mergeFields.run(id, 'inferred', JSON.stringify({ ...known, ...fields }));
      lookup.note(id);
    },
    renditions({ id }, made) {
      for (const { kind, path, sha256, bytes, widthPx, heightPx } of made) {
        insertRendition.run(id, kind, path, sha256, bytes, widthPx, heightPx);
      }
    },
    quality({ id }, { measurements, rating, band, origin }) {
      eraseQuality(id);
      const rows = measurements.map((measurement) => ({ photoId: id, ...measurement }));
      if (rows.length > 0) orm.insert(qualityMeasurements).values(rows).run();
      orm.insert(qualityRatings).values({ photoId: id, rating, band, origin }).run();
    },
    photoReading: (position, reading) => readings.write(position, reading),
    textDraft({ id }, draft) {
      orm
        .insert(textDrafts)
        .values({ photoId: id, ...draftRow(draft), createdAt: unit.now() })
        .run();
    },
    reviewOpened: (position) => reviewRecords.open(position),
    published({ id }, { publicationId }) {
      const publication = orm.select().from(publications).where(eq(publications.id, publicationId)).get();
      if (publication?.photoId !== id || publication.state !== 'published') {
        throw new Error(`publication ${publicationId} of photo ${id} is not finished`);
      }
    },
    workspaceReleased({ id }, { kept }) {
      orm
        .delete(renditions)
        .where(and(eq(renditions.photoId, id), notInArray(renditions.kind, kept as RenditionKind[])))
        .run();
      orm.update(photos).set({ workingPath: null }).where(eq(photos.id, id)).run();
      computedResults.forget(id);
    },
    computed(position, results) {
      for (const result of results) computedResults.keep(position, result);
    },
  };

  const eraseLayer = (photoId: number, layer: 'file' | 'inferred') =>
    orm
      .delete(photoMetadata)
      .where(and(eq(photoMetadata.photoId, photoId), eq(photoMetadata.layer, layer)))
      .run();

  const eraseQuality = (photoId: number) => {
    orm.delete(qualityMeasurements).where(eq(qualityMeasurements.photoId, photoId)).run();
    orm.delete(qualityRatings).where(eq(qualityRatings.photoId, photoId)).run();
  };

  const erasers: Partial<Record<StageOutputPart, Erase>> = {
    original({ id }) {
      orm.update(photos).set({ workingPath: null, contentSha256: null }).where(eq(photos.id, id)).run();
    },
    fileMetadata: ({ id }) => eraseLayer(id, 'file'),
    inferredMetadata: ({ id }) => eraseLayer(id, 'inferred'),
    /** By photo and epoch, never by name: a late roll-back must not free what somebody else holds now. */
    fileNames({ id, epoch }) {
      orm
        .delete(fileNames)
        .where(and(eq(fileNames.photoId, id), eq(fileNames.state, 'reserved'), lt(fileNames.epoch, epoch)))
        .run();
    },
    renditions: ({ id }) => orm.delete(renditions).where(eq(renditions.photoId, id)).run(),
    quality: ({ id }) => eraseQuality(id),
    photoReading: ({ id }) => readings.erase(id),
    textDraft({ id }) {
      orm.delete(textDrafts).where(eq(textDrafts.photoId, id)).run();
      orm.delete(redrafts).where(eq(redrafts.photoId, id)).run();
    },
    /** A rejection is a person's decision and stays as data. */
    reviewOpened({ id }) {
      judgements.forget(id);
      orm
        .delete(reviews)
        .where(and(eq(reviews.photoId, id), ne(reviews.status, 'rejected')))
        .run();
    },
  };

  return {
    write(position, output) {
      for (const part of Object.keys(output) as StageOutputPart[]) writePart(writers, position, output, part);
    },
    erase(position, parts) {
      for (const part of parts) {
        const erase = erasers[part];
        if (erase === undefined) throw new Error(`${part} of photo ${position.id} cannot be erased`);
        erase(position);
      }
    },
  };
}

function writePart(writers: Writers, position: Position, output: StageOutput, part: StageOutputPart): void {
  if (!(part in writers)) throw new Error(`a stage of photo ${position.id} cannot add ${part}`);
  const write = writers[part as keyof Writers] as (position: Position, part: unknown) => void;
  if (output[part] !== undefined) write(position, output[part]);
}
