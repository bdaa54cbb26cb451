import { Blocked } from '@proofline/domain/blocking.ts';
import { expect, test } from 'vitest';
import { blockingOf } from './blocking-of.ts';

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_BUSY', 'database-busy'],
  ['SQLITE_BUSY_SNAPSHOT', 'database-busy'],
  ['SQLITE_LOCKED', 'database-busy'],
  ['EROFS', 'data-folder-unwritable'],
  ['SQLITE_READONLY', 'data-folder-unwritable'],
  ['SQLITE_READONLY_DBMOVED', 'data-folder-unwritable'],
  ['SQLITE_CANTOPEN', 'data-folder-unwritable'],
  ['SQLITE_IOERR_FSYNC', 'data-folder-unwritable'],
])('%s is %s, however deep it lies', (code, condition) => {
  const fault = Object.assign(new Error('write failed'), { code });
  expect(blockingOf(fault)).toEqual({ condition, reason: 'write failed' });
  const told = new Error('photo 7 was not rendered', { cause: new Error('web', { cause: fault }) });
  expect(blockingOf(told)).toEqual({ condition, reason: 'photo 7 was not rendered: web: write failed' });
});

test('an adapter that knows which dependency is down has the last word', () => {
  const cause = Object.assign(new Error('read-only file system'), { code: 'EROFS' });
  const error = new Error('not sent', { cause: new Blocked('target-unreachable', 'the share is gone', { cause }) });
  expect(blockingOf(error)).toEqual({ condition: 'target-unreachable', reason: 'the share is gone' });
});

test.each(['ENOENT', 'EACCES', 'EPERM', 'EMFILE', 'EIO', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CORRUPT', undefined])(
  '%s alone says nothing about a dependency',
  (code) => {
    expect(blockingOf(Object.assign(new Error('no'), { code }))).toBeNull();
  },
);

test.each(['EACCES', 'EPERM'])('%s in the folder of the run itself is a data folder that became read-only', (code) => {
  const refused = (path: string) =>
    new Error('not taken in', { cause: Object.assign(new Error('not permitted'), { code, path }) });
  expect(blockingOf(refused('/data/work/0000/p1/ingest-original-cf34/.part'), 'cf34')).toEqual({
    condition: 'data-folder-unwritable',
    reason: 'not taken in: not permitted',
  });
  expect(blockingOf(refused('/photos/IMG_1.JPG'), 'cf34')).toBeNull();
});

test('what is no error is no condition', () => {
  expect([blockingOf('ENOSPC'), blockingOf(undefined), blockingOf({ code: 'ENOSPC' })]).toEqual([null, null, null]);
});
