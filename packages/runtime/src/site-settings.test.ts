import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { problemsWhen } from './fixtures/config-problems.ts';
import { readConfig } from './config.ts';
import { siteAddress } from './site-settings.ts';

const hasModes = process.platform !== 'win32';
const ftp = { PROOFLINE_SITE_URL: 'ftp+tls://jane@ftp.example.com/public_html/images' };
const sftp = { PROOFLINE_SITE_URL: 'sftp://jane@example.com', PROOFLINE_SITE_FINGERPRINT: `SHA256:${'A'.repeat(43)}` };
const password = { PROOFLINE_SITE_PASSWORD: 'open sesame' };

test('without an address the site is a folder', () => {
  expect(read({}).siteServer).toBeNull();
});

test.each([
  ['ftp://jane@h', { kind: 'ftp', encryption: 'none', host: 'h', port: 21, user: 'jane', folder: '' }],
  ['ftp+tls://jane@h/a/b/', { encryption: 'explicit', port: 21, folder: 'a/b' }],
  ['ftps://jane@h:2121/', { encryption: 'implicit', port: 2121, folder: '' }],
  ['ftps://jane@h', { encryption: 'implicit', port: 990 }],
  ['ftp://jane%40example.com@h/Gr%C3%B6%C3%9Fe%20%231', { user: 'jane@example.com', folder: 'Größe #1' }],
  ['ftp+tls://jane@h//var/www', { folder: '/var/www' }],
  ['ftp+tls://jane@[::1]:2121/a', { host: '::1', port: 2121 }],
])('%s names a server and a folder', (url, expected) => {
  expect(read({ PROOFLINE_SITE_URL: url, ...password }).siteServer).toMatchObject({
    password: 'open sesame',
    ...expected,
  });
});

test('a server is shown without what is secret of it', () => {
  const { siteFolder, siteServer } = read({ ...ftp, ...password });
  expect(siteAddress(siteFolder, siteServer)).toBe('ftp+tls://jane@ftp.example.com:21/public_html/images');
  expect(siteAddress(siteFolder, null)).toBe(siteFolder);
});

test.each([
  'ftp://jane:open-sesame@h',
  'ftp://h/a',
  'ftp://jane@/a',
  'http://jane@h/a',
  'ftp://jane@h/a?b',
  'ftp+tls://jane@h/a%2f..%2f..%2fb',
  'ftp+tls://jane@h/%zz',
  'ftp+tls://jane@h/%0d%0aDELE',
  '/var/www',
])('%s is no address of a server, and is not repeated', (url) => {
  const problems = problemsOf({ PROOFLINE_SITE_URL: url, ...password });
  expect(problems[0]).toMatch(/^PROOFLINE_SITE_URL: its value is not allowed; allowed is an address like/);
  expect(problems.join()).not.toContain('sesame');
});

test('what belongs to a server needs one', () => {
  expect(problemsOf(password)).toEqual([
    'PROOFLINE_SITE_PASSWORD: no server is named that it belongs to; set PROOFLINE_SITE_URL',
  ]);
});

test('each kind of server says what it lacks and what it has no use for, all at once', () => {
  expect(problemsOf({ ...ftp, PROOFLINE_SITE_KEY: 'k', PROOFLINE_SITE_FINGERPRINT: 'x' })).toEqual([
    expect.stringMatching(/^PROOFLINE_SITE_KEY: an FTP server takes a password/),
    expect.stringMatching(/^PROOFLINE_SITE_PASSWORD: an FTP server needs one/),
    expect.stringMatching(/^PROOFLINE_SITE_FINGERPRINT: the SHA-256 of a certificate has 64 hex digits/),
  ]);
  expect(problemsOf({ PROOFLINE_SITE_URL: 'ftp://j@h', ...password, PROOFLINE_SITE_CA: 'ca.pem' })).toContainEqual(
    expect.stringMatching(/^PROOFLINE_SITE_CA: ftp: is not encrypted/),
  );
  expect(problemsOf({ ...sftp, PROOFLINE_SITE_FINGERPRINT: 'ab'.repeat(32), PROOFLINE_SITE_CA: 'ca.pem' })).toEqual([
    expect.stringMatching(/^PROOFLINE_SITE_CA: an SFTP server shows a host key/),
    expect.stringMatching(/^PROOFLINE_SITE_KEY: an SFTP server needs a key or a password/),
    expect.stringMatching(/^PROOFLINE_SITE_FINGERPRINT: that of a host key is SHA256:/),
  ]);
});

test('a pinned certificate may be written with colons and capitals', () => {
  const fingerprint = 'AB:'.repeat(32).slice(0, -1);
  expect(read({ ...ftp, ...password, PROOFLINE_SITE_FINGERPRINT: fingerprint }).siteServer).toMatchObject({
    fingerprint: 'ab'.repeat(32),
  });
});

