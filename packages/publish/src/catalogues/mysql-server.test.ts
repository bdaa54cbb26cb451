import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Catalogue } from '@proofline/domain/catalogue.ts';
import { makeCertificate, type Certificate } from '../../../../tests/support/certificate.ts';
import {
  administer,
  hasLocalMariadb,
  startLocalMariadb,
  type LocalMariadbServer,
} from '../../../../tests/support/mariadb-server.ts';
import { createSiteDatabase, type SiteDatabase } from '../../../../tests/support/site-database.ts';
import { makeTemporaryFolder, removeFolder } from '../../../../tests/support/temporary-folder.ts';
import { openMysqlSite, optionsOf, type MysqlSite } from '../fixtures/mysql-site.ts';
import { examplePhoto } from '../fixtures/published-photo.ts';
import { openTestSite } from '../fixtures/test-site.ts';
import { openMysqlCatalogue, type MysqlCatalogueOptions } from './mysql.ts';

const { signal } = new AbortController();

/** What is set for a whole server, or kills it: not on the one that other tests share. */
describe.skipIf(!hasLocalMariadb())('a server of its own', () => {
  let folder: string;
  let certificate: Certificate;
  let server: LocalMariadbServer;
  let database: SiteDatabase;
  let site: MysqlSite;
  beforeAll(async () => {
    folder = await makeTemporaryFolder();
    certificate = makeCertificate(folder, 'server', 'DNS:localhost,IP:127.0.0.1');
    server = await startLocalMariadb([`--ssl-cert=${certificate.certificateFile}`, `--ssl-key=${certificate.keyFile}`]);
  });
  afterAll(async () => {
    await server.stop();
    await removeFolder(folder);
  });
  beforeEach(async () => {
    database = await createSiteDatabase(server);
    site = await openMysqlSite(undefined, database);
    onTestFinished(async () => {
      await site.catalogue.close();
      await site.remove();
    });
  });

  function openWith(options: Partial<MysqlCatalogueOptions>): Catalogue {
    const catalogue = openMysqlCatalogue({ ...optionsOf(database), ...options });
    onTestFinished(() => catalogue.close());
    return catalogue;
  }

  describe('over TLS', () => {
    test.each(['127.0.0.1', 'localhost'])('is believed at %s when the named authority signed it', async (host) => {
      const catalogue = openWith({ host, tls: { verify: true, ca: certificate.pem } });
      expect(await catalogue.problems(signal)).toEqual([]);
      expect(await catalogue.upsert(examplePhoto(), signal)).toMatchObject({ changed: true });
    });

    test('really is over TLS: a user who may come in no other way can write', async () => {
      await administer(server, (root) => root.query(`ALTER USER ${database.user}@'%' REQUIRE SSL`));
      await expect(openWith({}).read('A.JPG', signal)).rejects.toMatchObject({ condition: 'login-refused' });
      const catalogue = openWith({ tls: { verify: true, ca: certificate.pem } });
      expect(await catalogue.upsert(examplePhoto(), signal)).toMatchObject({ changed: true });
    });

    test('is not believed when nobody known signed its certificate', async () => {
      const other = makeCertificate(folder, 'other', 'DNS:localhost,IP:127.0.0.1');
      for (const ca of [null, other.pem]) {
        await expect(openWith({ tls: { verify: true, ca } }).upsert(examplePhoto(), signal)).rejects.toMatchObject({
          condition: 'target-unreachable',
          message: expect.stringMatching(/certificate is not accepted .*PROOFLINE_MYSQL_CA/),
        });
      }
      expect(await site.allRows()).toEqual([]);
      expect(await openWith({ tls: { verify: false, ca: null } }).problems(signal)).toEqual([]);
    });
  });

  test.each([
    ['localhost', 'DNS:elsewhere.example'],
    ['127.0.0.1', 'DNS:localhost'],
  ])('a good certificate for another host than %s is not believed', async (host, names) => {
    const elsewhere = makeCertificate(folder, 'elsewhere', names);
    const own = await startLocalMariadb([`--ssl-cert=${elsewhere.certificateFile}`, `--ssl-key=${elsewhere.keyFile}`]);
    onTestFinished(() => own.stop());
    const there = await createSiteDatabase(own);
    const catalogue = openWith({ ...optionsOf(there), host, tls: { verify: true, ca: elsewhere.pem } });
    expect(await catalogue.problems(signal)).toEqual([expect.stringMatching(/certificate is not accepted .*altnames/)]);
  });

  test('a server without TLS is told apart from one that is away', async () => {
    const plain = await startLocalMariadb(['--skip-ssl']);
    onTestFinished(() => plain.stop());
    const there = await createSiteDatabase(plain);
    const catalogue = openWith({ ...optionsOf(there), tls: { verify: true, ca: null } });
    expect(await catalogue.problems(signal)).toEqual([
      expect.stringMatching(/offers no TLS; .*PROOFLINE_MYSQL_TLS=off/),
    ]);
  });

  test('one that is read-only takes no row and blocks the site until it takes them again', async () => {
    const setReadOnly = (value: number) =>
      administer(server, (root) => root.query(`SET GLOBAL read_only = ${String(value)}`));
    onTestFinished(() => setReadOnly(0).then(() => undefined));
    await setReadOnly(1);
    await expect(site.catalogue.upsert(examplePhoto(), signal)).rejects.toMatchObject({
      condition: 'login-refused',
      message: expect.stringContaining('read-only replica'),
    });
    expect(await site.catalogue.problems(signal)).toEqual([expect.stringContaining('read-only replica')]);
    expect(await site.catalogue.read(examplePhoto().fileName, signal)).toBeNull();
    await setReadOnly(0);
    expect(await site.catalogue.upsert(examplePhoto(), signal)).toMatchObject({ changed: true });
  });

  test('a row that is longer than a packet may be is that photo’s own fault', async () => {
    await administer(server, (root) => root.query('SET GLOBAL max_allowed_packet = 16384'));
    onTestFinished(() =>
      administer(server, (root) => root.query('SET GLOBAL max_allowed_packet = 16777216')).then(() => undefined),
    );
    await expect(site.catalogue.upsert(examplePhoto({ caption: 'x'.repeat(20_000) }), signal)).rejects.toMatchObject({
      name: 'RowRefused',
      message: expect.stringMatching(/was not written: the row makes a statement of 2\d{4} bytes .*max_allowed_packet/),
    });
    expect(await site.catalogue.upsert(examplePhoto(), signal)).toMatchObject({ changed: true });
  });

  test.each(['embedded', 'web-sent', 'thumb-sent'] as const)(
    'killed after the step %s leaves no row, blocks the site, and publishing again finishes the photo',
    async (killedAfter) => {
      const there = await openTestSite();
      onTestFinished(() => there.close());
      const onStep = (step: string) => {
        if (step === killedAfter) void server.kill();
      };
      const publishing = { target: there.target, catalogue: site.catalogue };
      await expect(there.publish({ onStep }, publishing)).rejects.toMatchObject({ condition: 'target-unreachable' });
      await server.startAgain();
      expect(await site.allRows()).toEqual([]);

      const receipt = await there.publish({}, publishing);
      expect(await site.allRows()).toMatchObject([{ id: receipt.remoteId, File_Name: there.photo.fileName }]);
      expect(await there.files()).toHaveLength(2);
      expect((await there.publish({}, publishing)).bytesSent).toBe(0);
      expect(await site.allRows()).toHaveLength(1);
    },
  );

  test('a row that does not fit is found before the first file is sent', async () => {
    const there = await openTestSite();
    onTestFinished(() => there.close());
    await database.run('ALTER TABLE photos_info_revamp MODIFY Original_File_Name VARCHAR(100) NOT NULL');
    const photo = { ...there.photo, originalFileName: 'x'.repeat(101) };
    const publishing = { target: there.target, catalogue: site.catalogue };
    await expect(there.publish({ photo }, publishing)).rejects.toMatchObject({
      name: 'RowRefused',
      message: expect.stringMatching(
        /Original_File_Name .* holds 100 characters and the photo has 101; nothing was sent/,
      ),
    });
    expect(await there.files()).toEqual([]);
    expect(await site.allRows()).toEqual([]);
  });
});
