import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseResponse } from '@proofline/api/client.ts';
import { expect, onTestFinished, test, vi } from 'vitest';
import { attemptOutcomes } from '../support/attempts.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { hasProftpd, startProftpd } from '../support/proftpd-server.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { hasSshServer, startSshServer } from '../support/ssh-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PATIENCE = { timeout: 120_000, interval: 50 };

test.skipIf(!hasProftpd())(
  'photos are published to an FTP server over TLS, wait while it is away, and are taken off it again; its password is nowhere',
  async () => {
    const server = await startProftpd({ protocol: 'ftp+tls' });
    onTestFinished(() => server.stop());
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'ca.pem'), server.certificate);
    await writeFile(join(folder, 'password'), `${server.password}\n`, { mode: 0o600 });
    const { running, setId, photoIds } = await approvedSet(folder, {
      PROOFLINE_SITE_URL: `ftp+tls://${server.user}@127.0.0.1:${server.port}`,
      PROOFLINE_SITE_PASSWORD_FILE: join(folder, 'password'),
      PROOFLINE_SITE_CA: join(folder, 'ca.pem'),
    });

    await publish(running, photoIds.slice(0, 1));
    expect((await running.settled(setId)).byState).toEqual({ published: 1, 'in-review': 2 });
    await server.kill();
    await publish(running, photoIds.slice(1));
    await vi.waitFor(() => {
      expect(running.system.stores.overview.set(setId).blockedBy).toMatchObject([
        {
          stage: 'publish-photo',
          condition: 'target-unreachable',
          reason: expect.stringContaining(`the FTP server 127.0.0.1:${server.port} cannot be reached`),
        },
      ]);
    }, PATIENCE);
    await server.start();
    expect((await running.settled(setId)).byState).toEqual({ published: 3 });
    await expectOnSite(running, photoIds, server.folder);
    expect(attemptOutcomes(join(running.config.dataFolder, 'review.db'))).not.toHaveProperty('retryable');

    const param = { photoId: String(photoIds[0]) };
    await parseResponse(running.client.photos[':photoId'].withdrawal.$put({ param, json: { reason: 'asked' } }));
    expect((await running.settled(setId)).byState).toEqual({ published: 2, withdrawn: 1 });
    await expectOnSite(running, photoIds.slice(1), server.folder);

    const answers = [
      await running.client.overview.$get({ query: {} }).then((reply) => reply.text()),
      JSON.stringify(running.system.stores.events.list({ limit: 10_000 })),
    ];
    await running.stop();
    expect(answers.join()).not.toContain(server.password);
    expect(await filesWith(running.config.dataFolder, server.password)).toEqual([]);
  },
);

test.skipIf(!hasSshServer())(
  'photos are published to an SFTP server with a key, and a start sweeps what a crash left',
  async () => {
    const server = await startSshServer();
    onTestFinished(() => server.stop());
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'key'), server.privateKey, { mode: 0o600 });
    const variables = {
      PROOFLINE_SITE_URL: `sftp://${server.user}@127.0.0.1:${server.port}`,
      PROOFLINE_SITE_KEY: join(folder, 'key'),
      PROOFLINE_SITE_FINGERPRINT: server.hostFingerprint,
    };
    const { running, setId, photoIds } = await approvedSet(folder, variables);
    await publish(running, photoIds);
    expect((await running.settled(setId)).byState).toEqual({ published: 3 });
    await expectOnSite(running, photoIds, server.folder);
    expect(await readdir(running.config.siteFolder).catch(() => [])).toEqual([]);
    await running.stop();

    const [year = ''] = await readdir(server.folder);
    const left = join(server.folder, year, 'left');
    await mkdir(left);
    for (const name of ['old', 'new']) await writeFile(join(left, `.proofline-${name}.tmp`), 'half');
    const anHourAgo = new Date(Date.now() - 3_600_000);
    await utimes(join(left, '.proofline-old.tmp'), anHourAgo, anHourAgo);
    const again = await startSystem(join(folder, 'data'), variables);
    onTestFinished(() => again.stop());
    // The new one may be another installation's, in the middle of sending.
    await vi.waitFor(async () => expect(await readdir(left)).toEqual(['.proofline-new.tmp']), PATIENCE);
  },
);

async function approvedSet(folder: string, variables: Readonly<Record<string, string>>) {
  const photos = join(folder, 'photos');
  await mkdir(photos);
  await generatePhotos(photos, 3);
  const running = await startSystem(join(folder, 'data'), variables);
  onTestFinished(() => running.stop());
  const { set } = await running.add({ sourceFolder: photos });
  return { running, setId: set.id, photoIds: await running.approveAll(set.id) };
}

async function publish(running: RunningSystem, photoIds: readonly number[]): Promise<void> {
  await parseResponse(running.client.publications.$post({ json: { photoIds: [...photoIds] } }));
}

/** Exactly the image and the thumbnail of each of these photos are there. */
async function expectOnSite(running: RunningSystem, photoIds: readonly number[], siteFolder: string): Promise<void> {
  const names = photoIds.map((photoId) => running.system.stores.reviews.view(photoId).published.fileName).toSorted();
  const entries = await readdir(siteFolder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const isThumb = (path: string) => path.split(/[\\/]/).includes('thumbs');
  for (const kind of [true, false])
    expect(
      files
        .filter(({ parentPath }) => isThumb(parentPath) === kind)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(names);
}

/** Paths of all files below a folder that hold a text. */
async function filesWith(folder: string, text: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(paths.map((path) => readFile(path)));
  return paths.filter((_, index) => contents[index]?.includes(text));
}
