import { chmod, mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Blocked } from '@proofline/domain/blocking.ts';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openFaultProxy, type FaultProxy } from '../../../../tests/support/fault-proxy.ts';
import { hasProftpd, startProftpd, type ProftpdServer } from '../../../../tests/support/proftpd-server.ts';
import { contentSha256 } from '../content-hash.ts';
import { behindTheBack, ftpOptions } from '../fixtures/test-ftp-site.ts';
import { isTemporaryName } from '../target-path.ts';
import { openFtpTarget, type FtpTargetOptions } from './ftp.ts';
import { startOwnTime } from '../../../../tests/support/own-time.ts';

const { signal } = new AbortController();
const MB = 1_000_000;

describe.skipIf(!hasProftpd())('a line that fails', () => {
  let server: ProftpdServer;
  let proxy: FaultProxy;
  beforeAll(async () => {
    server = await startProftpd();
    proxy = await openFaultProxy({ ports: [server.port, ...server.passivePorts], controlPort: server.port });
  });
  afterAll(async () => {
    await proxy.close();
    await server.stop();
  });
  afterEach(async () => {
    if (proxy.pending > 0) throw new Error(`${proxy.pending} faults were planned and not met`);
    await behindTheBack(server.folder).remove();
  });

  const open = (overrides: Partial<FtpTargetOptions> = {}) => {
    const target = openFtpTarget(ftpOptions(server, { host: proxy.host, ...overrides }));
    onTestFinished(() => target.close());
    return target;
  };
  const held = async (path: string) => contentSha256(await readFile(join(server.folder, path)));
  const scraps = async () =>
    (await behindTheBack(server.folder).listFiles()).filter((path) =>
      isTemporaryName(path.slice(path.lastIndexOf('/') + 1)),
    );

  test.each(Array.from({ length: 20 }, (_, index) => index * 5))(
    'that drops at %i %% of an upload is gone on with, and what is there is whole',
    async (percent) => {
      const photo = asset(2 * MB);
      const afterBytes = (percent / 100) * 2 * MB;
      proxy.disturb(server.passivePorts, { direction: 'to-server', afterBytes, act: 'cut' });
      expect(await open().put('2025/A.JPG', photo, signal)).toEqual({ sent: true });
      expect(await held('2025/A.JPG')).toBe(photo.sha256);
      expect(await scraps()).toEqual([]);
    },
  );

  test('that drops every few hundred kilobytes brings a file over all the same, and each part about once', async () => {
    const photo = asset(4 * MB);
    for (let drop = 0; drop < 10; drop += 1)
      proxy.disturb(server.passivePorts, { direction: 'to-server', afterBytes: 300_000, act: 'cut' });
    const before = proxy.bytesToServer;
    await open().put('A.JPG', photo, signal);
    expect(await held('A.JPG')).toBe(photo.sha256);
    expect(proxy.bytesToServer - before).toBeLessThan(7 * MB);
  });

  test('that ends in good order half-way does not leave half a file behind a good reply', async () => {
    const photo = asset(2 * MB);
    proxy.disturb(server.passivePorts, { direction: 'to-server', afterBytes: 700_000, act: 'truncate' });
    await open().put('A.JPG', photo, signal);
    expect(await held('A.JPG')).toBe(photo.sha256);
  });

  test('that stalls is given up after the time limit, and the rest is sent over another one', async () => {
    const photo = asset(8 * MB);
    proxy.disturb(server.passivePorts, { direction: 'to-server', afterBytes: 100_000, act: 'stall' });
    await open({ timeoutMs: 4_000 }).put('A.JPG', photo, signal);
    expect(await held('A.JPG')).toBe(photo.sha256);
  });

  test('that stalls is left within a second by somebody who is told to stop, and the old file is there', async () => {
    const target = open();
    const old = asset(1_000);
    await target.put('A.JPG', old, signal);
    proxy.disturb(server.passivePorts, { direction: 'to-server', afterBytes: 100_000, act: 'stall' });
    const stop = new AbortController();
    const putting = target.put('A.JPG', asset(8 * MB), stop.signal);
    await proxy.happened();
    const sinceThen = startOwnTime();
    stop.abort();
    await expect(putting).rejects.toThrow('aborted');
    expect(sinceThen.ms()).toBeLessThan(1_000);
    expect(await held('A.JPG')).toBe(old.sha256);
    expect(await scraps()).toEqual([]);
  });

  test('that loses the reply to a whole upload does not make it sent again', async () => {
    const photo = asset(2 * MB);
    proxy.faultReply({ act: 'lose-reply', reply: /^226/ });
    const before = proxy.bytesToServer;
    expect(await open().put('A.JPG', photo, signal)).toEqual({ sent: true });
    expect(await held('A.JPG')).toBe(photo.sha256);
    expect(proxy.bytesToServer - before).toBeLessThan(2 * MB + 10_000);
  });

  test('that loses the reply to a rename finds the file renamed, new or in the place of an old one', async () => {
    const target = open();
    for (const photo of [asset(2 * MB), asset(2 * MB, 'b')]) {
      proxy.faultReply({ act: 'lose-reply', reply: /^250 Rename/ });
      const before = proxy.bytesToServer;
      expect(await target.put('A.JPG', photo, signal)).toEqual({ sent: true });
      expect(proxy.bytesToServer - before).toBeLessThan(2 * MB + 10_000);
      expect(await held('A.JPG')).toBe(photo.sha256);
      expect(await scraps()).toEqual([]);
    }
  });

  test('that breaks while the server says it closes is opened again', async () => {
    const photo = asset(MB);
    proxy.faultReply({
      act: 'answer',
      command: /^STOR/,
      reply: '421 Timeout, closing control connection.',
      thenCut: true,
    });
    await open().put('A.JPG', photo, signal);
    expect(await held('A.JPG')).toBe(photo.sha256);
  });

  test('that drops again and again at the same byte blocks the stage and says where, with the old file there', async () => {
    const target = open();
    const old = asset(1_000);
    await target.put('A.JPG', old, signal);
    for (let drop = 0; drop < 3; drop += 1)
      proxy.disturb(server.passivePorts, { direction: 'to-server', afterBytes: 0, act: 'cut' });
    await expect(target.put('A.JPG', asset(MB), signal)).rejects.toMatchObject({
      condition: 'target-unreachable',
      message: expect.stringMatching(/^the FTP server 127\.0\.0\.2:\d+ (?:broke off|answered: 426)/),
    });
    expect(await held('A.JPG')).toBe(old.sha256);
    expect(await scraps()).toEqual([]);
  });

  test('and a rename that the server refuses without a file in the way is that file’s own failure', async () => {
    proxy.faultReply({ act: 'replace', command: /^RNTO/, by: 'RNTO /nowhere/at/all' });
    const failed = await open()
      .put('A.JPG', asset(1_000), signal)
      .catch((error: unknown) => error);
    expect(failed).toMatchObject({ message: expect.stringMatching(/^A\.JPG was not written; .* answered: 550 /) });
    expect(failed).not.toBeInstanceOf(Blocked);
    expect(await scraps()).toEqual([]);
  });

  test('fetches a file again that came short, whatever the server says of it', async () => {
    const photo = asset(2 * MB);
    await writeFile(join(server.folder, 'A.JPG'), photo.bytes);
    proxy.disturb(server.passivePorts, { direction: 'to-client', afterBytes: 500_000, act: 'cut' });
    expect(contentSha256((await open().get('A.JPG', signal)) ?? new Uint8Array())).toBe(photo.sha256);
    proxy.disturb(server.passivePorts, { direction: 'to-client', afterBytes: 500_000, act: 'truncate' });
    expect(contentSha256((await open().get('A.JPG', signal)) ?? new Uint8Array())).toBe(photo.sha256);
  });

  test('never makes a listing seem short', async () => {
    await mkdir(join(server.folder, '2025'));
    for (let index = 0; index < 200; index += 1) await writeFile(join(server.folder, '2025', `${index}.JPG`), 'abc');
    proxy.disturb(server.passivePorts.slice(0), { direction: 'to-client', afterBytes: 30, act: 'cut' });
    expect(await open().list('', signal)).toHaveLength(200);
  });

  test('does not fetch what is on record as it was sent, and does once somebody changed it', async () => {
    const target = open();
    const photo = asset(MB);
    await target.put('A.JPG', photo, signal);
    const before = proxy.lines.length;
    expect(await target.put('A.JPG', photo, signal)).toEqual({ sent: false });
    expect(await target.stat('A.JPG', signal)).toEqual({ bytes: MB, sha256: photo.sha256 });
    expect(proxy.lines.slice(before).filter((line) => /^(RETR|STOR)/.test(line))).toEqual([]);

    await writeFile(join(server.folder, 'A.JPG'), asset(MB, 'x').bytes);
    const later = new Date(Date.now() + 5_000);
    await utimes(join(server.folder, 'A.JPG'), later, later);
    expect(await target.put('A.JPG', photo, signal)).toEqual({ sent: true });
    expect(await held('A.JPG')).toBe(photo.sha256);
  });

  test('knows a file that it has no record of by fetching it, and sends nothing', async () => {
    const photo = asset(MB);
    await writeFile(join(server.folder, 'A.JPG'), photo.bytes);
    const before = proxy.bytesToServer;
    expect(await open().put('A.JPG', photo, signal)).toEqual({ sent: false });
    expect(proxy.bytesToServer - before).toBeLessThan(2_000);
  });

  test('carries no more connections than allowed, whoever asks', async () => {
    await server.start([]);
    const target = open({ connections: 2 });
    let most = 0;
    let isSending = true;
    const watching = (async () => {
      while (isSending) {
        most = Math.max(most, server.sessions().length);
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => target.put(`2025/${index}.JPG`, asset(200_000), signal)),
    );
    isSending = false;
    await watching;
    expect(most).toBe(2);
    expect(await behindTheBack(server.folder).listFiles()).toHaveLength(12);
  });

  test('waits for a connection of its own where the server takes no further one', async () => {
    await server.start(['MaxClients 2']);
    const target = open({ connections: 6 });
    await Promise.all(
      Array.from({ length: 10 }, (_, index) => target.put(`2025/${index}.JPG`, asset(200_000), signal)),
    );
    expect(await behindTheBack(server.folder).listFiles()).toHaveLength(10);
    await server.start([]);
  });

  test('to a server that is started again in the middle of an upload ends with a whole file', async () => {
    await server.start(['TransferRate STOR 2000']);
    const photo = asset(8 * MB);
    const target = open();
    const putting = target.put('A.JPG', photo, signal);
    putting.catch(() => undefined);
    await expect.poll(scraps).toHaveLength(1);
    await server.start([]);
    // As long as it takes for the server to be back, the stage is blocked.
    await expect(putting).rejects.toMatchObject({ condition: 'target-unreachable' });
    expect(await target.put('A.JPG', photo, signal)).toEqual({ sent: true });
    expect(await held('A.JPG')).toBe(photo.sha256);
    expect(await scraps()).toEqual([]);
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
    expect(await target.problems(signal)).toEqual([
      expect.stringMatching(/; bring the place .* back within reach, or mend what is said of it$/),
    ]);
    await server.start([]);
    expect(await target.stat('A.JPG', signal)).toMatchObject({ bytes: 1_000 });
  });

  test('a folder that is taken away meanwhile is made anew, the site’s own folder never', async () => {
    await mkdir(join(server.folder, 'site'));
    await chmod(join(server.folder, 'site'), 0o777);
    const target = open({ folder: 'site' });
    await target.put('2025/A.JPG', asset(10), signal);
    await behindTheBack(join(server.folder, 'site')).remove();
    await target.put('2025/B.JPG', asset(10), signal);
    expect(await behindTheBack(server.folder).listFiles()).toEqual(['site/2025/B.JPG']);
    await behindTheBack(server.folder).remove();
    for (const use of [
      () => target.put('2025/C.JPG', asset(10), signal),
      () => target.get('2025/B.JPG', signal),
      () => target.stat('2025/B.JPG', signal),
      () => target.remove('2025/B.JPG', signal),
      () => target.list('', signal),
    ])
      await expect(use()).rejects.toMatchObject({
        condition: 'target-unreachable',
        message: expect.stringContaining('there is no folder site on the FTP server'),
      });
    expect(await behindTheBack(server.folder).listFiles()).toEqual([]);
  });
});

function asset(bytes: number, letter = 'a') {
  const content = Buffer.alloc(bytes, `${letter}bcdefghijklmnopqrstuvwxyz012345`);
  return { bytes: content, sha256: contentSha256(content) };
}
