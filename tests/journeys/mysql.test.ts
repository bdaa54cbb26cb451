import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { generatePhotos } from '../support/generated-photos.ts';
import { hasMariadb } from '../support/mariadb-server.ts';
import { originalTable } from '../support/original-table.ts';
import { startSystem } from '../support/running-system.ts';
import { createSiteDatabase, sharedMariadb } from '../support/site-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe.skipIf(!(await hasMariadb()))('a website whose table is on a MySQL server', () => {
  test('gets its rows there and a mirror here, waits while the table is unfit, and its password is in nothing that was written', async () => {
    const folder = await temporaryFolder();
    const database = await createSiteDatabase(await sharedMariadb());
    onTestFinished(() => database.drop());
    await database.run(originalTable);
    await database.run(
      `INSERT INTO photos_info_revamp (id, File_Name, Caption, Keywords, Original_File_Name) VALUES (42429, 'Theirs_001.JPG', 'Theirs', 'a, b', 'x')`,
    );
    await database.run('ALTER TABLE photos_info_revamp DROP COLUMN alt_text');
    const passwordFile = join(folder, 'password');
    await writeFile(passwordFile, `${database.password}\n`);
    await chmod(passwordFile, 0o600);
    await generatePhotos(join(folder, 'photos'), 2);
    const { host, port } = database.server;
    const dataFolder = join(folder, 'data');
    const running = await startSystem(dataFolder, {
      PROOFLINE_MYSQL_URL: `mysql://${database.user}@${host}:${port}/${database.database}`,
      PROOFLINE_MYSQL_PASSWORD_FILE: passwordFile,
      PROOFLINE_MYSQL_TLS: 'off',
    });
    onTestFinished(() => running.stop());
    const { set } = await running.add({ sourceFolder: join(folder, 'photos') });
    await running.approveAll(set.id);

    await running.client.publications.$post({ json: {} });
    const block = await vi.waitFor(() => {
      const found = running.system.stores.queueBlocks.of('publish-photo');
      expect(found).not.toBeNull();
      return found;
    });
    expect(block).toMatchObject({
      condition: 'target-unreachable',
      reason: expect.stringContaining('ALTER TABLE `photos_info_revamp` ADD COLUMN `alt_text` TEXT;'),
    });
    expect(await database.run('SELECT File_Name FROM photos_info_revamp')).toHaveLength(1);

    await database.run('ALTER TABLE `photos_info_revamp` ADD COLUMN `alt_text` TEXT;');
    expect((await running.settled(set.id)).byState).toEqual({ published: 2 });
    const rows = await database.run('SELECT id, File_Name, Caption, alt_text FROM photos_info_revamp ORDER BY id');
    expect(rows.map(({ id }) => id)).toEqual([42_429, 42_430, 42_431]);
    expect(mirrored(dataFolder)).toEqual(rows.slice(1));

    const [photoId] = running.system.stores.reviews.list({ setId: set.id, limit: 10 }).map((review) => review.photoId);
    await running.client.photos[':photoId'].withdrawal.$put({
      param: { photoId: String(photoId) },
      json: { reason: 'test' },
    });
    await running.settled(set.id);
    expect(await database.run('SELECT id FROM photos_info_revamp')).toHaveLength(2);
    expect(mirrored(dataFolder)).toHaveLength(1);
    await running.stop();

    for (const entry of await readdir(dataFolder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const content = await readFile(join(entry.parentPath, entry.name));
      expect(content.includes(database.password), `${entry.name} holds the password`).toBe(false);
    }
  });
});

/** The rows of our own; those that were there before follow in the background. */
function mirrored(dataFolder: string): readonly unknown[] {
  const mirror = new Database(join(dataFolder, 'mirror.db'), { readonly: true });
  try {
    return mirror
      .prepare('SELECT id, File_Name, Caption, alt_text FROM photos_info_revamp WHERE id > 42429 ORDER BY id')
      .all();
  } finally {
    mirror.close();
  }
}
