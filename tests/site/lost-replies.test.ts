import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseResponse } from '@proofline/api/client.ts';
import { expect, onTestFinished, test } from 'vitest';
import { attemptOutcomes } from '../support/attempts.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { hasMariadb } from '../support/mariadb-server.ts';
import { hasProftpd } from '../support/proftpd-server.ts';
import { startSystem } from '../support/running-system.ts';
import { sharedMariadb } from '../support/site-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openServedSite } from './served-site.ts';

const hasServers = hasProftpd() && (await hasMariadb());

/** Which of the replies of its kind does not come back: the image's, then the thumbnail's. */
const losses = [
  { what: 'a finished upload of the image', reply: /^226/, nth: 1 },
  { what: 'a finished upload of the thumbnail', reply: /^226/, nth: 2 },
  { what: 'the rename of the image', reply: /^250 Rename/, nth: 1 },
  { what: 'the rename of the thumbnail', reply: /^250 Rename/, nth: 2 },
] as const;

test.skipIf(!hasServers)(
  'a file whose upload or rename lost its reply is recognised: each byte goes to the server once',
  async () => {
    const site = await openServedSite(await sharedMariadb());
    onTestFinished(() => site.close());
    const { wire } = site;
    const folder = await temporaryFolder();
    await generatePhotos(join(folder, 'photos'), losses.length);
    const running = await startSystem(join(folder, 'data'), site.variables);
    onTestFinished(() => running.stop());
    const { set } = await running.add({ sourceFolder: join(folder, 'photos') });
    const photoIds = await running.approveAll(set.id);
    for (const [index, { what, reply, nth }] of losses.entries()) {
      const [lines, transfers] = [wire.lines.length, wire.transfers.length];
      wire.faultReply({ act: 'lose-reply', reply, nth });
      const photoId = photoIds[index]!;
      await parseResponse(running.client.publications.$post({ json: { photoIds: [photoId] } }));
      await running.settled(set.id);

      const { webPath, thumbPath } = running.system.stores.publicationLog.current(photoId)!;
      expect({
        what,
        wasLost: wire.pending === 0,
        bytes: wire.transfers.slice(transfers).map(({ bytesToServer }) => bytesToServer),
        stores: wire.lines.slice(lines).filter((line) => line.startsWith('STOR ')).length,
      }).toEqual({ what, wasLost: true, bytes: await sizesOf(site.folder, [webPath, thumbPath]), stores: 2 });
    }
    expect(Object.keys((await site.content()).files)).toHaveLength(2 * losses.length);
    expect(attemptOutcomes(join(running.config.dataFolder, 'review.db'))).not.toHaveProperty('retryable');
  },
);

async function sizesOf(folder: string, paths: readonly string[]): Promise<readonly number[]> {
  return Promise.all(paths.map(async (path) => (await stat(join(folder, ...path.split('/')))).size));
}
