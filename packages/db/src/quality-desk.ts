import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { DossierStore } from '@proofline/domain/dossier.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import {
  FEWEST_PHOTOS,
  naturalnessDistance,
  pooledStatistics,
  type SceneStatistics,
} from '@proofline/domain/naturalness.ts';
import type { QualityDesk } from '@proofline/domain/photo-quality.ts';
import type { PhotoQualities } from './photo-qualities.ts';
import { NATURALNESS_METER } from './photo-reading-records.ts';
import type { UnitOfWork } from './unit-of-work.ts';

const DEFAULT_LIMIT = 1000;
/** Photos that are measured anew in one transaction, so that nothing else waits long for the database. */
const BATCH = 200;

export function createQualityDesk(
  unit: UnitOfWork,
  dossiers: DossierStore,
  qualities: PhotoQualities,
  events: EventLog,
): QualityDesk {
  const { sqlite } = unit;
  const approved = sqlite.prepare<[], { photoId: number; scene: string }>(
    `SELECT r.photo_id AS photoId, r.scene FROM reviews v JOIN photo_readings r ON r.photo_id = v.photo_id
     WHERE v.status = 'approved' AND r.scene IS NOT NULL ORDER BY r.photo_id`,
  );
  const scenes = sqlite.prepare<[number, number], { photoId: number; scene: string }>(
    `SELECT photo_id AS photoId, scene FROM photo_readings WHERE photo_id > ? AND scene IS NOT NULL ORDER BY photo_id LIMIT ?`,
  );
  const insertModel = sqlite.prepare(
    `INSERT INTO naturalness_models (version, photos, statistics, fitted_by, fitted_at) VALUES (?, ?, ?, ?, ?)`,
  );
  const writeNaturalness = sqlite.prepare(
    `INSERT INTO technical_measurements (photo_id, measure, value, meter, meter_version) VALUES (?, 'naturalness', ?, ?, ?)
     ON CONFLICT (photo_id, measure) DO UPDATE SET value = excluded.value, meter_version = excluded.meter_version`,
  );

  return {
    get: (photoId) => qualities.of(dossiers.get(photoId)),
    groups: ({ setId, limit = DEFAULT_LIMIT }) => qualities.groups({ ...(setId !== undefined && { setId }), limit }),
    async fit(actor) {
      const learnt = approved.all();
      if (learnt.length < FEWEST_PHOTOS)
        throw new DomainError(
          'conflict',
          `naturalness is learnt from at least ${FEWEST_PHOTOS} approved photos and there are ${learnt.length}; nothing was changed; approve more first`,
        );
      const model = pooledStatistics(learnt.map(({ scene }) => JSON.parse(scene) as SceneStatistics));
      const statistics = JSON.stringify(model);
      const version = createHash('sha256').update(statistics).digest('hex').slice(0, 12);
      unit.write(() => void insertModel.run(version, learnt.length, statistics, actor.name, unit.now()));
      let measured = 0;
      for (let last = 0; ;) {
        const batch = scenes.all(last, BATCH);
        if (batch.length === 0) break;
        unit.write(() => {
          for (const { photoId, scene } of batch)
            writeNaturalness.run(
              photoId,
              naturalnessDistance(JSON.parse(scene) as SceneStatistics, model),
              NATURALNESS_METER,
              version,
            );
        });
        measured += batch.length;
        last = batch.at(-1)!.photoId;
        await nextTurn();
      }
      const fit = { version, photos: learnt.length, measured };
      events.append({
        actor: actor.name,
        kind: 'quality.naturalness-fitted',
        runId: null,
        setId: null,
        photoId: null,
        detail: fit,
      });
      return fit;
    },
  };
}
