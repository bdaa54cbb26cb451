import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Connection } from './connection.ts';
import { createGroupCommit } from './group-commit.ts';
import { createUnitOfWork } from './unit-of-work.ts';

test('what asks at the same moment is committed at once, and each gets its own result', async () => {
  const { together, add, names, commits } = openGroup();
  expect(await Promise.all([together(add('a')), together(add('b')), together(add('c'))])).toEqual(['a', 'b', 'c']);
  expect(names()).toEqual(['a', 'b', 'c']);
  expect(commits()).toBe(1);
});

test('nobody is told before the commit', async () => {
  const { together, add, names, refuseCommits } = openGroup();
  refuseCommits();
  const told = await Promise.allSettled([together(add('a')), together(add('b'))]);
  expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(names()).toEqual([]);
});

test('one that throws takes back its own part only', async () => {
  const { together, add, names } = openGroup();
  const twice = () => {
    add('b')();
    return add('a')();
  };
  const told = await Promise.allSettled([together(add('a')), together(twice), together(add('c'))]);
  expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(names()).toEqual(['a', 'c']);
});

test('what asks after a commit gets the next one', async () => {
  const { together, add, names, commits } = openGroup();
  await together(add('a'));
  await together(add('b'));
  expect(names()).toEqual(['a', 'b']);
  expect(commits()).toBe(2);
});

function openGroup() {
  const sqlite = new Database(':memory:');
  sqlite.exec('CREATE TABLE names (name TEXT PRIMARY KEY) STRICT');
  const unit = createUnitOfWork({ sqlite } as Connection, () => new Date());
  let commits = 0;
  let refuses = false;
  const write = <T>(work: () => T): T =>
    unit.write(() => {
      commits += 1;
      const result = work();
      if (refuses) throw new Error('the disk is full');
      return result;
    });
  return {
    together: createGroupCommit({ ...unit, write }),
    add: (name: string) => () => {
      sqlite.prepare('INSERT INTO names VALUES (?)').run(name);
      return name;
    },
    names: () => sqlite.prepare('SELECT name FROM names ORDER BY name').pluck().all(),
    commits: () => commits,
    refuseCommits: () => (refuses = true),
  };
}
