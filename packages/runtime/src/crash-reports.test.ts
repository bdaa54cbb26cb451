import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Crash, CrashReport } from '@proofline/domain/crash-report.ts';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openCrashReports } from './crash-reports.ts';

const crash: Crash = {
  kind: 'decoder-death',
  reason: 'ended by SIGSEGV',
  stack: null,
  stage: 'render-photo',
  photoId: 7,
  detail: { signal: 'SIGSEGV' },
};

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'proofline crash é-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'crash-reports');
}

function read(folder: string): readonly CrashReport[] {
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as CrashReport);
}

test('a report says what, where, when, in which versions and with how much memory', () => {
  const folder = newFolder();
  const reports = openCrashReports({ folder, versions: { sharp: '0.35.5' }, secrets: [] });
  expect(reports.list(5)).toEqual({ count: 0, newest: [] });
  reports.file(crash);
  expect(read(folder)).toEqual([
    {
      ...crash,
      at: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      process: { pid: process.pid, uptimeSeconds: expect.any(Number) as number },
      versions: { node: process.version, sharp: '0.35.5' },
      memory: {
        residentBytes: expect.any(Number) as number,
        heapUsedBytes: expect.any(Number) as number,
        systemFreeBytes: expect.any(Number) as number,
        systemTotalBytes: expect.any(Number) as number,
      },
    },
  ]);
});

test('the newest hundred are kept and listed newest first, with their paths', () => {
  const folder = newFolder();
  let second = 0;
  const now = () => new Date(Date.parse('2026-01-01T00:00:00.000Z') + (second += 1) * 1000);
  const reports = openCrashReports({ folder, versions: {}, secrets: [], now });
  for (let number = 1; number <= 103; number += 1) reports.file({ ...crash, photoId: number });
  const { count, newest } = reports.list(2);
  expect(count).toBe(100);
  expect(newest.map(({ photoId }) => photoId)).toEqual([103, 102]);
  expect(JSON.parse(readFileSync(newest[0]!.path, 'utf8'))).toMatchObject({ photoId: 103 });
  expect(Math.min(...read(folder).map(({ photoId }) => photoId!))).toBe(4);
});

test('no secret reaches a report', () => {
  const folder = newFolder();
  const reports = openCrashReports({ folder, versions: {}, secrets: ['open "sesame"'] });
  reports.file({
    ...crash,
    reason: 'said open "sesame" to redis://user:secret@host',
    stack: 'Error: open "sesame"',
    detail: { said: 'open "sesame"' },
  });
  const text = JSON.stringify(read(folder));
  expect(text).not.toContain('sesame');
  expect(text).not.toContain('user:secret');
});

test('a report that was cut off is listed as such', () => {
  const folder = newFolder();
  const reports = openCrashReports({ folder, versions: {}, secrets: [] });
  reports.file(crash);
  const path = reports.list(1).newest[0]!.path;
  writeFileSync(path, '{ "at": ');
  expect(reports.list(1).newest).toMatchObject([{ reason: 'this report was cut off', path }]);
});

test('a report that cannot be written is told on the terminal and throws nothing', () => {
  const folder = newFolder();
  writeFileSync(folder, 'a file where the folder should be');
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  openCrashReports({ folder, versions: {}, secrets: [] }).file(crash);
  expect(String(said.mock.calls[0]?.[0])).toContain('could not be written');
  said.mockRestore();
});

test.for([
  ['throw', 'uncaught-exception', 'TypeError: the words were [redacted]'],
  ['reject', 'unhandled-rejection', 'Error: nobody waited'],
] as const)('a process that ends by %s leaves a report', async ([deed, kind, reason]) => {
  const folder = newFolder();
  const program = fileURLToPath(new URL('./fixtures/crashing-process.ts', import.meta.url));
  const child = spawn(process.execPath, [program, deed, folder], { stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).not.toBe(0);
  expect(read(folder)).toMatchObject([
    { kind, reason, stack: expect.stringContaining('crashing-process.ts') as string, stage: 'draft-text', photoId: 7 },
  ]);
});
