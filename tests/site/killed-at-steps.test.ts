import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseResponse, type ApiClient } from '@proofline/api/client.ts';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { keepRunning, type KeptProgram } from '../chaos/kept-program.ts';
import { isUnanswered } from '../chaos/person.ts';
import { lookAt, workIn } from '../chaos/review-database.ts';
import { holdsWithin } from '../chaos/until.ts';
import { lendEngineCache } from '../support/engine-cache.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { hasMariadb } from '../support/mariadb-server.ts';
import { hasProftpd } from '../support/proftpd-server.ts';
import { startLocalRedis } from '../support/redis-server.ts';
import { sharedMariadb } from '../support/site-database.ts';
import { hasSshServer } from '../support/ssh-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { allFaults, killsAskedFor, protocols } from './all-faults.ts';
import { differences, differing } from './differences.ts';
import { killName, killSteps, sampledKills } from './kill-steps.ts';
import { observeSite } from './observe-site.ts';
import { begin, prepare, restAfter, siteActs, type ActedOn, type SiteAct } from './photo-acts.ts';
import { archiveOf, makeReferenceSite } from './reference-site.ts';
import { watchRowIds } from './row-ids.ts';
import { openServedSite } from './served-site.ts';
import { photoOn, type SiteContent } from './site-content.ts';

const SUBJECT = 'Test Subject';
const REST_WITHIN_MS = 180_000;
/** Processes look for orders every 20 ms. */
const ORDERS_ARE_READ_MS = 80;
const hasServers = hasProftpd() && hasSshServer() && (await hasMariadb());

test.skipIf(!hasServers).for(protocols)(
  'killed at whatever step, the program leaves the site as undisturbed, and no reader ever saw a row without its files (%s)',
  { timeout: 3_600_000 },
  async (protocol) => {
    const kills = (allFaults ? killSteps : sampledKills).filter((kill) => killName(kill).includes(killsAskedFor));
    const folder = await temporaryFolder();
    const photos = join(folder, 'photos');
    await generatePhotos(photos, kills.length);
    const expected = await makeReferenceSite({ sourceFolder: photos, subject: SUBJECT }, join(folder, 'reference'));
    const site = await openServedSite(await sharedMariadb(), protocol);
    onTestFinished(() => site.close());
    const redis = await startLocalRedis();
    onTestFinished(async () => redis?.stop());
    const dataFolder = join(folder, 'data');
    const archive = join(folder, 'archive');
    await mkdir(dataFolder);
    if (redis === null) await lendEngineCache(dataFolder);
    const program = await keepRunning(
      {
        PROOFLINE_DATA: dataFolder,
        PROOFLINE_PORT: '0',
        PROOFLINE_CONCURRENCY: '1',
        QUEUE_URL: redis?.url ?? '',
        ...(redis !== null && { PROOFLINE_WORKERS: '0' }),
        ...site.variables,
        PROOFLINE_ARCHIVE: archive,
      },
      join(folder, 'orders'),
    );
    onTestFinished(() => program.end());
    program.start();
    const observer = await observeSite(site);
    onTestFinished(() => observer.end());
    await addPhotos(program, dataFolder, photos);
    const photoIds = photosIn(dataFolder).map(({ photoId }) => photoId);
    expect(photoIds).toHaveLength(kills.length);
    const notAsExpected: string[] = [];
    const changedIds = watchRowIds();
    for (const [id, kill] of kills.entries()) {
      const photo = { photoId: photoIds[id]!, place: id };
      const fileName = await nameOf(await clientOf(program), photo.photoId);
      for (const act of actsBefore(kill.act)) await carryOut(program, dataFolder, photo, act);
      const before = await site.content();
      const told = [...changedIds(before.rows)];
      program.orders.orderDeaths([{ id, step: kill.death }]);
      await pause(ORDERS_ARE_READ_MS);
      await carryOut(program, dataFolder, photo, kill.act);
      if (!program.orders.hasHappened(id)) told.push('the step was never reached');
      const content = await site.content();
      const shown = photoOn(content, fileName);
      const mirrored = mirroredRow(dataFolder, fileName);
      told.push(
        ...differences(shown, expected.shows(fileName, kill.act)),
        ...differing(await archiveOf(archive, fileName), expected.archives(fileName, lastPublished(kill.act))),
        ...changedIds(content.rows),
        ...differing(mirrored ?? {}, shown.row === null ? {} : { id: shown.id, ...shown.row }).map(
          (wrong) => `the mirror's ${wrong}`,
        ),
        ...rowsTouched(before, content, fileName),
      );
      notAsExpected.push(...told.map((wrong) => `${killName(kill)}: ${wrong}`));
    }
    const observed = await observer.stop();
    console.log(`${kills.length} kills; ${observed.looks} looks at ${observed.rowsSeen} rows`);
    expect(notAsExpected).toEqual([]);
    expect(observed.violations).toEqual([]);
    expect(observed.rowsSeen).toBeGreaterThan(kills.length);
    await program.stop();
    expect(program.violations).toEqual([]);
  },
);

