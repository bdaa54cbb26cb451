import type { EventLog } from '@proofline/domain/event.ts';
import type { StageName, StageOutput } from '@proofline/domain/stage.ts';
import { eventAbout } from './event-log.ts';
import type { Outbox } from './outbox.ts';
import type { PhotoEndings } from './photo-endings.ts';
import type { Position, Positions } from './positions.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Ignored files that one event carries, so that no event grows without bound. */
const IGNORED_FILES_PER_EVENT = 500;

/** Writes what a stage of a whole set found out. Sets have up to 100,000 photos: every statement here is prepared once. */
export type SetOutput = {
  /** `next` is the stage that photos created here start at. */
  write(position: Position, output: StageOutput, next: StageName): void;
  /** Photos that were just created, and photos that waited and have a name now, go on at `next`. */
  sendPhotosOn(setId: number, next: StageName): void;
};

export function createSetOutput(
  unit: UnitOfWork,
  positions: Positions,
  outbox: Outbox,
  endings: PhotoEndings,
  events: EventLog,
): SetOutput {
  const { sqlite } = unit;
  const insertPhoto = sqlite.prepare(
    `INSERT INTO photos (set_id, position, source_path, source_relative_path, original_file_name, source_bytes, stage, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting')`,
  );
  const insertName = sqlite.prepare(
    `INSERT INTO file_names (folded_key, name, series_key, sequence, state, photo_id, epoch)
     VALUES (?, ?, ?, ?, 'reserved', ?, ?)`,
  );
  const goesOn = `set_id = @setId AND state = 'waiting' AND (
    stage = @next OR EXISTS (SELECT 1 FROM file_names f WHERE f.photo_id = photos.id AND f.state = 'reserved'))`;
  const selectGoingOn = sqlite.prepare<{ setId: number; next: string }, { id: number; epoch: number }>(
    `SELECT id, epoch FROM photos WHERE ${goesOn} ORDER BY position`,
  );
  const goOn = sqlite.prepare(`UPDATE photos SET stage = @next, state = 'queued' WHERE ${goesOn}`);

  function addPhotos(position: Position, sourceFiles: NonNullable<StageOutput['sourceFiles']>, next: StageName): void {
    for (const [index, { path, relativePath, bytes }] of sourceFiles.files.entries()) {
      const originalFileName = relativePath.slice(relativePath.lastIndexOf('/') + 1);
      insertPhoto.run(position.setId, index, path, relativePath, originalFileName, bytes, next);
    }
    events.append(eventAbout(position, 'set.accepted', { photos: sourceFiles.files.length }));
    for (let start = 0; start < sourceFiles.ignored.length; start += IGNORED_FILES_PER_EVENT) {
      const ignored = sourceFiles.ignored.slice(start, start + IGNORED_FILES_PER_EVENT);
      events.append(eventAbout(position, 'set.files-ignored', { ignored }));
    }
  }

  /** A photo that was rolled back between reading and writing is passed over: it waits no longer. */
  function reserveNames(position: Position, { reservations, refused }: NonNullable<StageOutput['fileNames']>): void {
    const waiting = (photoId: number): Position | undefined => {
      const photo = positions.find({ kind: 'photo', id: photoId });
      return photo?.setId === position.setId && photo.state === 'waiting' ? photo : undefined;
    };
    let reserved = 0;
    for (const { photoId, name, foldedKey, seriesKey, sequence } of reservations) {
      const photo = waiting(photoId);
      if (photo === undefined) continue;
      insertName.run(foldedKey, name, seriesKey, sequence, photoId, photo.epoch);
      reserved += 1;
    }
    for (const { photoId, refusal } of refused) {
      const photo = waiting(photoId);
      if (photo !== undefined) endings.refuse(photo, refusal);
    }
    events.append(eventAbout(position, 'set.names-reserved', { reserved, refused: refused.length }));
  }

  return {
    write(position, output, next) {
      const { sourceFiles, fileNames, ...others } = output;
      const [foreign] = Object.keys(others);
      if (foreign !== undefined) throw new Error(`a stage of set ${position.setId} cannot add ${foreign}`);
      if (sourceFiles !== undefined) addPhotos(position, sourceFiles, next);
      if (fileNames !== undefined) reserveNames(position, fileNames);
    },
    sendPhotosOn(setId, next) {
      for (const { id, epoch } of selectGoingOn.all({ setId, next })) {
        outbox.add({ subject: { kind: 'photo', id }, stage: next, epoch });
      }
      goOn.run({ setId, next });
    },
  };
}
