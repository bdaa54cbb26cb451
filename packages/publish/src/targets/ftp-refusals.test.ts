import { existsSync } from 'node:fs';
import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Blocked } from '@proofline/domain/blocking.ts';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hasProftpd, startProftpd, type ProftpdOptions } from '../../../../tests/support/proftpd-server.ts';
import { openFaultProxy } from '../../../../tests/support/fault-proxy.ts';
import { hasTinyDisks, mountTinyDisk } from '../../../../tests/support/tiny-disk.ts';
import { contentSha256 } from '../content-hash.ts';
import { behindTheBack, ftpOptions } from '../fixtures/test-ftp-site.ts';
import { openFtpTarget, type FtpTargetOptions } from './ftp.ts';

const { signal } = new AbortController();

describe.skipIf(!hasProftpd())('an FTP server that refuses', () => {
  test('a wrong password is a refused login, told without the password', async () => {
    const { open } = await site();
    const failed = await caught(open({ password: 'open sesame' }).put('A.JPG', asset('x'), signal));
    expect(failed).toMatchObject({
      condition: 'login-refused',
      message: expect.stringMatching(/^the FTP server 127\.0\.0\.1:\d+ refused the login of pub: it answered: 530 /),
    });
    expect(everythingIn(failed)).not.toContain('open sesame');
  });

  test('what a server says is told without the password, even when it says the password', async () => {
    const { server, open } = await site({ settings: ['AccessDenyMsg "no, open sesame is wrong"'] });
    const failed = await caught(open({ password: 'open sesame' }).stat('A.JPG', signal));
    expect(failed).toMatchObject({
      condition: 'login-refused',
      message: expect.stringContaining('[redacted] is wrong'),
    });
    expect(everythingIn(failed)).not.toContain('open sesame');
    expect(server.password).not.toBe('open sesame');
  });

  test('a certificate that nobody known has signed is refused before the password is sent', async () => {
    const { server, open } = await site({ protocol: 'ftp+tls' });
    expect(await caught(open({ encryption: 'explicit' }).put('A.JPG', asset('x'), signal))).toMatchObject({
      condition: 'login-refused',
      message: expect.stringMatching(/cannot be trusted \(self-signed certificate/),
    });
    expect(await server.commands()).not.toContain('PASS');
    await open({ encryption: 'explicit', ca: server.certificate }).put('A.JPG', asset('x'), signal);
    expect(await server.commands()).toContain('PASS');
  });

  test('a certificate for another name is refused', async () => {
    const { server, open } = await site({ protocol: 'ftp+tls', certificateFor: 'DNS:elsewhere.example' });
    expect(await caught(open({ encryption: 'explicit', ca: server.certificate }).stat('A.JPG', signal))).toMatchObject({
      condition: 'login-refused',
      message: expect.stringContaining('cannot be trusted'),
    });
  });

  test.each(['explicit', 'implicit'] as const)(
    'a pinned certificate is trusted alone, whoever signed it and for whatever name, over %s TLS',
    async (encryption) => {
      const { server, open } = await site({
        protocol: encryption === 'explicit' ? 'ftp+tls' : 'ftps',
        certificateFor: 'DNS:elsewhere.example',
      });
      const fingerprint = new X509Certificate(server.certificate).fingerprint256.replaceAll(':', '').toLowerCase();
      const target = open({ encryption, fingerprint });
      expect(await target.put('A.JPG', asset('pixels'), signal)).toEqual({ sent: true });
      expect(await target.list('', signal)).toEqual([{ path: 'A.JPG', bytes: 6 }]);

      expect(await caught(open({ encryption, fingerprint: 'ab'.repeat(32) }).stat('A.JPG', signal))).toMatchObject({
        condition: 'login-refused',
        message: expect.stringMatching(
          /shows another certificate than the pinned one: ([0-9A-F]{2}:){31}[0-9A-F]{2} instead of AB:/,
        ),
      });
    },
  );

  test('a server without encryption is refused where encryption was asked for', async () => {
    const { open } = await site();
    expect(await caught(open({ encryption: 'explicit' }).stat('A.JPG', signal))).toMatchObject({
      condition: 'login-refused',
      message: expect.stringContaining('offers no encryption'),
    });
  });

  test('a server that asks for encryption says so to whoever comes without', async () => {
    const { open } = await site({ protocol: 'ftp+tls' });
    expect(await caught(open().stat('A.JPG', signal))).toMatchObject({
      condition: 'login-refused',
      message: expect.stringMatching(/SSL|TLS/),
    });
  });

  test('a server whose folders may not be written to blocks the stage with its own words', async () => {
    const { open } = await site({ settings: ['<Limit WRITE>', 'DenyAll', '</Limit>'] });
    expect(await caught(open().put('2025/A.JPG', asset('x'), signal))).toMatchObject({
      condition: 'login-refused',
      message: expect.stringMatching(/cannot be written to: it answered: 550 .*(?:denied|permitted)/i),
    });
    expect(await open().problems(signal)).toEqual([
      expect.stringMatching(/cannot be written to.*; give Proofline the right/),
    ]);
  });

  test('one folder that may not be written to is no condition of the server', async () => {
    const { server, open } = await site();
    await mkdir(join(server.folder, '2025'), { mode: 0o555 });
    const failed = await caught(open().put('2025/A.JPG', asset('x'), signal));
    expect(failed).not.toBeInstanceOf(Blocked);
    expect(failed).toMatchObject({
      message: expect.stringMatching(/^2025\/A\.JPG was not written; the site has what it had: .*denied/i),
    });
  });

  test.skipIf(!hasTinyDisks())('a full disk blocks the stage, keeps the old file and leaves no scraps', async () => {
    const { server, open } = await site();
    const folder = join(server.folder, 'full');
    await mkdir(folder);
    onTestFinished(mountTinyDisk(folder, { bytes: 1_000_000, uid: 65_534 }));
    const target = open({ folder: 'full' });
    const old = asset('old');
    await target.put('A.JPG', old, signal);
    expect(await caught(target.put('A.JPG', asset('n'.repeat(3_000_000)), signal))).toMatchObject({
      condition: 'disk-full',
    });
    expect(contentSha256(await readFile(join(folder, 'A.JPG')))).toBe(old.sha256);
    expect(await behindTheBack(folder).listFiles()).toEqual(['A.JPG']);
  });

  test('a used-up quota blocks the stage like a full disk', async () => {
    const { server, open } = await site({ settings: ['MaxStoreFileSize 1 Mb user pub'] });
    expect(await caught(open().put('A.JPG', asset('n'.repeat(3_000_000)), signal))).toMatchObject({
      condition: 'disk-full',
      message: expect.stringMatching(/answered: 552 /),
    });
    expect(await behindTheBack(server.folder).listFiles()).toEqual([]);
  });

  test('a server that renames nothing blocks the stage before anything is replaced', async () => {
    const { server, open } = await site({ settings: ['<Limit RNTO>', 'DenyAll', '</Limit>'] });
    await writeFile(join(server.folder, 'A.JPG'), 'old');
    expect(await caught(open().put('A.JPG', asset('new!'), signal))).toMatchObject({ condition: 'login-refused' });
    expect(await readFile(join(server.folder, 'A.JPG'), 'utf8')).toBe('old');
    expect(await behindTheBack(server.folder).listFiles()).toEqual(['A.JPG']);
  });

  test('a server that replaces nothing by a rename is worked with, and is remarked upon once', async () => {
    const { server, open } = await site();
    const proxy = await openFaultProxy({ ports: [server.port, ...server.passivePorts], controlPort: server.port });
    onTestFinished(() => proxy.close());
    const isThere = (line: string) => existsSync(line.slice('RNTO '.length).trim());
    proxy.faultReply({ act: 'replace', command: /^RNTO/, by: 'RNTO', when: isThere });
    const remarks: string[] = [];
    const target = open({ host: proxy.host, onRemark: (remark) => remarks.push(remark) });
    expect(await target.problems(signal)).toEqual([]);
    expect(remarks).toEqual([expect.stringMatching(/^the FTP server .* does not replace a file by a rename: /)]);
    await writeFile(join(server.folder, 'A.JPG'), 'old');
    await target.put('A.JPG', asset('new!'), signal);
    await target.put('A.JPG', asset('newer'), signal);
    expect(await readFile(join(server.folder, 'A.JPG'), 'utf8')).toBe('newer');
    expect(await behindTheBack(server.folder).listFiles()).toEqual(['A.JPG']);
    expect(remarks).toHaveLength(1);
  });

  test('a server that replaces nothing and loses the reply to a rename ends with the new file', async () => {
    const { server, open } = await site();
    const proxy = await openFaultProxy({ ports: [server.port, ...server.passivePorts], controlPort: server.port });
    onTestFinished(() => proxy.close());
    const target = open({ host: proxy.host });
    await target.put('A.JPG', asset('old'), signal);
    const isThere = (line: string) => existsSync(line.slice('RNTO '.length).trim());
    proxy.faultReply({ act: 'replace', command: /^RNTO/, by: 'RNTO', when: isThere });
    // Of the old file's way aside; then that of the new file's to its place.
    for (let lost = 0; lost < 2; lost += 1) proxy.faultReply({ act: 'lose-reply', reply: /^250 Rename/ });
    expect(await target.put('A.JPG', asset('new!'), signal)).toEqual({ sent: true });
    expect(proxy.pending).toBe(0);
    expect(await readFile(join(server.folder, 'A.JPG'), 'utf8')).toBe('new!');
    expect(await behindTheBack(server.folder).listFiles()).toEqual(['A.JPG']);
  });

  test('a server that replaces nothing gets the old file back where the new one cannot be renamed', async () => {
    const { server, open } = await site();
    const proxy = await openFaultProxy({ ports: [server.port, ...server.passivePorts], controlPort: server.port });
    onTestFinished(() => proxy.close());
    const target = open({ host: proxy.host });
    await target.put('A.JPG', asset('old'), signal);
    // Not over the old file, and not to its place when that was moved aside; the third one puts the old file back.
    let refused = 0;
    const when = (line: string) => line.trim().endsWith('/A.JPG') && (refused += 1) <= 2;
    proxy.faultReply({ act: 'replace', command: /^RNTO/, by: 'RNTO', when });
    const failed = await caught(target.put('A.JPG', asset('new!'), signal));
    expect(failed).toMatchObject({
      message: expect.stringMatching(/^A\.JPG was not written; the site has what it had/),
    });
    expect(refused).toBe(3);
    expect(await readFile(join(server.folder, 'A.JPG'), 'utf8')).toBe('old');
    expect(await behindTheBack(server.folder).listFiles()).toEqual(['A.JPG']);
  });

  test('an address where nobody listens, and a name that nobody has, are out of reach', async () => {
    const { server, open } = await site();
    await server.kill();
    expect(await caught(open().stat('A.JPG', signal))).toMatchObject({ condition: 'target-unreachable' });
    expect(await caught(open({ host: 'nowhere.invalid' }).stat('A.JPG', signal))).toMatchObject({
      condition: 'target-unreachable',
      message: expect.stringMatching(/^the FTP server nowhere\.invalid:\d+ cannot be reached/),
    });
  });
});

async function site(options: ProftpdOptions = {}) {
  const server = await startProftpd(options);
  onTestFinished(() => server.stop());
  const open = (overrides: Partial<FtpTargetOptions> = {}) => {
    const target = openFtpTarget(ftpOptions(server, overrides));
    onTestFinished(() => target.close());
    return target;
  };
  return { server, open };
}

function caught(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  );
}

/** Message, stack and every property, through all causes. */
function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.message} ${error.stack} ${JSON.stringify(error)} ${everythingIn(error.cause)}`;
}

function asset(text: string) {
  const bytes = Buffer.from(text);
  return { bytes, sha256: contentSha256(bytes) };
}
