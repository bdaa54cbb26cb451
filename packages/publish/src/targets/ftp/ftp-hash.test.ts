import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openFaultProxy, type FaultProxy } from '../../../../../tests/support/fault-proxy.ts';
import { hasProftpd, startProftpd, type ProftpdServer } from '../../../../../tests/support/proftpd-server.ts';
import { contentSha256 } from '../../content-hash.ts';
import { ftpOptions } from '../../fixtures/test-ftp-site.ts';
import { openFtpTarget } from '../ftp.ts';
import { hashCommandOf } from './ftp-hash.ts';

const { signal } = new AbortController();

test.each([
  ['the strongest of several', { XCRC: '', XMD5: '', XSHA256: '', HASH: 'SHA-1*' }, 'XSHA256 sha256'],
  ['HASH with SHA-256 before an older one', { XSHA1: '', HASH: 'SHA-512;SHA-256;SHA-1*' }, 'HASH sha256'],
  ['HASH with what it offers', { HASH: 'MD5;CRC32*' }, 'HASH md5'],
  ['a CRC where there is nothing else', { XCRC: 'filename;start;end' }, 'XCRC crc32'],
  ['nothing that is not known', { HASH: 'WHIRLPOOL*' }, null],
  ['nothing where nothing is offered', { MLST: 'type*;size*;' }, null],
] as const)('of what a server offers is taken: %s', (_, features, taken) => {
  const command = hashCommandOf(new Map(Object.entries(features)));
  expect(command && `${command.command} ${command.algorithm}`).toBe(taken);
});

describe.skipIf(!hasProftpd()).each([
  ['sha256', 'XSHA256'],
  ['sha1', 'XSHA1'],
  ['md5', 'XMD5'],
  ['crc32', 'XCRC'],
])('a server that tells hashes by %s alone', (algorithm, command) => {
  let server: ProftpdServer;
  let proxy: FaultProxy;
  beforeAll(async () => {
    server = await startProftpd({ modules: ['mod_digest'], settings: [`DigestAlgorithms ${algorithm}`] });
    proxy = await openFaultProxy({ ports: [server.port, ...server.passivePorts], controlPort: server.port });
  });
  afterAll(async () => {
    await proxy.close();
    await server.stop();
  });

  test('is asked for that of what was sent, and another one than the file’s fails the upload', async () => {
    const target = openFtpTarget(ftpOptions(server, { host: proxy.host }));
    onTestFinished(() => target.close());
    await target.put('Other.JPG', asset('other'), signal);
    expect(proxy.lines.filter((line) => line.startsWith(`${command} `))).not.toEqual([]);

    proxy.faultReply({
      act: 'replace',
      command: new RegExp(`^${command} .*/2025/`),
      by: `${command} Other.JPG`,
      when: () => true,
    });
    await expect(target.put('2025/A.JPG', asset('right'), signal)).rejects.toThrow(
      /^2025\/A\.JPG was not written; .* holds other bytes than the 5 that were sent, 2 times$/,
    );
    expect(await target.stat('2025/A.JPG', signal)).toBeNull();
  });
});

function asset(text: string) {
  const bytes = Buffer.from(text);
  return { bytes, sha256: contentSha256(bytes) };
}