test('the password may be in a file instead, which others must not be able to read', () => {
  const folder = workingFolder();
  writeFileSync(join(folder, 'pw'), 'open sesame\n', { mode: 0o600 });
  const environment = { ...ftp, PROOFLINE_SITE_PASSWORD_FILE: 'pw' };
  expect(read(environment, folder).siteServer).toMatchObject({ password: 'open sesame' });
  expect(problemsOf({ ...environment, ...password }, folder)).toEqual([
    expect.stringMatching(/one password is enough/),
  ]);
});

test.skipIf(!hasModes)(
  'a password, a key or a .env that others may read is refused, and told without what is in it',
  () => {
    const folder = workingFolder();
    for (const file of ['pw', 'key']) writeFileSync(join(folder, file), 'open sesame\n');
    for (const file of ['pw', 'key']) chmodSync(join(folder, file), 0o644);
    const problems = [
      ...problemsOf({ ...ftp, PROOFLINE_SITE_PASSWORD_FILE: 'pw' }, folder),
      ...problemsOf({ ...sftp, PROOFLINE_SITE_KEY: 'key' }, folder),
    ];
    expect(problems).toEqual([
      expect.stringMatching(/^PROOFLINE_SITE_PASSWORD_FILE: .*chmod 600/),
      expect.stringMatching(/^PROOFLINE_SITE_KEY: .*chmod 600/),
    ]);
    expect(problems.join()).not.toContain('sesame');

    writeFileSync(join(folder, '.env'), 'PROOFLINE_SITE_PASSWORD=open sesame\n');
    chmodSync(join(folder, '.env'), 0o640);
    expect(problemsOf(ftp, folder)).toEqual([
      expect.stringMatching(/^PROOFLINE_SITE_PASSWORD: .*\.env is open to others.*chmod 600/),
    ]);
    chmodSync(join(folder, '.env'), 0o600);
    expect(read(ftp, folder).siteServer).toMatchObject({ password: 'open sesame' });
  },
);

test('a key is read whole, with what unlocks it', () => {
  const folder = workingFolder();
  writeFileSync(join(folder, 'key'), 'a key\nof two lines\n', { mode: 0o600 });
  const given = { ...sftp, PROOFLINE_SITE_KEY: 'key', PROOFLINE_SITE_KEY_PASSPHRASE: 'open' };
  expect(read(given, folder).siteServer).toMatchObject({
    kind: 'sftp',
    password: null,
    key: { text: 'a key\nof two lines\n', passphrase: 'open' },
    hostKey: { fingerprint: `SHA256:${'A'.repeat(43)}` },
  });
});

test('the hosts that are known may be in a file', () => {
  const folder = workingFolder();
  mkdirSync(join(folder, 'ssh'));
  writeFileSync(join(folder, 'ssh', 'hosts'), 'h ssh-ed25519 AAAA\n');
  const given = { PROOFLINE_SITE_URL: sftp.PROOFLINE_SITE_URL, ...password };
  expect(read({ ...given, PROOFLINE_SITE_KNOWN_HOSTS: 'ssh/hosts' }, folder).siteServer).toMatchObject({
    hostKey: { knownHosts: 'h ssh-ed25519 AAAA\n' },
  });
  expect(problemsOf({ ...given, PROOFLINE_SITE_KNOWN_HOSTS: 'ssh/none' }, folder)).toEqual([
    expect.stringMatching(/^PROOFLINE_SITE_KNOWN_HOSTS: .* cannot be read \(ENOENT\)$/),
  ]);
});

test('without a known host the way to what the server shows is told', () => {
  const empty = workingFolder();
  for (const home of ['HOME', 'USERPROFILE']) vi.stubEnv(home, empty);
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(problemsOf({ PROOFLINE_SITE_URL: 'sftp://jane@example.com:2222/a', ...password })).toEqual([
    expect.stringContaining('ssh-keyscan -p 2222 example.com | ssh-keygen -lf -'),
  ]);
});

test('workers share the connections that the server may get', () => {
  const given = { ...ftp, ...password, PROOFLINE_SITE_CONNECTIONS: '8', QUEUE_URL: 'redis://localhost' };
  const connections = (workers: string) => read({ ...given, PROOFLINE_WORKERS: workers }).siteServer?.connections;
  expect(['0', '1', '3', '20'].map(connections)).toEqual([8, 8, 2, 1]);
});

function workingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'proofline-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function read(environment: Readonly<Record<string, string>>, folder = workingFolder()) {
  return readConfig({ environment, workingFolder: folder });
}

const problemsOf = (environment: Readonly<Record<string, string>>, folder?: string) =>
  problemsWhen(() => read(environment, folder));
