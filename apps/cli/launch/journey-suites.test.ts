import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { journeySuites } from './journey-suites.mjs';

const root = join(import.meta.dirname, '..', '..', '..');

test('each journey that is kept out of the usual run is there', () => {
  expect(journeySuites.filter((suite) => !existsSync(join(root, suite)))).toEqual([]);
});

test('the usual run keeps one journey of each kind', () => {
  const kept = ['main-job', 'kill', 'supervisor', 'workers', 'command-line'].map(
    (name) => `tests/journeys/${name}.test.ts`,
  );
  const usual = [...kept, 'tests/chaos/chaos.test.ts', 'tests/browser/web-application.test.ts'];
  expect(usual.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  expect(usual.filter((file) => journeySuites.some((suite) => file.startsWith(suite)))).toEqual([]);
});
