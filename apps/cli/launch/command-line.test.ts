import path from 'node:path';
import { expect, test } from 'vitest';
import { commandLine } from './command-line.mjs';

test('what the person typed arrives verbatim, after the command', () => {
  const typed = ['C:\\Meine Fotos\\Zürich "2024"', '--unattended', '', '$HOME', '%PATH%'];
  expect(commandLine('demo', typed, 'D:\\Büro Fotos\\proofline', path.win32)?.line).toEqual([
    'D:\\Büro Fotos\\proofline\\apps\\cli\\src\\main.ts',
    'demo',
    ...typed,
  ]);
});

test('proofline passes its own commands on', () => {
  expect(commandLine('proofline', ['status', '--json'], '/srv/proofline', path.posix)?.line).toEqual([
    '/srv/proofline/apps/cli/src/main.ts',
    'status',
    '--json',
  ]);
});

test('there is no command that every object has by birth', () => {
  expect(commandLine('toString', [], '/srv/proofline', path.posix)).toBeUndefined();
});
