import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { orProblems } from './fixtures/config-problems.ts';
import { readConfig } from './config.ts';

const workingFolder = mkdtempSync(join(tmpdir(), 'proofline-catalogue-settings-'));
afterAll(() => rmSync(workingFolder, { recursive: true, force: true }));

const read = (environment: Readonly<Record<string, string>>) =>
  orProblems(() => readConfig({ environment, workingFolder }).catalogue);

const PROOFLINE_MYSQL_URL = 'mysql://site%40user@db.example.com/photo_site';

test('without a word of the operator the table is the one in the data folder', () => {
  expect(read({})).toBeNull();
});

test('one address names a server, and everything about it is as careful as can be', () => {
  expect(read({ PROOFLINE_MYSQL_URL })).toEqual({
    host: 'db.example.com',
    port: 3306,
    user: 'site@user',
    database: 'photo_site',
    password: '',
    table: 'photos_info_revamp',
    tls: { verify: true, ca: null },
    connections: 4,
  });
});

test.each([
  ['on', { verify: true, ca: null }],
  ['unverified', { verify: false, ca: null }],
  ['off', null],
])('TLS %s', (PROOFLINE_MYSQL_TLS, tls) => {
  expect(read({ PROOFLINE_MYSQL_URL, PROOFLINE_MYSQL_TLS })).toMatchObject({ tls });
});

test('an IPv6 address, a port and another table are understood', () => {
  const address = { PROOFLINE_MYSQL_URL: 'mysql://u@[::1]:3307/d', PROOFLINE_MYSQL_TABLE: 'photos' };
  expect(read(address)).toMatchObject({ host: '::1', port: 3307, table: 'photos' });
});

test.each([
  'http://user@host/db',
  'mysql://host/db',
  'mysql://user@host',
  'mysql://user@host/',
  'mysql://user@host/db/table',
  'mysql://user:hunter2@host/db',
  'mysql://user@host/db?ssl=no',
  'hunter2',
])('%s is no address of a database, and is not repeated', (address) => {
  const problems = read({ PROOFLINE_MYSQL_URL: address }) as readonly string[];
  expect(problems).toEqual([
    expect.stringMatching(/^PROOFLINE_MYSQL_URL: its value is not allowed.*without a password/),
  ]);
  expect(problems.join()).not.toContain('hunter2');
});

test.each(['a;b', 'a b', 'a`b', 'x'.repeat(65), 'db.table'])('%s is no name of a table', (PROOFLINE_MYSQL_TABLE) => {
  expect(read({ PROOFLINE_MYSQL_URL, PROOFLINE_MYSQL_TABLE })).toEqual([
    expect.stringContaining('PROOFLINE_MYSQL_TABLE'),
  ]);
});

describe('the password', () => {
  const file = join(workingFolder, 'password');
  writeFileSync(file, 'hunter2\n');
  chmodSync(file, 0o600);

  test('is in the environment, or in a file that is found from the working folder', () => {
    expect(read({ PROOFLINE_MYSQL_URL, PROOFLINE_MYSQL_PASSWORD: 'sesame' })).toMatchObject({ password: 'sesame' });
    expect(read({ PROOFLINE_MYSQL_URL, PROOFLINE_MYSQL_PASSWORD_FILE: 'password' })).toMatchObject({
      password: 'hunter2',
    });
  });

  test.skipIf(process.platform === 'win32')('is not taken from a file that others can read', () => {
    const open = join(workingFolder, 'open-password');
    writeFileSync(open, 'hunter2\n');
    chmodSync(open, 0o644);
    const problems = read({ PROOFLINE_MYSQL_URL, PROOFLINE_MYSQL_PASSWORD_FILE: open }) as readonly string[];
    expect(problems).toEqual([expect.stringMatching(/^PROOFLINE_MYSQL_PASSWORD_FILE: .*mode 644/)]);
    expect(problems.join()).not.toContain('hunter2');
  });

  test('is given once', () => {
    const twice = { PROOFLINE_MYSQL_PASSWORD: 'sesame', PROOFLINE_MYSQL_PASSWORD_FILE: file };
    const problems = read({ PROOFLINE_MYSQL_URL, ...twice }) as readonly string[];
    expect(problems).toEqual([expect.stringContaining('one password is enough')]);
    expect(problems.join()).not.toContain('sesame');
  });

  test('without a server is a mistake: rows would go to the table in the data folder', () => {
    expect(read({ PROOFLINE_MYSQL_PASSWORD: 'sesame' })).toEqual([
      expect.stringMatching(/^PROOFLINE_MYSQL_PASSWORD: .*set PROOFLINE_MYSQL_URL/),
    ]);
  });
});

describe('the authority that signed the certificate', () => {
  test('is read in PEM', () => {
    const [key, certificate] = [join(workingFolder, 'key.pem'), join(workingFolder, 'ca.pem')];
    const make = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    execFileSync('openssl', [...make, '-keyout', key, '-out', certificate, '-subj', '/CN=test'], { stdio: 'ignore' });
    expect(read({ PROOFLINE_MYSQL_URL, PROOFLINE_MYSQL_CA: 'ca.pem' })).toMatchObject({
      tls: { verify: true, ca: expect.stringContaining('BEGIN CERTIFICATE') },
    });
  });

  test.each([
    ['there is no such file', null],
    ['it is something else', 'no certificate'],
  ])('is refused by name when %s', (_, content) => {
    if (content !== null) writeFileSync(join(workingFolder, 'bad.pem'), content);
    expect(read({ PROOFLINE_MYSQL_URL, PROOFLINE_MYSQL_CA: content === null ? 'none.pem' : 'bad.pem' })).toEqual([
      expect.stringContaining('holds no certificate in PEM'),
    ]);
  });
});
