import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failureTitle } from '@proofline/domain/failure-title.ts';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
/** What stages are made of; the class of the error that a photo failed for is its `name`. */
const sources = 'packages/{domain,db,pipeline,publish}/src/**/*.ts';
const NAMED = /override readonly name = '(\w+)'/g;

test('every error that a stage may throw has a title in words', () => {
  const files = globSync(sources, { cwd: root }).filter((file) => !/\.test\.ts$|\/fixtures\//.test(file));
  const classes = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(NAMED)].map(([, name]) => name!),
  );
  expect(classes.length).toBeGreaterThan(20);
  expect(classes.filter((name) => failureTitle(name) === null)).toEqual([]);
});
