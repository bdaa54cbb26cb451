import { join } from 'node:path';
import { parseResponse } from '@proofline/api/client.ts';
import { expect, onTestFinished, test } from 'vitest';
import { generatePhotos } from '../support/generated-photos.ts';
import { hasMariadb } from '../support/mariadb-server.ts';
import { hasProftpd } from '../support/proftpd-server.ts';
import { areLongTests } from '../support/long-tests.ts';
import { startSystem } from '../support/running-system.ts';
import { sharedMariadb } from '../support/site-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { observeSite } from './observe-site.ts';
import { allFaults } from './all-faults.ts';
import { CORRECTED, publishInRounds, wrongIn, type Round } from './publication-rounds.ts';
import { openServedSite } from './served-site.ts';

/** Two more than get another caption, so that there are some that nothing happens to. */
const PHOTOS = areLongTests || allFaults ? 100 : 12;
const CONNECTIONS = 4;
const hasServers = hasProftpd() && (await hasMariadb());

test.skipIf(!hasServers).each([
  ['on', CORRECTED],
  ['off', 0],
] as const)(
  'published again nothing is sent and no row changed; with embedding %s ten captions are ten updates and %i full-size files',
  { timeout: 600_000 },
  async (embedding, filesOfCorrection) => {
    const site = await openServedSite(await sharedMariadb());
    onTestFinished(() => site.close());
    const folder = await temporaryFolder();
    await generatePhotos(join(folder, 'photos'), PHOTOS);
    const variables = {
      ...site.variables,
      PROOFLINE_SITE_CONNECTIONS: String(CONNECTIONS),
      PROOFLINE_EMBED_TEXT: embedding,
    };
    const running = await startSystem(join(folder, 'data'), variables);
    onTestFinished(() => running.stop());
    const { set } = await running.add({ sourceFolder: join(folder, 'photos') });
    const photoIds = await running.approveAll(set.id);
    const settled = () => running.settled(set.id);

    const observer = await observeSite(site);
    onTestFinished(() => observer.end());
    const rounds = await publishInRounds({ client: running.client, site, photoIds, settled });
    expect(wrongIn(rounds, { photos: PHOTOS, embedsText: embedding === 'on' })).toEqual([]);
    expect(rounds.corrected.fullSizeFiles).toBe(filesOfCorrection);
    expect(rounds.corrected.rowsUpdated).toBe(10);
    expect(site.wire.mostConnections).toBeGreaterThan(1);
    expect(site.wire.mostConnections).toBeLessThanOrEqual(CONNECTIONS);
    // How long the next publication takes is known by those to this very server.
    const plan = await parseResponse(
      running.client.publications.plan.$get({ query: { photoId: [String(photoIds[0])] } }),
    );
    expect(plan.measuredBy).toBeGreaterThanOrEqual(PHOTOS);
    const observed = await observer.stop();
    expect(observed.violations).toEqual([]);
    expect(observed.rowsSeen).toBeGreaterThan(0);
  },
);

const round: Round = {
  fullSizeFiles: 0,
  thumbnails: 0,
  bytesSent: 0,
  rowsInserted: 0,
  rowsUpdated: 0,
  filesChanged: 0,
  rowsChanged: 0,
  seconds: 1,
};
const first = {
  ...round,
  fullSizeFiles: 20,
  thumbnails: 20,
  bytesSent: 9,
  rowsInserted: 20,
  filesChanged: 40,
  rowsChanged: 20,
};
const corrected = { ...round, fullSizeFiles: 10, bytesSent: 9, rowsUpdated: 10, filesChanged: 10, rowsChanged: 10 };
const well = { first, again: round, corrected };

test('rounds as they have to be are not complained of', () => {
  expect(wrongIn(well, { photos: 20, embedsText: true })).toEqual([]);
});

test.each([
  ['published: fullSizeFiles is 19 instead of 20', { first: { ...first, fullSizeFiles: 19 } }],
  ['published again: bytesSent is 1 instead of 0', { again: { ...round, bytesSent: 1 } }],
  ['published again: rowsChanged is 1 instead of 0', { again: { ...round, rowsChanged: 1 } }],
  ['with other captions: rowsUpdated is 9 instead of 10', { corrected: { ...corrected, rowsUpdated: 9 } }],
  ['with other captions: thumbnails is 1 instead of 0', { corrected: { ...corrected, thumbnails: 1 } }],
])('rounds in which something else happened are told: %s', (told, changed) => {
  expect(wrongIn({ ...well, ...changed }, { photos: 20, embedsText: true })).toEqual([told]);
});

test('files that were sent though they hold no text are told', () => {
  expect(wrongIn(well, { photos: 20, embedsText: false })).toEqual([
    'with other captions: fullSizeFiles is 10 instead of 0',
    'with other captions: filesChanged is 10 instead of 0',
    'with other captions: bytesSent is 9 instead of 0',
  ]);
});
