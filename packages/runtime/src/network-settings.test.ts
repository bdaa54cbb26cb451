import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemsWhen } from './fixtures/config-problems.ts';
import { readConfig } from './config.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proofline-network-'));
  for (const name of ['one', 'two']) {
    const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    const files = ['-keyout', join(folder, `${name}.key`), '-out', join(folder, `${name}.pem`), '-subj', '/CN=x'];
    execFileSync('openssl', [...kind, ...files], { stdio: 'ignore' });
  }
  copyFileSync(join(folder, 'one.key'), join(folder, 'open.key'));
  chmodSync(join(folder, 'open.key'), 0o640);
  writeFileSync(join(folder, 'no.key'), 'no key', { mode: 0o600 });
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (environment: Record<string, string>) => readConfig({ environment, workingFolder: folder }).api.network;
const tls = { PROOFLINE_TLS_CERTIFICATE: 'one.pem', PROOFLINE_TLS_KEY: 'one.key' };
const PROOFLINE_LISTEN = '192.168.1.20:4443';

const problemsOf = (environment: Record<string, string>) => problemsWhen(() => read(environment));

test.each([
  [
    'without TLS',
    {},
    /^PROOFLINE_LISTEN: 192\.168\.1\.20 is not opened without TLS.*CERTIFICATE and PROOFLINE_TLS_KEY/,
  ],
  ['without a key', { PROOFLINE_TLS_CERTIFICATE: 'one.pem' }, /^PROOFLINE_LISTEN: .*; set PROOFLINE_TLS_KEY,/],
  ['with a key that others may read', { ...tls, PROOFLINE_TLS_KEY: 'open.key' }, /^PROOFLINE_TLS_KEY: .*mode 640/],
  ['with a key of another certificate', { ...tls, PROOFLINE_TLS_KEY: 'two.key' }, /^PROOFLINE_TLS_KEY: it belongs to/],
  ['with what is no key', { ...tls, PROOFLINE_TLS_KEY: 'no.key' }, /^PROOFLINE_TLS_KEY: .*holds no private key/],
  [
    'without a certificate in the file',
    { ...tls, PROOFLINE_TLS_CERTIFICATE: 'no.key' },
    /^PROOFLINE_TLS_CERTIFICATE: /,
  ],
])('an address of the network %s is refused by name', (_what, given, words) => {
  expect(problemsOf({ PROOFLINE_LISTEN, ...given })).toEqual([expect.stringMatching(words)]);
});

test('every address at once needs the names under which it is reached', () => {
  expect(problemsOf({ ...tls, PROOFLINE_LISTEN: '0.0.0.0:4443' })).toEqual([
    expect.stringMatching(/^PROOFLINE_HOST_NAMES: 0\.0\.0\.0 is every address/),
  ]);
});

test.each(['4443', 'photos.lan:4443', '192.168.1.20', '192.168.1.20:70000', '::1:4443', '[192.168.1.20]:4443'])(
  'PROOFLINE_LISTEN=%s is no address with a port',
  (listen) => {
    expect(problemsOf({ ...tls, PROOFLINE_LISTEN: listen })[0]).toMatch(/^PROOFLINE_LISTEN: /);
  },
);

test('what is for the network alone is refused without it', () => {
  expect(problemsOf({ ...tls, PROOFLINE_HOST_NAMES: 'photos.lan' })).toHaveLength(3);
});

test('with all of it the door has its address, its names and its key; without, there is none', () => {
  expect(read({ ...tls, PROOFLINE_LISTEN, PROOFLINE_HOST_NAMES: 'Photos.LAN' })).toMatchObject({
    address: '192.168.1.20',
    port: 4443,
    names: ['photos.lan', '192.168.1.20'],
    tls: { key: expect.stringContaining('PRIVATE KEY') },
  });
  expect(read({ ...tls, PROOFLINE_LISTEN: '[::1]:0' })).toMatchObject({ address: '::1', names: ['[::1]'] });
  expect(read({})).toBeNull();
});
