import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { isServiceThere, runs, withSbin } from './required-service.ts';
import { startServerProcess } from './server-process.ts';

/** An OpenSSH server that the tests started; the user of this process logs in to SFTP with a key. */
export type SshServer = {
  readonly port: number;
  readonly user: string;
  readonly privateKey: string;
  /** As in a known_hosts file: `ssh-… AAAA…`. */
  readonly hostKey: string;
  /** As `ssh-keygen -l` prints it. */
  readonly hostFingerprint: string;
  /** Where a login leads to, on this machine. */
  readonly folder: string;
  kill(): Promise<void>;
  /** At the same address, with the same keys and what was in the folder. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

export function hasSshServer(): boolean {
  return isServiceThere({
    name: 'SSH server',
    isThere: () => runs('sshd', ['-V']) && runs('ssh-keygen', ['-?']),
    remedy: 'install it ("apt-get install openssh-server")',
  });
}

export async function startSshServer(): Promise<SshServer> {
  const base = await mkdtemp(join(tmpdir(), 'proofline-ssh-'));
  const folder = join(base, 'root');
  const port = await freePort();
  await mkdir(folder);
  for (const name of ['host', 'user']) makeKey(join(base, name));
  // Where sshd, as root, drops what it may not do.
  if (process.getuid?.() === 0) await mkdir('/run/sshd', { recursive: true });
  const configFile = join(base, 'sshd_config');
  await writeFile(
    configFile,
    [
      'ListenAddress 127.0.0.1',
      `Port ${port}`,
      `HostKey ${base}/host`,
      'PidFile none',
      `AuthorizedKeysFile ${base}/user.pub`,
      'PasswordAuthentication no',
      'KbdInteractiveAuthentication no',
      'UsePAM no',
      'StrictModes no',
      'PermitRootLogin prohibit-password',
      'AllowTcpForwarding no',
      'MaxStartups 50',
      `Subsystem sftp internal-sftp -d ${folder}`,
      `ForceCommand internal-sftp -d ${folder}`,
      '',
    ].join('\n'),
  );
  await chmod(base, 0o755);
  // By its whole path, or it refuses to start: it starts itself again for each connection.
  const program = execFileSync('sh', ['-c', 'command -v sshd'], { encoding: 'utf8', env: withSbin() }).trim();
  const begin = () =>
    startServerProcess({ command: [program, '-D', '-e', '-f', configFile], port, greeting: /^SSH-2/ });
  let running: Awaited<ReturnType<typeof begin>> | null = await begin();
  const kill = async () => {
    await running?.kill();
    running = null;
  };
  const hostKey = (await readFile(join(base, 'host.pub'), 'utf8')).split(' ').slice(0, 2).join(' ');
  const printed = execFileSync('ssh-keygen', ['-l', '-f', join(base, 'host.pub')], { encoding: 'utf8' });
  return {
    port,
    user: userInfo().username,
    privateKey: await readFile(join(base, 'user'), 'utf8'),
    hostKey,
    hostFingerprint: printed.split(' ')[1] ?? '',
    folder,
    kill,
    async start() {
      await kill();
      running = await begin();
    },
    async stop() {
      await kill();
      await rm(base, { recursive: true, force: true });
    },
  };
}

function makeKey(file: string): void {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file]);
}
