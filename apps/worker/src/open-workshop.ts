import { createHash } from 'node:crypto';
import type { Stores } from '@proofline/db/open-stores.ts';
import { openStores } from '@proofline/db/open-stores.ts';
import { usualRuling } from '@proofline/domain/text-gate/gate-settings.ts';
import { parseNamingSettings } from '@proofline/domain/naming-settings.ts';
import { composePublishedPhoto } from '@proofline/domain/published-photo.ts';
import type { Workspace } from '@proofline/domain/workspace.ts';
import { openEngine } from '@proofline/pipeline/engine/open-engine.ts';
import type { Engine } from '@proofline/pipeline/engine/engine.ts';
import { stages, type StageNeeds } from '@proofline/pipeline/plan.ts';
import { openWorkspace } from '@proofline/pipeline/workspace.ts';
import type { Config } from '@proofline/runtime/config.ts';
import type { DataFolder } from '@proofline/runtime/data-folder.ts';
import type { Logger } from '@proofline/runtime/logger.ts';
import type { closeInOrder } from './close-in-order.ts';
import { captionersInUse, type CaptionersInUse } from './open-captioners.ts';
import { openPublishing, type Publishing } from './open-publishing.ts';
import { openQualityModels } from './open-quality-models.ts';
import { openStageNeeds, type StandIns } from './open-stage-needs.ts';
import { openTextGate } from './open-text-gate.ts';
import type { Seat } from './seat.ts';

/** What a process that runs stages stands on, be it the system or a worker. */
export type Workshop = {
  readonly stores: Stores;
  readonly publishing: Publishing;
  readonly workspace: Workspace;
  readonly captioners: CaptionersInUse;
  readonly needs: StageNeeds;
  openEngine(): Promise<Engine>;
};

export async function openWorkshop({
  config,
  folder,
  seat,
  log,
  adapters,
  closing,
}: {
  readonly config: Config;
  readonly folder: DataFolder;
  readonly seat: Seat;
  readonly log: (name: string) => Logger;
  readonly adapters: StandIns;
  readonly closing: ReturnType<typeof closeInOrder>;
}): Promise<Workshop> {
  const naming = parseNamingSettings(config.naming);
  const publishing = await openPublishing({
    siteFolder: config.siteFolder,
    siteServer: config.siteServer,
    catalogueFile: folder.catalogueDatabase,
    replacedFolder: folder.replaced,
    archiveFolder: config.archiveFolder,
    embedText: config.embedText,
    catalogueServer: config.catalogue,
    mirrorFile: folder.mirrorDatabase,
    checkPublicUrls: config.publication.checkPublicUrls,
    diskFloorBytes: config.diskFloorBytes,
    seat,
    logger: log('publishing'),
  });
  closing.last(() => publishing.close());
  const { version, settings } = config.textGate;
  // A page of settings that nobody has touched is no news.
  const level = version === usualRuling.version ? 'debug' : 'info';
  log('text gate')[level]({ version, settings }, 'texts are judged by these settings');
  const textGate = openTextGate(config, publishing.vocabulary);
  const stores: Stores = openStores({
    file: folder.reviewDatabase,
    now: () => new Date(),
    compose: (dossier) => composePublishedPhoto(dossier, { ...config.publication, naming }),
    judge: textGate.judge,
    rulingVersion: config.textGate.version,
    publishedTexts: publishing.texts,
    embeddedBytes: (photo) => (publishing.file.embedsText ? publishing.file.addedBytes(photo) : null),
    target: publishing.publisher.target,
    publishedAtOnce: Math.min(config.concurrency, stages.find(({ name }) => name === 'publish-photo')!.concurrency),
    backupFolder: folder.backups,
    joins: seat.kind === 'worker',
  });
  closing.last(() => stores.close());
  closing.last(() => stores.processLog.end());

  const workspace = openWorkspace({ dataFolder: folder.root });
  const captioners = captionersInUse({
    settings: config.captioners,
    standIns: adapters.captioners,
    events: stores.events,
    log: log('captioner'),
  });
  closing.last(() => captioners.close());
  const stage = openStageNeeds({
    config,
    naming,
    folder,
    stores,
    publishing,
    workspace,
    captioners,
    vocabulary: publishing.vocabulary,
    textGate,
    qualityModels: await openQualityModels(config.qualityModels, log('quality')),
    adapters,
  });
  closing.last(() => stage.close());

  return {
    stores,
    publishing,
    workspace,
    captioners,
    needs: stage.needs,
    openEngine: () =>
      openEngine({
        url: config.queue.kind === 'redis' ? config.queue.url : undefined,
        cacheFolder: folder.cache,
        prefix: queuePrefix(folder.root),
        onAbsent: (reason) => log('engine').warn(`waiting a moment for the queue: ${reason}`),
      }),
  };
}

/** Ids of photos are unique within a data folder only: folders that share a Redis must not share their keys. */
function queuePrefix(dataFolder: string): string {
  return `proofline-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)}`;
}

/** What never reaches a log or a crash report. */
export function secretsOf({ queue, captioners, catalogue, siteServer }: Config): readonly string[] {
  const secrets = [
    captioners.openAi?.apiKey,
    queue.kind === 'redis' ? new URL(queue.url).password : '',
    catalogue?.password,
    siteServer?.password,
    siteServer?.kind === 'sftp' ? siteServer.key?.passphrase : null,
  ];
  return secrets.flatMap((secret) => (secret === null || secret === undefined || secret === '' ? [] : [secret]));
}
