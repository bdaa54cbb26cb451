import { join } from 'node:path';
import { setFaultHook } from '@proofline/domain/fault-point.ts';
import { expect, onTestFinished, test } from 'vitest';
import { generatePhotos } from '../support/generated-photos.ts';
import { areLongTests } from '../support/long-tests.ts';
import { hasMariadb } from '../support/mariadb-server.ts';
import { hasProftpd } from '../support/proftpd-server.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { sharedMariadb } from '../support/site-database.ts';
import { hasSshServer } from '../support/ssh-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { allFaults, protocols } from './all-faults.ts';
import { differences, differing } from './differences.ts';
import { observeSite } from './observe-site.ts';
import { begin, prepare, restAfter, siteActs, type ActedOn, type SiteAct } from './photo-acts.ts';
import { archiveOf, makeReferenceSite } from './reference-site.ts';
import { watchRowIds } from './row-ids.ts';
import { openServedSite, type ServedSite } from './served-site.ts';
import { photoOn } from './site-content.ts';
import { arrange, countTraffic, faultName, faultsIn, spread, type SiteFault } from './site-fault.ts';

/** Of each act; all of them with `pnpm test:site`. */
const SAMPLED_FAULTS = areLongTests ? 10 : 3;
const hasServers = hasProftpd() && hasSshServer() && (await hasMariadb());

test.skipIf(!hasServers).for(protocols)(
  'whatever line is cut at whatever step, the site ends as undisturbed, and no reader ever saw a row without its files (%s)',
  { timeout: 3_600_000 },
  async (protocol) => {
    const site = await openServedSite(await sharedMariadb(), protocol);
    onTestFinished(() => site.close());
    const folder = await temporaryFolder();
    const archive = join(folder, 'archive');
    const running = await startSystem(join(folder, 'data'), { ...site.variables, PROOFLINE_ARCHIVE: archive });
    onTestFinished(() => running.stop());
    onTestFinished(() => setFaultHook(() => undefined));
    const person = { running, site, folder };

    const [measured] = await addPhotos(person, { subject: 'Measured', startAt: 1, count: 1 });
    const traffic = new Map<SiteAct, readonly SiteFault[]>();
    for (const act of siteActs) {
      await prepare(running.client, measured!, act);
      beginAnew(site);
      const counted = countTraffic(site);
      await carryOut(person, measured!, act);
      const faults = faultsIn(counted(), protocol);
      traffic.set(act, allFaults ? faults : spread(faults, SAMPLED_FAULTS));
    }
    const rounds = Math.max(...[...traffic.values()].map((faults) => faults.length));
    const photos = await addPhotos(person, { ...SET, count: rounds });
    const expected = await makeReferenceSite(
      { sourceFolder: join(folder, SET.subject), subject: SET.subject },
      join(folder, 'reference'),
    );

    const observer = await observeSite(site);
    onTestFinished(() => observer.end());
    const notAsExpected: string[] = [];
    const notMet: string[] = [];
    const changedIds = watchRowIds();
    for (const [round, photo] of photos.entries()) {
      const { fileName } = running.system.stores.reviews.view(photo.photoId).published;
      for (const act of siteActs) {
        const fault = traffic.get(act)![round];
        await prepare(running.client, photo, act);
        const name = `${act}, ${fault === undefined ? 'undisturbed' : faultName(fault)}`;
        beginAnew(site);
        const arranged = fault && arrange(fault, site);
        await carryOut(person, photo, act);
        if (arranged?.hasHappened() === false) notMet.push(name);
        forget(site);
        const content = await site.content();
        const wrongs = [
          ...differences(photoOn(content, fileName), expected.shows(fileName, act)),
          ...differing(await archiveOf(archive, fileName), expected.archives(fileName, lastPublished(act))),
          ...changedIds(content.rows),
        ];
        notAsExpected.push(...wrongs.map((wrong) => `${name}: ${wrong}`));
      }
    }
    const observed = await observer.stop();
    const met = [...traffic.values()].flat().length - notMet.length;
    console.log(`${met} faults met, ${notMet.length} not; ${observed.looks} looks at ${observed.rowsSeen} rows`);
    expect(observed.violations).toEqual([]);
    expect(notAsExpected).toEqual([]);
    expect(observed.rowsSeen).toBeGreaterThan(rounds);
    // What was measured once may take a command more or less another time.
    expect(notMet.slice(Math.floor(met / 4))).toEqual([]);
    expect(Object.keys((await site.content()).files)).toEqual([]);
  },
);

type World = { readonly running: RunningSystem; readonly site: ServedSite; readonly folder: string };

const SET = { subject: 'Test Subject', startAt: 20_000 };

async function addPhotos(
  { running, folder }: World,
  { subject, startAt, count }: typeof SET & { readonly count: number },
): Promise<readonly ActedOn[]> {
  const sourceFolder = join(folder, subject);
  await generatePhotos(sourceFolder, count, { startAt });
  const { set } = await running.add({ sourceFolder, subject });
  const waiting = running.system.stores.reviews.list({ setId: set.id, status: 'pending', limit: 1000 });
  const photoIds = waiting.map(({ photoId }) => photoId).toSorted((a, b) => a - b);
  return photoIds.map((photoId, place) => ({ photoId, place }));
}

async function carryOut({ running }: World, photo: ActedOn, act: SiteAct): Promise<void> {
  await begin(running.client, photo, act);
  const { setId } = running.system.stores.photos.get(photo.photoId);
  await running.settled(setId);
  expect(running.system.stores.photos.get(photo.photoId).state).toBe(restAfter[act]);
}

/** Each photo meets every act, one after the other. */
const lastPublished = (act: SiteAct) => (act === 'publication' ? 'publication' : 'correction');

/** Every act logs in, so that the same lines go over the wire each time, and those of a login are cut as well. */
function beginAnew({ wire, sql }: ServedSite): void {
  wire.cutConnections();
  sql.cutConnections();
}

function forget({ wire, sql }: ServedSite): void {
  wire.forget();
  sql.forget();
  setFaultHook(() => undefined);
}
