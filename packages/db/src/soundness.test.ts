import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { checkInBackground, damageAtOpening } from './soundness.ts';

test('a small file is looked through when it is opened', () => {
  expect(atOpening(damagedFile())).toContain('Tree 2');
});

test('a large one is not: the time to open it does not grow', () => {
  expect(atOpening(damagedFile(), 1_000)).toBeNull();
});

test('damage found in the background is told, and the next opening looks through all of it', async () => {
  const file = damagedFile();
  expect(await inBackground(file)).toContain('names');
  expect(atOpening(file, 1_000)).not.toBeNull();
});

test('a sound file is left alone, and one that was mended is suspected no more', async () => {
  const file = join(temporaryFolder(), 'review.db');
  fill(file);
  writeFileSync(`${file}-suspect`, 'damaged before it was put back from a backup');
  expect(atOpening(file, 1_000)).toBeNull();
  expect(() => readFileSync(`${file}-suspect`)).toThrow('ENOENT');
});

function inBackground(file: string): Promise<string> {
  return new Promise((resolve) => {
    const check = checkInBackground(file, resolve, { delayMs: 0 });
    onTestFinished(() => check.stop());
  });
}

function atOpening(file: string, checkedBytes?: number): string | null {
  const sqlite = new Database(file);
  try {
    return damageAtOpening(sqlite, file, checkedBytes);
  } catch (error) {
    return `names: ${(error as Error).message}`;
  } finally {
    sqlite.close();
  }
}

/** Its schema reads, a page of its table does not. */
function damagedFile(): string {
  const file = join(temporaryFolder(), 'review.db');
  fill(file);
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 3 * 4096, 5 * 4096);
  writeFileSync(file, bytes);
  return file;
}

function fill(file: string): void {
  const sqlite = new Database(file);
  sqlite.exec('CREATE TABLE names (name TEXT) STRICT');
  const insert = sqlite.prepare('INSERT INTO names VALUES (?)');
  sqlite.transaction(() => {
    for (let number = 0; number < 500; number += 1) insert.run(`name ${number} ${'x'.repeat(100)}`);
  })();
  sqlite.close();
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'proofline-soundness-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
