import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import type { CatalogueRow } from '@proofline/domain/catalogue.ts';
import { hasMariadb } from '../../../../tests/support/mariadb-server.ts';
import { createSiteDatabase, sharedMariadb } from '../../../../tests/support/site-database.ts';
import { originalTable } from '../../../../tests/support/original-table.ts';
import { openMysqlSite, optionsOf, type MysqlSite } from '../fixtures/mysql-site.ts';
import { examplePhoto } from '../fixtures/published-photo.ts';
import { openMysqlCatalogue } from './mysql.ts';

const { signal } = new AbortController();
const fileName = examplePhoto().fileName;

describe.skipIf(!(await hasMariadb()))('the site’s own table', () => {
  const sites: MysqlSite[] = [];
  afterEach(async () => {
    for (const site of sites.splice(0)) {
      await site.catalogue.close();
      await site.remove();
    }
  });
  async function open(table = originalTable): Promise<MysqlSite> {
    const site = await openMysqlSite(table);
    sites.push(site);
    return site;
  }

  describe('is refused before anything is written, with the statement that mends it', () => {
    test.each([
      [
        'lacks columns',
        ['DROP COLUMN alt_text, DROP COLUMN QR'],
        /no column alt_text, QR; .*ADD COLUMN `alt_text` TEXT, ADD COLUMN `QR`/,
      ],
      ['has whole numbers for the rating', ['MODIFY QR INT'], /column QR \(int.*\) .* would round/],
      [
        'has too short a column',
        ['MODIFY Caption VARCHAR(100)'],
        /Caption \(varchar\(100\)\) .* holds 100 characters and 255/,
      ],
      ['has numbers that stop too early', ['MODIFY ISO SMALLINT'], /ISO \(smallint.*\) .* up to 32767/],
      ['has texts where numbers belong', ['MODIFY Width VARCHAR(20)'], /Width \(varchar\(20\)\) .* holds no numbers/],
      ['keeps too few digits', ['MODIFY brisque_score DECIMAL(4,2)'], /2 digits before the point and 3/],
      ['does not keep names unique', ['DROP KEY File_Name'], /does not keep File_Name unique/],
      ['keeps only the beginning of names unique', ['DROP KEY File_Name, ADD UNIQUE KEY (File_Name(100))'], /unique/],
      [
        'cannot hold every script',
        ['CONVERT TO CHARACTER SET latin1'],
        /every script in Folder \(latin1\), File_Name \(latin1\)/,
      ],
      ['cannot undo a write', ['ENGINE=Aria'], /engine Aria/],
      ['must know what nobody knows', ['MODIFY Camera VARCHAR(255) NOT NULL'], /Camera .* must hold something/],
      ['wants a value of its own', ['ADD COLUMN owner INT NOT NULL'], /its own column owner/],
      ['gives no ids', ['MODIFY id INT NOT NULL'], /gives no ids/],
    ])('when it %s', async (_, [alteration], problem) => {
      const site = await open();
      await site.database.run(`ALTER TABLE photos_info_revamp ${alteration}`);
      const problems = await site.catalogue.problems(signal);
      expect(problems).toEqual([expect.stringMatching(problem)]);
      await expect(site.catalogue.upsert(examplePhoto(), signal)).rejects.toMatchObject({
        condition: 'target-unreachable',
        message: expect.stringContaining(problems[0] ?? 'no problem'),
      });
      await expect(site.catalogue.read(fileName, signal)).rejects.toThrow(problems[0]);
      expect(await site.allRows()).toEqual([]);
      await mend(site, problems);
      expect(await site.catalogue.problems(signal)).toEqual([]);
      expect(await site.catalogue.upsert(examplePhoto(), signal)).toEqual({ remoteId: 1, changed: true });
    });

    test('everything at once, and mended at once', async () => {
      const site = await open(
        'CREATE TABLE photos_info_revamp (File_Name VARCHAR(100), QR INT, price INT NOT NULL) ENGINE=Aria',
      );
      const problems = await site.catalogue.problems(signal);
      expect(problems).toHaveLength(7);
      await mend(site, problems);
      expect(await site.catalogue.problems(signal)).toEqual([]);
    });

    test('when there is none: the statement makes it', async () => {
      const site = await open('');
      const [problem = ''] = await site.catalogue.problems(signal);
      expect(problem).toMatch(/there is no table photos_info_revamp; nothing was written; make it: CREATE TABLE/);
      await site.database.run(problem.slice(problem.indexOf('CREATE')));
      expect(await site.catalogue.problems(signal)).toEqual([]);
      await site.catalogue.upsert(examplePhoto(), signal);
      expect(await site.allRows()).toMatchObject([{ File_Name: fileName, QR: '7.25' }]);
    });

    test('when names stand there twice, which are told', async () => {
      const site = await open(originalTable.replace(', UNIQUE KEY File_Name (File_Name)', ''));
      for (const id of [1, 2]) await site.insertForeignRow({ id, File_Name: 'Twice_001.JPG', Original_File_Name: 'a' });
      expect(await site.catalogue.problems(signal)).toEqual([
        expect.stringContaining('first remove the extra rows of Twice_001.JPG'),
      ]);
    });

    test('when it is a view', async () => {
      const site = await open(originalTable.replace('photos_info_revamp', 'photos'));
      await site.database.run('CREATE VIEW photos_info_revamp AS SELECT * FROM photos');
      expect(await site.catalogue.problems(signal)).toContainEqual(expect.stringContaining('is a view'));
    });

    test.each([
      ['', /access denied/i],
      [
        'SELECT, INSERT, UPDATE',
        /may not DELETE on the table photos_info_revamp; .* GRANT SELECT, INSERT, UPDATE, DELETE ON/,
      ],
      ['SELECT', /may not INSERT, UPDATE, DELETE/],
    ])('when the user may only %s', async (grants, problem) => {
      const database = await createSiteDatabase(await sharedMariadb(), grants);
      const catalogue = openMysqlCatalogue(optionsOf(database));
      onTestFinished(async () => {
        await catalogue.close();
        await database.drop();
      });
      await database.run(originalTable);
      expect(await catalogue.problems(signal)).toEqual([expect.stringMatching(problem)]);
      const mayWrite = grants.includes('INSERT');
      const refusal = mayWrite ? null : await catalogue.upsert(examplePhoto(), signal).catch((error: unknown) => error);
      expect((refusal as { condition: string } | null)?.condition).toBe(mayWrite ? undefined : 'login-refused');
    });
  });

  test('a column that spells values its own way holds them, and nothing is written twice for it', async () => {
    const site = await open();
    await site.database
      .run(`ALTER TABLE photos_info_revamp MODIFY DateTime DATETIME, MODIFY QR DECIMAL(4,2), MODIFY nima_score FLOAT,
      MODIFY brisque_score DECIMAL(5,2), MODIFY QC_Status CHAR(20)`);
    const photo = examplePhoto({ measurements: { nimaScore: 5.123456789, brisqueScore: 21.415 } });
    expect(await site.catalogue.upsert(photo, signal)).toMatchObject({ changed: true });
    expect(await site.catalogue.upsert(photo, signal)).toMatchObject({ changed: false });
    const row = await site.catalogue.read(fileName, signal);
    expect(row).toMatchObject({
      DateTime: '2025-01-31 08:05:09',
      QR: 7.25,
      nima_score: 5.123457,
      brisque_score: 21.41,
    });
    await site.catalogue.remove(fileName, signal);
    await site.catalogue.restore(row as CatalogueRow, signal);
    expect(await site.catalogue.read(fileName, signal)).toEqual(row);
  });

  test.each(['frozen_lake_001.jpg', 'Frôzen_Lake_001.JPG'])(
    'the row of %s is not taken for that of Frozen_Lake_001.JPG, whatever the table thinks',
    async (other) => {
      const site = await open();
      await site.insertForeignRow({ id: 7, File_Name: other, Original_File_Name: 'theirs.jpg', Caption: 'theirs' });
      const before = await site.allRows();
      const ours = examplePhoto({ fileName: 'Frozen_Lake_001.JPG' });
      for (const attempt of [
        () => site.catalogue.upsert(ours, signal),
        () => site.catalogue.read(ours.fileName, signal),
      ]) {
        await expect(attempt()).rejects.toMatchObject({
          name: 'PublicationConflict',
          message: expect.stringContaining(`a catalogue row ${other}`),
        });
      }
      await site.catalogue.remove(ours.fileName, signal);
      expect(await site.allRows()).toEqual(before);
    },
  );

  test('a text that is too long is found before anything is sent, and refused when it is written all the same', async () => {
    const site = await open();
    await site.database.run('ALTER TABLE photos_info_revamp MODIFY Caption VARCHAR(300), MODIFY Camera TINYTEXT');
    await site.catalogue.upsert(examplePhoto(), signal);
    const before = await site.allRows();
    const photo = examplePhoto({ caption: 'é'.repeat(301), camera: 'e'.repeat(256) });
    expect(await site.catalogue.misfits(photo, signal)).toEqual([
      'the column Camera of the table photos_info_revamp holds 255 bytes and the photo has 256',
      'the column Caption of the table photos_info_revamp holds 300 characters and the photo has 301',
    ]);
    expect(await site.catalogue.misfits(examplePhoto({ caption: 'é'.repeat(300) }), signal)).toEqual([]);
    await expect(site.catalogue.upsert(photo, signal)).rejects.toMatchObject({
      name: 'RowRefused',
      message: expect.stringMatching(new RegExp(`${fileName} was not written: .* does not take the row: `)),
    });
    expect(await site.allRows()).toEqual(before);
  });

  test('a trigger that changes what is written is found out, and the row stays as it was', async () => {
    const site = await open();
    await site.catalogue.upsert(examplePhoto(), signal);
    const before = await site.allRows();
    await site.database.run(
      `CREATE TRIGGER meddle BEFORE UPDATE ON photos_info_revamp FOR EACH ROW SET NEW.alt_text = 'meddled'`,
    );
    await expect(site.catalogue.upsert(examplePhoto({ caption: 'New' }), signal)).rejects.toThrow(
      /alt_text is "meddled" instead of .*; the row is as it was before/,
    );
    expect(await site.allRows()).toEqual(before);
  });
});

/** Carries out what the problems propose, as an operator would. */
async function mend(site: MysqlSite, problems: readonly string[]): Promise<void> {
  for (const problem of problems) {
    const statement = /mend it: (ALTER TABLE .*;)/.exec(problem)?.[1];
    if (statement !== undefined) await site.database.run(statement);
  }
}
