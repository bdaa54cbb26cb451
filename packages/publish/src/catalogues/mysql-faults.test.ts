import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Catalogue } from '@proofline/domain/catalogue.ts';
import { hasMariadb } from '../../../../tests/support/mariadb-server.ts';
import { openStatementProxy, type StatementProxy } from '../../../../tests/support/statement-proxy.ts';
import { openMysqlSite, type MysqlSite } from '../fixtures/mysql-site.ts';
import { examplePhoto } from '../fixtures/published-photo.ts';
import { openMysqlCatalogue, type MysqlCatalogueOptions } from './mysql.ts';
import { startOwnTime } from '../../../../tests/support/own-time.ts';

const { signal } = new AbortController();
const fileName = examplePhoto().fileName;

describe.skipIf(!(await hasMariadb()))('when something goes wrong with the database', () => {
  let site: MysqlSite;
  beforeEach(async () => {
    site = await openMysqlSite();
  });
  afterEach(async () => {
    await site.catalogue.close();
    await site.remove();
  });

  function openWith(options: Partial<MysqlCatalogueOptions>): Catalogue {
    const catalogue = openMysqlCatalogue({ ...site.options, ...options });
    onTestFinished(() => catalogue.close());
    return catalogue;
  }

  async function openThroughProxy(): Promise<{ readonly catalogue: Catalogue; readonly proxy: StatementProxy }> {
    const proxy = await openStatementProxy(site.options);
    onTestFinished(() => proxy.close());
    return { catalogue: openWith({ host: proxy.host, port: proxy.port }), proxy };
  }

  const captions = async () => (await site.allRows()).map((row) => row['Caption']);

  test.each(['INSERT INTO', 'UPDATE ', 'FOR UPDATE', 'COMMIT'] as const)(
    'a connection that breaks before the server gets %s is replaced, and the row is written once',
    async (statement) => {
      const { catalogue, proxy } = await openThroughProxy();
      if (statement !== 'INSERT INTO') await site.catalogue.upsert(examplePhoto(), signal);
      proxy.fault({ statement, act: 'cut' });
      const written = await catalogue.upsert(examplePhoto({ caption: 'New' }), signal);
      await proxy.happened();
      expect(written.changed).toBe(true);
      expect(await captions()).toEqual(['New']);
    },
  );

  test.each(['START TRANSACTION', 'INSERT INTO', 'COMMIT'])(
    'an answer to %s that is lost is no row that is lost or doubled',
    async (statement) => {
      const { catalogue, proxy } = await openThroughProxy();
      proxy.fault({ statement, act: 'lose-answer' });
      const written = await catalogue.upsert(examplePhoto(), signal);
      await proxy.happened();
      const rows = await site.allRows();
      expect(rows).toMatchObject([{ id: written.remoteId, File_Name: fileName }]);
      expect(written.changed).toBe(true);
    },
  );

  test('after a commit whose answer was lost the row is looked at and not written again', async () => {
    const { catalogue, proxy } = await openThroughProxy();
    proxy.fault({ statement: 'COMMIT', act: 'lose-answer' });
    await catalogue.upsert(examplePhoto(), signal);
    expect(proxy.seen('INSERT INTO')).toBe(1);
  });

  test.each(['remove', 'restore'] as const)('a lost answer does no harm to %s either', async (what) => {
    const { catalogue, proxy } = await openThroughProxy();
    await site.catalogue.upsert(examplePhoto(), signal);
    const before = await site.catalogue.read(fileName, signal);
    if (what === 'restore') await site.catalogue.upsert(examplePhoto({ caption: 'New' }), signal);
    proxy.fault({ statement: 'COMMIT', act: 'lose-answer' });
    if (what === 'remove') await catalogue.remove(fileName, signal);
    else if (before !== null) await catalogue.restore(before, signal);
    await proxy.happened();
    expect(await site.allRows()).toEqual(what === 'remove' ? [] : [before]);
  });

  test('a connection that the server closed while nothing was asked is replaced unseen', async () => {
    await site.catalogue.upsert(examplePhoto(), signal);
    await killConnections(site);
    expect(await site.catalogue.upsert(examplePhoto({ caption: 'New' }), signal)).toMatchObject({ changed: true });
  });

  test.each(['START TRANSACTION', 'SELECT', 'INSERT INTO', 'COMMIT'])(
    'who is told to stop while the server is silent after %s stops within a second',
    async (statement) => {
      const { catalogue, proxy } = await openThroughProxy();
      proxy.fault({ statement, act: 'stall' });
      const stop = new AbortController();
      const writing = catalogue.upsert(examplePhoto(), stop.signal);
      await Promise.race([proxy.happened(), writing]);
      const sinceThen = startOwnTime();
      stop.abort();
      await expect(writing).rejects.toThrow('aborted');
      expect(sinceThen.ms()).toBeLessThan(1_000);
    },
  );

  test('what was under way when somebody was told to stop is undone by the server', async () => {
    const { catalogue, proxy } = await openThroughProxy();
    await site.catalogue.upsert(examplePhoto(), signal);
    proxy.fault({ statement: 'UPDATE ', act: 'stall' });
    const stop = new AbortController();
    const writing = catalogue.upsert(examplePhoto({ caption: 'New' }), stop.signal);
    await proxy.happened();
    stop.abort();
    await expect(writing).rejects.toThrow('aborted');
    // Waits for the row's lock, so for the end of that transaction.
    await site.catalogue.upsert(examplePhoto({ caption: 'Newer' }), signal);
    expect(await captions()).toEqual(['Newer']);
  });

  test('a row that somebody holds for a moment is waited for', async () => {
    await site.catalogue.upsert(examplePhoto(), signal);
    await site.database.connect(async (other) => {
      await other.query(`START TRANSACTION; SELECT * FROM photos_info_revamp FOR UPDATE`);
      const writing = site.catalogue.upsert(examplePhoto({ caption: 'New' }), signal);
      await untilSomebodyWaits(site);
      await other.query('COMMIT');
      expect(await writing).toMatchObject({ changed: true });
    });
  });

  test('a row that somebody goes on holding is that photo’s matter and is tried again later', async () => {
    await site.catalogue.upsert(examplePhoto(), signal);
    await site.database.connect(async (other) => {
      await other.query(`START TRANSACTION; SELECT * FROM photos_info_revamp FOR UPDATE`);
      await expect(site.catalogue.upsert(examplePhoto({ caption: 'New' }), signal)).rejects.toMatchObject({
        name: 'Error',
        message: expect.stringMatching(new RegExp(`${fileName} was not changed: .*lock wait.*publishing again`, 'i')),
      });
    });
    expect(await captions()).toEqual([examplePhoto().caption]);
  });

  test('a table that somebody goes on holding as a whole blocks the site', async () => {
    await site.catalogue.upsert(examplePhoto(), signal);
    await site.database.connect(async (other) => {
      await other.query(`LOCK TABLES photos_info_revamp WRITE`);
      await expect(site.catalogue.upsert(examplePhoto({ caption: 'New' }), signal)).rejects.toMatchObject({
        condition: 'target-unreachable',
        message: expect.stringContaining('is locked'),
      });
    });
  });

  test('a deadlock that the server ended at this side’s cost is gone through again', async () => {
    await site.catalogue.upsert(examplePhoto(), signal);
    await site.database.run(`CREATE TABLE visits (n INT) ENGINE=InnoDB; INSERT INTO visits VALUES (0);
      CREATE TRIGGER count_changes AFTER UPDATE ON photos_info_revamp FOR EACH ROW UPDATE visits SET n = n + 1`);
    await site.database.connect(async (other) => {
      // It has changed more, so it is this one that the server lets go on.
      const much = Array.from({ length: 500 }, () => '(1)').join();
      await other.query(`START TRANSACTION; INSERT INTO visits VALUES ${much}; UPDATE visits SET n = n + 1`);
      const writing = site.catalogue.upsert(examplePhoto({ caption: 'New' }), signal);
      await untilSomebodyWaits(site);
      await other.query(`UPDATE photos_info_revamp SET QC_Status = 'Top'; COMMIT`);
      expect(await writing).toMatchObject({ changed: true });
    });
    expect(await site.allRows()).toMatchObject([{ Caption: 'New', QC_Status: 'Good' }]);
    const [{ Status: status } = {}] = await site.database.run('SHOW ENGINE INNODB STATUS');
    expect(status).toContain(`\`${site.database.database}\`.\`photos_info_revamp\` trx`);
    expect(status).toContain('LATEST DETECTED DEADLOCK');
  });

  test('a wrong password is a refused login, and is in no word about it', async () => {
    const catalogue = openWith({ password: 'open-sesame' });
    const refusal = await catalogue.upsert(examplePhoto(), signal).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ condition: 'login-refused', message: expect.stringContaining('Access denied') });
    const problems = await catalogue.problems(signal);
    expect(problems).toEqual([expect.stringContaining('correct the name, password')]);
    expect(JSON.stringify([problems, (refusal as Error).stack, (refusal as Error).cause])).not.toContain('open-sesame');
  });

  test('a server that is not there is out of reach, at once', async () => {
    const { proxy } = await openThroughProxy();
    await proxy.close().catch(() => {});
    const catalogue = openWith({ port: proxy.port });
    await expect(catalogue.read(fileName, signal)).rejects.toMatchObject({
      condition: 'target-unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
    expect(await catalogue.problems(signal)).toEqual([expect.stringContaining('ECONNREFUSED')]);
  });

  test('a database that is not there is named', async () => {
    await expect(openWith({ database: 'no_such_database' }).read(fileName, signal)).rejects.toMatchObject({
      message: expect.stringContaining('no_such_database'),
    });
  });
});

/** Of the site's user, from the server's side. */
async function killConnections({ database }: MysqlSite): Promise<void> {
  const connections = await database.run('SELECT ID AS id FROM information_schema.PROCESSLIST WHERE USER = ?', [
    database.user,
  ]);
  for (const { id } of connections) await database.run(`KILL ${Number(id)}`);
}

/** A transaction on the site waits for a lock. Within a trigger the server shows its definer as the user. */
async function untilSomebodyWaits({ database }: MysqlSite): Promise<void> {
  await database.connect((observer) =>
    vi.waitFor(
      async () => {
        const [waiting] = await observer.query(
          `SELECT 1 FROM information_schema.INNODB_TRX t JOIN information_schema.PROCESSLIST p ON p.ID = t.trx_mysql_thread_id
           WHERE t.trx_state = 'LOCK WAIT' AND p.DB = ?`,
          [database.database],
        );
        expect(waiting).toHaveLength(1);
      },
      // The server makes the list anew only where nobody has asked for it for a tenth of a second.
      { timeout: 120_000, interval: 200 },
    ),
  );
}