/** A kill over one photo leaves the rows of all others as they are. */
function rowsTouched(before: SiteContent, after: SiteContent, fileName: string): readonly string[] {
  const others = ({ rows }: SiteContent) =>
    Object.fromEntries(
      rows
        .filter((row) => row['File_Name'] !== fileName)
        .map((row) => [`row ${String(row['id'])}`, JSON.stringify(row)]),
    );
  return differing(others(after), others(before));
}

function mirroredRow(dataFolder: string, fileName: string): Readonly<Record<string, unknown>> | undefined {
  const mirror = new Database(join(dataFolder, 'mirror.db'), { readonly: true });
  try {
    const find = mirror.prepare('SELECT * FROM photos_info_revamp WHERE File_Name = ?');
    return find.get(fileName) as Readonly<Record<string, unknown>> | undefined;
  } finally {
    mirror.close();
  }
}

/** What is done to a photo before a withdrawal has no correction in it. */
const lastPublished = (act: SiteAct) => (act === 'publication' || act === 'withdrawal' ? 'publication' : 'correction');

/** What has to have been done to a photo before. */
function actsBefore(act: SiteAct): readonly SiteAct[] {
  return act === 'withdrawal' ? ['publication'] : siteActs.slice(0, siteActs.indexOf(act));
}

async function addPhotos(program: KeptProgram, dataFolder: string, sourceFolder: string): Promise<void> {
  const json = { sourceFolder, subject: SUBJECT, location: 'Test Place', folderKey: 'nature' };
  await parseResponse((await clientOf(program)).sets.$post({ json }));
  await atRest(dataFolder);
}

async function carryOut(program: KeptProgram, dataFolder: string, photo: ActedOn, act: SiteAct): Promise<void> {
  await prepare(await clientOf(program), photo, act);
  try {
    await begin(await clientOf(program), photo, act);
  } catch (error) {
    // The process that was asked may be killed before it answers.
    if (!isUnanswered(error)) throw error;
  }
  await atRest(dataFolder, () =>
    photosIn(dataFolder).some((now) => now.photoId === photo.photoId && now.state === restAfter[act]),
  );
}

/** Nothing is due or under way. Over the truth itself: the program may be dead. */
async function atRest(dataFolder: string, condition = () => true): Promise<void> {
  const holds = () => workIn(lookAt(dataFolder)).length === 0 && condition();
  if (await holdsWithin(REST_WITHIN_MS, holds)) return;
  throw new Error(`not at rest: ${JSON.stringify(photosIn(dataFolder))}`);
}

async function nameOf(client: ApiClient, photoId: number): Promise<string> {
  const param = { photoId: String(photoId) };
  return (await parseResponse(client.reviews[':photoId'].$get({ param }))).published.fileName;
}

const photosIn = (dataFolder: string) => lookAt(dataFolder).photos;

/** Of the life that answers, which may be the next. */
async function clientOf(program: KeptProgram): Promise<ApiClient> {
  let client: ApiClient | null = null;
  await holdsWithin(REST_WITHIN_MS, async () => {
    client = await program.client();
    return client !== null && (await program.isReady());
  });
  if (client === null) throw new Error('the program does not answer');
  return client;
}
