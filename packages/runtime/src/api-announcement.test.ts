import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { announceApi, readApiAnnouncement } from './api-announcement.ts';
import { dataFolderAt } from './data-folder.ts';

const announcement = { url: 'http://127.0.0.1:4170', token: 'secret', pid: 42, startedAt: '2026-01-02T03:04:05.000Z' };
const newFolder = () => dataFolderAt(mkdtempSync(join(tmpdir(), 'proofline-api-')));

test('what is announced can be read until it is taken back', () => {
  const folder = newFolder();
  expect(readApiAnnouncement(folder)).toBeNull();
  const withdraw = announceApi(folder, announcement);
  expect(readApiAnnouncement(folder)).toEqual(announcement);
  expect(readdirSync(folder.root)).toEqual(['api.json']);
  withdraw();
  expect(readApiAnnouncement(folder)).toBeNull();
  withdraw();
});

test.skipIf(process.platform === 'win32')('only its owner can read the token', () => {
  const folder = newFolder();
  writeFileSync(folder.apiFile, 'left over, readable by all', { mode: 0o644 });
  announceApi(folder, announcement);
  expect(statSync(folder.apiFile).mode & 0o777).toBe(0o600);
});

test.each(['{', '{}', JSON.stringify({ ...announcement, url: 'https://elsewhere' })])(
  'an announcement that reads %j is an error and not an absence',
  (content) => {
    const folder = newFolder();
    writeFileSync(folder.apiFile, content);
    expect(() => readApiAnnouncement(folder)).toThrow(/api\.json cannot be read/);
  },
);
