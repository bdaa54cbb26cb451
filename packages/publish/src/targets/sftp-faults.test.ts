import { createHmac } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openFaultProxy, type FaultProxy } from '../../../../tests/support/fault-proxy.ts';
import { hasProftpd, startProftpd, type ProftpdServer } from '../../../../tests/support/proftpd-server.ts';
import { hasSshServer, startSshServer, type SshServer } from '../../../../tests/support/ssh-server.ts';
import { hasTinyDisks, mountTinyDisk } from '../../../../tests/support/tiny-disk.ts';
import { contentSha256 } from '../content-hash.ts';
import { behindTheBack } from '../fixtures/test-ftp-site.ts';
import { sftpOptions, sftpPasswordOptions } from '../fixtures/test-sftp-site.ts';
import { openSftpTarget, type SftpTargetOptions } from './sftp.ts';
import { startOwnTime } from '../../../../tests/support/own-time.ts';

const { signal } = new AbortController();
const MB = 1_000_000;

describe.skipIf(!hasSshServer())('a line to an SFTP server', () => {
  let server: SshServer;
  let proxy: FaultProxy;
  beforeAll(async () => {
    server = await startSshServer();
    proxy = await openFaultProxy({ ports: [server.port], controlPort: 0 });
  });
  afterAll(async () => {
    await proxy.close();
    await server.stop();
  });
  afterEach(async () => {
    if (proxy.pending > 0) throw new Error(`${proxy.pending} faults were planned and not met`);
    await behindTheBack(server.folder).remove();
  });

  const open = (overrides: Partial<SftpTargetOptions> = {}) => {
    const target = openSftpTarget(sftpOptions(server, { host: proxy.host, ...overrides }));
    onTestFinished(() => target.close());
    return target;
  };
  const held = async (path: string) => contentSha256(await readFile(join(server.folder, path)));
  const files = () => behindTheBack(server.folder).listFiles();

  test.each(Array.from({ length: 20 }, (_, index) => index * 5))(
    'that drops at %i %% of an upload is gone on with, and what is there is whole',
    async (percent) => {
      const photo = asset(2 * MB);
      // The login takes some 4 kB of it.
      const afterBytes = 6_000 + (percent / 100) * 2 * MB;
      proxy.disturb([server.port], { direction: 'to-server', afterBytes, act: 'cut' });
      expect(await open().put('2025/A.JPG', photo, signal)).toEqual({ sent: true });
      expect(await held('2025/A.JPG')).toBe(photo.sha256);
      expect(await files()).toEqual(['2025/A.JPG']);
    },
  );

  test('that loses the answer to any request, the rename among them, ends with the whole file once', async () => {
    const target = open();
    const old = asset(1_000, 'x');
    await target.put('A.JPG', old, signal);
    const before = proxy.bytesToClient;
    await open().stat('A.JPG', signal);
    const loginBytes = proxy.bytesToClient - before;
    for (let answerBytes = 0; answerBytes <= 1_500; answerBytes += 75) {
      const photo = asset(100_000 + answerBytes);
      proxy.disturb([server.port], { direction: 'to-client', afterBytes: loginBytes + answerBytes, act: 'cut' });
      await open().put('A.JPG', photo, signal);
      expect(await held('A.JPG')).toBe(photo.sha256);
      expect(await files()).toEqual(['A.JPG']);
      await target.put('A.JPG', old, signal);
    }
  });

  test('that stalls is given up after the time limit, and the rest is sent over another one', async () => {
    const photo = asset(8 * MB);
    proxy.disturb([server.port], { direction: 'to-server', afterBytes: MB, act: 'stall' });
    await open({ timeoutMs: 8_000 }).put('A.JPG', photo, signal);
    expect(await held('A.JPG')).toBe(photo.sha256);
  });

  test('that stalls is left within a second by somebody who is told to stop, and the old file is there', async () => {
    const target = open();
    const old = asset(1_000);
    await open().put('A.JPG', old, signal);
    proxy.disturb([server.port], { direction: 'to-server', afterBytes: MB, act: 'stall' });
    const stop = new AbortController();
    const putting = target.put('A.JPG', asset(8 * MB), stop.signal);
    await proxy.happened();
    const sinceThen = startOwnTime();
    stop.abort();
    await expect(putting).rejects.toThrow('aborted');
    expect(sinceThen.ms()).toBeLessThan(1_000);
    expect(await held('A.JPG')).toBe(old.sha256);
    await target.close();
    expect(await files()).toEqual(['A.JPG']);
  });

  test('to a server that is gone blocks the stage, and works once it is back', async () => {
    const target = open();
    await target.put('A.JPG', asset(1_000), signal);
    await server.kill();
    for (const use of [
      () => target.put('B.JPG', asset(1_000), signal),
      () => target.get('A.JPG', signal),
      () => target.stat('A.JPG', signal),
      () => target.remove('A.JPG', signal),
      () => target.list('', signal),
      () => target.sweep(signal),
    ])
      await expect(use()).rejects.toMatchObject({ condition: 'target-unreachable' });
    await server.start();
    expect(await target.stat('A.JPG', signal)).toMatchObject({ bytes: 1_000 });
  });

  test('the folder of a site that is not there is never made', async () => {
    await expect(open({ folder: 'site' }).put('A.JPG', asset(10), signal)).rejects.toMatchObject({
      condition: 'target-unreachable',
      message: expect.stringContaining('there is no folder site on the SFTP server'),
    });
    await mkdir(join(server.folder, 'site'));
    expect(await open({ folder: join(server.folder, 'site') }).put('A.JPG', asset(10), signal)).toEqual({ sent: true });
    expect(await files()).toEqual(['site/A.JPG']);
  });

  test('a key that is not the server’s is told with both fingerprints, before the login', async () => {
    const other = `SHA256:${'A'.repeat(43)}`;
    await expect(open({ hostKey: { fingerprint: other } }).stat('A.JPG', signal)).rejects.toMatchObject({
      condition: 'login-refused',
      message: expect.stringContaining(`another host key than expected: ${server.hostFingerprint} instead of ${other}`),
    });
  });

  test('a host is known by its name, its address with the port, a pattern, or a hash of it, and by nothing else', async () => {
    const name = `[${proxy.host}]:${server.port}`;
    const salt = Buffer.from('twenty bytes of salt');
    const hash = createHmac('sha1', salt).update(name).digest('base64');
    const known = (knownHosts: string) => open({ hostKey: { knownHosts } }).stat('A.JPG', signal);
    for (const entry of [name, `elsewhere,${name}`, `[127.0.0.?]:*`, `|1|${salt.toString('base64')}|${hash}`])
      expect(await known(`# a comment\n\n${entry} ${server.hostKey} somebody\n`)).toBeNull();
    for (const lines of [
      '',
      `${proxy.host} ${server.hostKey}`,
      `[127.0.0.*]:*,!${name} ${server.hostKey}`,
      `@cert-authority ${name} ${server.hostKey}`,
      `@revoked ${name} ${server.hostKey}\n${name} ${server.hostKey}`,
    ])
      await expect(known(lines)).rejects.toMatchObject({
        condition: 'login-refused',
        message: expect.stringContaining('nothing was sent to it'),
      });
  });

  test('a key that the server does not take is a refused login', async () => {
    const stranger = await startSshServer();
    onTestFinished(() => stranger.stop());
    await expect(
      open({ key: { text: stranger.privateKey, passphrase: null } }).stat('A.JPG', signal),
    ).rejects.toMatchObject({
      condition: 'login-refused',
      message: expect.stringMatching(/refused the login of \S+ with its key/),
    });
    await expect(
      open({ key: { text: 'no key', passphrase: 'open sesame' } }).stat('A.JPG', signal),
    ).rejects.toMatchObject({
      condition: 'login-refused',
      message: expect.stringMatching(/the private key cannot be used/),
    });
  });

  test.skipIf(!hasTinyDisks())('a full disk blocks the stage, keeps the old file and leaves no scraps', async () => {
    const folder = join(server.folder, 'full');
    await mkdir(folder);
    const unmount = mountTinyDisk(folder, { bytes: 1_000_000, uid: process.getuid?.() ?? 0 });
    try {
      const target = open({ folder: 'full' });
      const old = asset(1_000);
      await target.put('A.JPG', old, signal);
      await expect(target.put('A.JPG', asset(3 * MB), signal)).rejects.toMatchObject({ condition: 'disk-full' });
      expect(contentSha256(await readFile(join(folder, 'A.JPG')))).toBe(old.sha256);
      expect(await behindTheBack(folder).listFiles()).toEqual(['A.JPG']);
    } finally {
      unmount();
    }
  });
});

