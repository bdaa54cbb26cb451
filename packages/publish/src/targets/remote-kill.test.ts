import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { AssetTarget } from '@proofline/domain/asset-target.ts';
import { expect, onTestFinished, test } from 'vitest';
import { hasProftpd, startProftpd } from '../../../../tests/support/proftpd-server.ts';
import { hasSshServer, startSshServer } from '../../../../tests/support/ssh-server.ts';
import { contentSha256 } from '../content-hash.ts';
import { behindTheBack, ftpOptions } from '../fixtures/test-ftp-site.ts';
import { sftpOptions } from '../fixtures/test-sftp-site.ts';
import { isTemporaryName } from '../target-path.ts';
import { openFtpTarget } from './ftp.ts';
import { openSftpTarget } from './sftp.ts';

const { signal } = new AbortController();
const ROUNDS = 4;
const whole = ['a', 'b'].map((letter) => contentSha256(Buffer.alloc(4_000_000, letter)));

test.skipIf(!hasProftpd())(
  'a process killed while it replaces a file over FTP leaves a whole file, and scraps that a sweep removes',
  async () => {
    const server = await startProftpd();
    onTestFinished(() => server.stop());
    await proveKills('ftp', server.folder, ftpOptions(server, { sender: 'forever' }), (sender) =>
      openFtpTarget(ftpOptions(server, { sender })),
    );
  },
);

test.skipIf(!hasSshServer())(
  'a process killed while it replaces a file over SFTP leaves a whole file, and scraps that a sweep removes',
  async () => {
    const server = await startSshServer();
    onTestFinished(() => server.stop());
    await proveKills('sftp', server.folder, sftpOptions(server, { sender: 'forever' }), (sender) =>
      openSftpTarget(sftpOptions(server, { sender })),
    );
  },
);

async function proveKills(
  kind: string,
  folder: string,
  options: object,
  open: (sender: string) => AssetTarget,
): Promise<void> {
  for (let round = 1; round <= ROUNDS; round += 1) {
    await putUntilKilled(kind, options, round);
    expect(whole).toContain(contentSha256(await readFile(join(folder, 'A.JPG'))));
    const other = open('other');
    expect(await other.sweep(signal)).toEqual([]);
    await other.close();
    const nextStart = open('forever');
    await nextStart.sweep(signal);
    // The server may have made the file of the last command after the process that sent it was gone.
    await expect
      .poll(async () => {
        await nextStart.sweep(signal);
        return (await behindTheBack(folder).listFiles()).filter(isTemporaryName);
      })
      .toEqual([]);
    expect(await behindTheBack(folder).listFiles()).toEqual(['A.JPG']);
    await nextStart.close();
  }
}

/** Kills after `puts` finished puts, which is somewhere within the next one. */
async function putUntilKilled(kind: string, options: object, puts: number): Promise<void> {
  const program = fileURLToPath(new URL('../fixtures/put-forever-to-server.ts', import.meta.url));
  const child = spawn(process.execPath, [program, kind, JSON.stringify(options), 'A.JPG'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    if (Number(line) >= puts) break;
  }
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
}
