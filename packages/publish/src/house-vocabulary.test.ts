import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteCatalogue } from './catalogues/sqlite.ts';
import { createHouseVocabulary } from './house-vocabulary.ts';

test('words of the subject or the place, most used first and spelt as lately; nothing of other photos', () => {
  const { vocabulary } = newWorld();
  expect(vocabulary.usualKeywords({ subject: 'Frozen Lake', location: 'Haifa' })).toEqual(['Ice', 'lake', 'winter']);
  expect(vocabulary.usualKeywords({ subject: 'Anything', location: 'AMSTERDAM' })).toEqual(['ice', 'canal', 'lake']);
  expect(vocabulary.usualKeywords({ subject: 'Frozen', location: '' })).not.toContain('never');
});

test('what was read is good for a while, and no longer', () => {
  const { vocabulary, file, clock } = newWorld();
  const about = { subject: 'Frozen Lake', location: 'Haifa' };
  vocabulary.usualKeywords(about);
  const sql = new Database(file);
  sql.exec(`DELETE FROM photos_info_revamp`);
  sql.close();
  expect(vocabulary.usualKeywords(about)).toHaveLength(3);
  clock.ms += 60_000;
  expect(vocabulary.usualKeywords(about)).toEqual([]);
});

test('while a row is being written, what was known last counts, and nothing of it is kept for longer', () => {
  const { vocabulary, file, clock } = newWorld();
  const about = { subject: 'Frozen Lake', location: 'Haifa' };
  const words = vocabulary.usualKeywords(about);
  clock.ms += 60_000;
  const writer = new Database(file);
  writer.exec('BEGIN EXCLUSIVE');
  expect(vocabulary.usualKeywords(about)).toEqual(words);
  expect(vocabulary.usualKeywords({ subject: 'Anything', location: 'Amsterdam' })).toEqual([]);
  writer.exec(`DELETE FROM photos_info_revamp WHERE Location = 'Gouda'; COMMIT`);
  writer.close();
  expect(vocabulary.usualKeywords({ subject: 'Anything', location: 'Amsterdam' })).not.toEqual([]);
  expect(vocabulary.usualKeywords(about)).toEqual(['Ice', 'lake']);
});

test('a table that cannot be read keeps nobody from looking at a photo', () => {
  const { vocabulary, file, clock } = newWorld();
  const about = { subject: 'Frozen Lake', location: 'Haifa' };
  const words = vocabulary.usualKeywords(about);
  clock.ms += 60_000;
  writeFileSync(file, Buffer.alloc(statSync(file).size, 'spoilt'));
  expect(vocabulary.usualKeywords(about)).toEqual(words);
  expect(vocabulary.usualKeywords({ subject: 'Anything', location: 'Amsterdam' })).toEqual([]);
});

function newWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'proofline-vocabulary-'));
  const file = join(folder, 'catalogue.db');
  const catalogue = openSqliteCatalogue({ file });
  onTestFinished(async () => {
    await catalogue.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const sql = new Database(file);
  const insert = sql.prepare(
    `INSERT INTO photos_info_revamp (File_Name, Location, Keywords, Original_File_Name) VALUES (?, ?, ?, 'x')`,
  );
  insert.run('Frozen_Lake_Gouda_001.JPG', 'Gouda', 'ice, lake, winter');
  insert.run('Frozen_Lake_Amsterdam_001.JPG', 'Amsterdam', 'Ice, lake');
  insert.run('Bridge_Amsterdam_001.JPG', 'Amsterdam', 'canal, ice');
  insert.run('FrozenXLake_001.JPG', 'Delft', 'never');
  insert.run('Tulip_Lisse_001.JPG', 'Lisse', 'tulip');
  sql.close();
  const clock = { ms: 0 };
  return { vocabulary: createHouseVocabulary(catalogue, () => clock.ms), file, clock };
}
