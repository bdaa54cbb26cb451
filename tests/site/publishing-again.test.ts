import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { generatePhotos } from '../support/generated-photos.ts';
import { hasMariadb } from '../support/mariadb-server.ts';
import { hasProftpd } from '../support/proftpd-server.ts';
import { startSystem } from '../support/running-system.ts';
import { sharedMariadb } from '../support/site-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { CORRECTED, publishInRounds } from './publication-rounds.ts';
import { openServedSite } from './served-site.ts';

const PHOTOS = 20;
const NOTHING = {
  fullSizeFiles: 0,
  thumbnails: 0,
  bytesSent: 0,
  rowsInserted: 0,
  rowsUpdated: 0,
  filesChanged: 0,
  rowsChanged: 0,
};
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
    const variables = { ...site.variables, PROOFLINE_SITE_CONNECTIONS: '4', PROOFLINE_EMBED_TEXT: embedding };
    const running = await startSystem(join(folder, 'data'), variables);
    onTestFinished(() => running.stop());
    const { set } = await running.add({ sourceFolder: join(folder, 'photos') });
    const photoIds = await running.approveAll(set.id);
    const settled = () => running.settled(set.id);

    const { first, again, corrected } = await publishInRounds({ client: running.client, site, photoIds, settled });
    expect(first).toMatchObject({
      fullSizeFiles: PHOTOS,
      thumbnails: PHOTOS,
      filesChanged: 2 * PHOTOS,
      rowsInserted: PHOTOS,
      rowsUpdated: 0,
      rowsChanged: PHOTOS,
    });
    expect(again).toEqual({ ...NOTHING, seconds: expect.any(Number) });
    expect(corrected).toMatchObject({
      thumbnails: 0,
      fullSizeFiles: filesOfCorrection,
      filesChanged: filesOfCorrection,
      rowsInserted: 0,
      rowsUpdated: CORRECTED,
      rowsChanged: CORRECTED,
    });
    expect(corrected.bytesSent > 0).toBe(filesOfCorrection > 0);
    expect(site.wire.mostConnections).toBeLessThanOrEqual(4);
  },
);
