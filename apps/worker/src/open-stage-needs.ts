import type { Stores } from '@proofline/db/open-stores.ts';
import type { NamingSettings } from '@proofline/domain/file-name.ts';
import type { HouseVocabulary } from '@proofline/domain/house-vocabulary.ts';
import type { TextGate } from '@proofline/domain/text-gate/text-gate.ts';
import type { Workspace } from '@proofline/domain/workspace.ts';
import { pooledIntake } from '@proofline/pipeline/adapters/decoder/pooled-intake.ts';
import { pooledMetadataReader } from '@proofline/pipeline/adapters/decoder/pooled-metadata-reader.ts';
import { pooledQualityMeter, type QualityModels } from '@proofline/pipeline/adapters/decoder/pooled-quality-meter.ts';
import { pooledRenderer } from '@proofline/pipeline/adapters/decoder/pooled-renderer.ts';
import { openDecoderPool } from '@proofline/pipeline/adapters/decoder/pool.ts';
import { citiesGazetteer } from '@proofline/pipeline/adapters/surroundings/cities.ts';
import { sky } from '@proofline/pipeline/adapters/surroundings/sun.ts';
import { undoes, type StageNeeds } from '@proofline/pipeline/plan.ts';
import type { Config } from '@proofline/runtime/config.ts';
import type { DataFolder } from '@proofline/runtime/data-folder.ts';
import { openDiskFloor } from '@proofline/runtime/disk-floor.ts';
import { diskSizeBytes, freeDiskSpaceBytes } from '@proofline/runtime/free-disk-space.ts';
import type { CaptionersInUse } from './open-captioners.ts';
import type { Publishing } from './open-publishing.ts';

/** What takes the place of this installation's own. */
export type StandIns = Partial<
  Pick<StageNeeds, 'captioners' | 'fallbackCaptioner' | 'meter' | 'freeBytes' | 'diskBytes'>
>;

/** Everything that the stages ask for, from the adapters of this installation. */
export function openStageNeeds({
  config,
  naming,
  folder,
  stores,
  publishing,
  workspace,
  captioners,
  vocabulary,
  textGate,
  qualityModels,
  adapters: { captioners: _used, ...standIns },
}: {
  readonly config: Config;
  readonly naming: NamingSettings;
  readonly folder: DataFolder;
  readonly stores: Stores;
  readonly publishing: Pick<Publishing, 'publisher' | 'keptFiles'>;
  readonly workspace: Workspace;
  readonly captioners: CaptionersInUse;
  readonly vocabulary: HouseVocabulary;
  readonly textGate: TextGate;
  readonly qualityModels: QualityModels;
  readonly adapters: StandIns;
}): { readonly needs: StageNeeds; close(): Promise<void> } {
  const pool = openDecoderPool({ processes: config.concurrency });
  const meter = pooledQualityMeter(pool, qualityModels);
  return {
    needs: {
      photos: stores.photos,
      sets: stores.sets,
      dossiers: stores.dossiers,
      photosOfSet: stores.photosOfSet,
      fileNameLedger: stores.fileNameLedger,
      publications: stores.publicationLog,
      rollbacks: stores.rollbackLog,
      publisher: publishing.publisher,
      keptFiles: publishing.keptFiles,
      workspace,
      undoes,
      textGate,
      textLookup: stores.textLookup,
      captioners: captioners.captioners,
      fallbackCaptioner: captioners.fallbackCaptioner,
      gazetteer: citiesGazetteer(),
      sky,
      vocabulary,
      intake: pooledIntake(pool),
      metadataReader: pooledMetadataReader(pool),
      renderer: pooledRenderer(pool),
      meter,
      renderSettings: config.render,
      naming,
      folderMap: config.folderMap,
      computedResults: stores.computedResults,
      diskFloor: openDiskFloor({ folder: folder.root, floorBytes: config.diskFloorBytes }),
      freeBytes: () => freeDiskSpaceBytes(folder.root),
      diskBytes: () => diskSizeBytes(folder.root),
      paths: { absolute: (path) => folder.resolve(path) },
      ...standIns,
    },
    close: async () => {
      await Promise.all([pool.close(), meter.close()]);
    },
  };
}
