import { naturalnessDistance, type SceneStatistics } from '@proofline/domain/naturalness.ts';
import type { PhotoReading } from '@proofline/domain/photo-reading.ts';
import type { LookalikeRecords } from './lookalike-records.ts';
import type { Position } from './positions.ts';
import { photoReadings, technicalMeasurements } from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import { eq } from 'drizzle-orm';

/** What was read from the pixels of a photo, beside what the site publishes. None of it is part of a revision. */
export type PhotoReadingRecords = {
  write(position: Position, reading: PhotoReading): void;
  erase(photoId: number): void;
};

export const NATURALNESS_METER = 'naturalness-model';

export function createPhotoReadingRecords(
  unit: UnitOfWork,
  lookalikes: Pick<LookalikeRecords, 'write' | 'erase'>,
): PhotoReadingRecords {
  const { orm, sqlite } = unit;
  const newestModel = sqlite.prepare<[], { version: string; statistics: string }>(
    `SELECT version, statistics FROM naturalness_models ORDER BY id DESC LIMIT 1`,
  );
  const leaveGroup = sqlite.prepare(`DELETE FROM photo_group_members WHERE photo_id = ?`);

  function erase(photoId: number): void {
    leaveGroup.run(photoId);
    lookalikes.erase(photoId);
    orm.delete(technicalMeasurements).where(eq(technicalMeasurements.photoId, photoId)).run();
    orm.delete(photoReadings).where(eq(photoReadings.photoId, photoId)).run();
  }

  return {
    erase,
    write({ id: photoId }, { technical, absent, sharpestTile, hashes, scene, brisqueFeatures }) {
      erase(photoId);
      orm
        .insert(photoReadings)
        .values({ photoId, ...hashes, sharpestTile, absent, scene, brisqueFeatures })
        .run();
      lookalikes.write(photoId, hashes);
      const model = scene === null ? undefined : newestModel.get();
      const natural =
        scene === null || model === undefined
          ? []
          : [
              {
                measure: 'naturalness' as const,
                value: naturalnessDistance(scene, JSON.parse(model.statistics) as SceneStatistics),
                meter: NATURALNESS_METER,
                meterVersion: model.version,
              },
            ];
      const measurements = [...technical, ...natural].map((measurement) => ({ photoId, ...measurement }));
      if (measurements.length > 0) orm.insert(technicalMeasurements).values(measurements).run();
    },
  };
}