describe.skipIf(!hasProftpd())('an SFTP server with passwords', () => {
  let server: ProftpdServer;
  beforeAll(async () => {
    server = await startProftpd({ protocol: 'sftp' });
  });
  afterAll(() => server.stop());

  test('refuses a wrong one, told without the password', async () => {
    const target = openSftpTarget(sftpPasswordOptions(server, { password: 'open sesame' }));
    onTestFinished(() => target.close());
    const failed: unknown = await target.stat('A.JPG', signal).catch((error: unknown) => error);
    expect(failed).toMatchObject({
      condition: 'login-refused',
      message: expect.stringMatching(/refused the login of pub with its password/),
    });
    expect(JSON.stringify(failed)).not.toContain('open sesame');
  });

  test('is asked for a folder that may not be written to, which is no condition of the server', async () => {
    await mkdir(join(server.folder, '2025'), { mode: 0o555 });
    await writeFile(join(server.folder, 'B.JPG'), 'x');
    const target = openSftpTarget(sftpPasswordOptions(server));
    onTestFinished(() => target.close());
    const putting = target.put('2025/A.JPG', asset(10), signal);
    await expect(putting).rejects.toThrow(/^2025\/A\.JPG was not written; the site has what it had: .*[Pp]ermission/);
    await expect(putting).rejects.not.toHaveProperty('condition');
  });
});

function asset(bytes: number, letter = 'a') {
  const content = Buffer.alloc(bytes, `${letter}bcdefghijklmnopqrstuvwxyz012345`);
  return { bytes: content, sha256: contentSha256(content) };
}
