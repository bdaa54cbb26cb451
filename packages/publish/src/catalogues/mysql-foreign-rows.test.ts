import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CatalogueRow } from '@proofline/domain/catalogue.ts';
import { hasMariadb } from '../../../../tests/support/mariadb-server.ts';
import { openMysqlSite, type MysqlSite } from '../fixtures/mysql-site.ts';
import { examplePhoto } from '../fixtures/published-photo.ts';

const { signal } = new AbortController();

/** Columns of the site's own, of the types whose values are easily spoilt on the way. */
const ownColumns = `ALTER TABLE photos_info_revamp ADD COLUMN hits BIGINT UNSIGNED DEFAULT 18446744073709551615,
  ADD COLUMN price DECIMAL(30,10) DEFAULT 12345678901234567890.0123456789, ADD COLUMN weight FLOAT DEFAULT 0.1,
  ADD COLUMN ratio DOUBLE DEFAULT 0.1, ADD COLUMN signature VARBINARY(20) DEFAULT x'00FF27225C0A', ADD COLUMN flags BIT(40) DEFAULT b'1011',
  ADD COLUMN sold DATE DEFAULT '0000-00-00', ADD COLUMN seen DATETIME(6) DEFAULT '2020-02-29 23:59:59.123456', ADD COLUMN length TIME DEFAULT '-101:02:03',
  ADD COLUMN taken YEAR DEFAULT 1999, ADD COLUMN kind ENUM('a','b''c') DEFAULT 'b''c', ADD COLUMN tags SET('x','y') DEFAULT 'x,y',
  ADD COLUMN details JSON DEFAULT '{"a":  1.50}', ADD COLUMN place POINT DEFAULT POINT(4.9, 52.4),
  ADD COLUMN changed TIMESTAMP(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
  ADD COLUMN shown VARCHAR(400) AS (CONCAT(Folder, '/', File_Name)) STORED, ADD COLUMN note TEXT CHARACTER SET latin1`;

describe.skipIf(!(await hasMariadb()))('rows that Proofline did not write', () => {
  let site: MysqlSite;
  beforeEach(async () => {
    site = await openMysqlSite();
    await site.database.run(`SET SESSION sql_mode = ''; ${ownColumns}`);
    await site.database
      .run(`INSERT INTO photos_info_revamp (File_Name, Folder, DateTime, Caption, Original_File_Name, QR, nima_score, note)
      SELECT CONCAT('Theirs_', seq, '.JPG'), IF(seq % 3, 'cities', NULL), '2019-06-01 21:14:00',
        CONCAT('  Ünï\\\\cödé 東京 \\'', CHAR(seq % 32), '" ', RAND(seq)), '', RAND(seq) * 10, RAND(seq), CONCAT('é', seq)
      FROM seq_1_to_500`);
  });
  afterEach(async () => {
    await site.catalogue.close();
    await site.remove();
  });

  test('stay byte for byte while photos are published, corrected, put back and withdrawn', async () => {
    const before = await dump(site);
    expect(before).toHaveLength(500);
    for (const number of [1, 2, 3]) {
      const photo = examplePhoto({ fileName: `Ours_${number}.JPG` });
      await site.catalogue.upsert(photo, signal);
      const row = (await site.catalogue.read(photo.fileName, signal)) as CatalogueRow;
      await site.catalogue.upsert({ ...photo, caption: 'Corrected' }, signal);
      await site.catalogue.restore(row, signal);
      await site.catalogue.remove(photo.fileName, signal);
    }
    await site.catalogue.upsert(examplePhoto({ fileName: 'Ours_4.JPG' }), signal);
    expect(await dump(site)).toEqual(before);
  });

  test('are put back byte for byte after they were changed, with every column of the site’s own', async () => {
    const before = await dump(site);
    const row = (await site.catalogue.read('Theirs_42.JPG', signal)) as CatalogueRow;
    expect(JSON.parse(JSON.stringify(row))).toEqual(row);
    await site.catalogue.upsert(examplePhoto({ fileName: 'Theirs_42.JPG' }), signal);
    expect(await dump(site)).not.toEqual(before);
    await site.catalogue.restore(JSON.parse(JSON.stringify(row)) as CatalogueRow, signal);
    expect(await dump(site)).toEqual(before);
  });

  test('are put back byte for byte after they were removed', async () => {
    const before = await dump(site);
    const row = (await site.catalogue.read('Theirs_42.JPG', signal)) as CatalogueRow;
    await site.catalogue.remove('Theirs_42.JPG', signal);
    expect(await dump(site)).toHaveLength(499);
    await site.catalogue.restore(JSON.parse(JSON.stringify(row)) as CatalogueRow, signal);
    expect(await dump(site)).toEqual(before);
  });

  test('keep the columns of the site’s own when their text is corrected', async () => {
    const own =
      'hits, price, signature, flags, sold, seen, length, taken, kind, tags, details, note, AsText(place) AS place';
    const ofOne = () => site.database.run(`SELECT id, ${own} FROM photos_info_revamp WHERE File_Name = 'Theirs_7.JPG'`);
    const before = await ofOne();
    await site.catalogue.upsert(examplePhoto({ fileName: 'Theirs_7.JPG' }), signal);
    expect(await ofOne()).toEqual(before);
  });
});

/** Every byte of every row that is theirs, as the server keeps it. */
async function dump({ database }: MysqlSite): Promise<readonly string[]> {
  const columns = await database.run(
    `SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() ORDER BY ORDINAL_POSITION`,
  );
  const bytes = columns.map(({ name }) => `COALESCE(HEX(CAST(\`${String(name)}\` AS BINARY)), 'NULL')`);
  const rows = await database.run(
    `SELECT CONCAT_WS('|', ${bytes.join(', ')}, HEX(weight + 0E0), weight + 0E0) AS line FROM photos_info_revamp
     WHERE File_Name LIKE 'Theirs%' ORDER BY id`,
  );
  return rows.map(({ line }) => String(line));
}
