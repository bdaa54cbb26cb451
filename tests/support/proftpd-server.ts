import { execFileSync } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { isServiceThere, runs } from './required-service.ts';
import { descendantsOf, startServerProcess } from './server-process.ts';

/** A proftpd that the tests started: FTP in its three forms, or SFTP with a password. */
export type ProftpdServer = {
  readonly port: number;
  readonly passivePorts: readonly number[];
  readonly user: string;
  readonly password: string;
  /** Of the certificate, as PEM. */
  readonly certificate: string;
  /** The server's host key for SFTP, as in a known_hosts file: `ssh-… AAAA…`. */
  readonly hostKey: string;
  /** Where a login leads to, on this machine. */
  readonly folder: string;
  /** Kills the server with its sessions. */
  kill(): Promise<void>;
  /** At the same address, with what was in the folder; `settings` take the place of those before. */
  start(settings?: readonly string[]): Promise<void>;
  /** Process ids of the sessions that are open. */
  sessions(): readonly number[];
  /** Every command that it was sent, by its name. */
  commands(): Promise<readonly string[]>;
  stop(): Promise<void>;
};

export type ProftpdOptions = {
  readonly protocol?: 'ftp' | 'ftp+tls' | 'ftps' | 'sftp';
  /** Beside those that the protocol needs. */
  readonly modules?: readonly string[];
  /** Lines of its configuration. */
  readonly settings?: readonly string[];
  /** Names and addresses that its certificate is for. */
  readonly certificateFor?: string;
};

export function hasProftpd(): boolean {
  return isServiceThere({
    name: 'FTP server',
    isThere: isProftpdThere,
    remedy: 'install it ("apt-get install proftpd-core proftpd-mod-crypto")',
  });
}

export function isProftpdThere(): boolean {
  return runs('proftpd', ['-v']) && runs('openssl', ['version']);
}

const PASSIVE_PORTS = 30;

export async function startProftpd({
  protocol = 'ftp',
  modules = [],
  settings = [],
  certificateFor = 'DNS:localhost,IP:127.0.0.1,IP:127.0.0.2',
}: ProftpdOptions = {}): Promise<ProftpdServer> {
  const base = await mkdtemp(join(tmpdir(), 'proofline-ftp-'));
  const folder = join(base, 'root');
  const password = randomBytes(9).toString('base64url');
  const port = await freePort();
  const firstPassive = randomInt(20_000, 32_000 - PASSIVE_PORTS);
  const identity = ownIdentity();
  await mkdir(folder);
  await mkdir(join(base, 'run'));
  const hostKey = makeKeys(base, certificateFor);
  const hash = passwordHash(password);
  await writeFile(join(base, 'passwd'), `pub:${hash}:${identity.uid}:${identity.gid}::${folder}:/bin/false\n`);
  await chmod(join(base, 'passwd'), 0o600);
  await handOver(base, identity);

  const configFile = join(base, 'proftpd.conf');
  const write = (more: readonly string[]) =>
    writeFile(
      configFile,
      [
        ...usual({ base, folder, port, firstPassive, identity, modules: [...moduleOf[protocol], ...modules] }),
        ...of(protocol, base),
        ...more,
        '',
      ].join('\n'),
    );
  const asNobody = process.getuid?.() === 0 ? ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups'] : [];
  const command = [...asNobody, 'proftpd', '-n', '-q', '-c', configFile];
  const greeting = protocol === 'ftps' ? null : protocol === 'sftp' ? /^SSH-2/ : /^220/;
  const begin = async (more: readonly string[]) => {
    await write(more);
    return startServerProcess({ command, port, greeting });
  };
  let running: Awaited<ReturnType<typeof begin>> | null = await begin(settings);
  const kill = async () => {
    await running?.kill();
    running = null;
  };
  return {
    port,
    passivePorts: Array.from({ length: PASSIVE_PORTS }, (_, index) => firstPassive + index),
    user: 'pub',
    password,
    certificate: await readFile(join(base, 'cert.pem'), 'utf8'),
    hostKey,
    folder,
    kill,
    async start(next = settings) {
      await kill();
      running = await begin(next);
    },
    commands: async () => (await readFile(join(base, 'run', 'commands.log'), 'utf8').catch(() => '')).split('\n'),
    sessions: () => (running === null ? [] : descendantsOf(running.pid)),
    async stop() {
      await kill();
      await rm(base, { recursive: true, force: true });
    },
  };
}

/** As `crypt` makes it with SHA-512. Given as input: on the command line a password may look like an option. */
export function passwordHash(password: string): string {
  return execFileSync('openssl', ['passwd', '-6', '-stdin'], { encoding: 'utf8', input: `${password}\n` }).trim();
}

const moduleOf = { ftp: [], 'ftp+tls': ['mod_tls'], ftps: ['mod_tls'], sftp: ['mod_sftp'] } as const;

type Identity = { readonly uid: number; readonly gid: number; readonly user: string; readonly group: string };

/** proftpd refuses to serve anything as root, so there it runs as nobody. */
function ownIdentity(): Identity {
  const uid = process.getuid?.() ?? 0;
  if (uid === 0) return { uid: 65_534, gid: 65_534, user: 'nobody', group: 'nogroup' };
  const [user = '', group = ''] = ['-un', '-gn'].map((option) =>
    execFileSync('id', [option], { encoding: 'utf8' }).trim(),
  );
  return { uid, gid: process.getgid?.() ?? 0, user, group };
}

async function handOver(base: string, { uid, gid }: Identity): Promise<void> {
  if (process.getuid?.() !== 0) return;
  await chown(base, uid, gid);
  for (const entry of await readdir(base, { recursive: true })) await chown(join(base, entry), uid, gid);
}

function makeKeys(base: string, certificateFor: string): string {
  const [key, cert, host] = ['key.pem', 'cert.pem', 'host_key'].map((name) => join(base, name)) as [
    string,
    string,
    string,
  ];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const subject = ['-subj', '/CN=proofline-test', '-addext', `subjectAltName=${certificateFor}`];
  execFileSync('openssl', ['req', '-x509', ...curve, '-keyout', key, '-out', cert, '-days', '2', ...subject], {
    stdio: 'ignore',
  });
  execFileSync('openssl', ['genrsa', '-traditional', '-out', host, '2048'], { stdio: 'ignore' });
  return execFileSync('ssh-keygen', ['-y', '-f', host], { encoding: 'utf8' }).trim().split(' ').slice(0, 2).join(' ');
}

function usual({
  base,
  folder,
  port,
  firstPassive,
  identity,
  modules,
}: {
  readonly base: string;
  readonly folder: string;
  readonly port: number;
  readonly firstPassive: number;
  readonly identity: Identity;
  readonly modules: readonly string[];
}): readonly string[] {
  const run = join(base, 'run');
  return [
    'ModulePath /usr/lib/proftpd',
    ...modules.map((name) => `LoadModule ${name}.c`),
    'ServerType standalone',
    `User ${identity.user}`,
    `Group ${identity.group}`,
    'DefaultAddress 127.0.0.1',
    // Without this it listens on every address of the machine.
    'SocketBindTight on',
    `Port ${port}`,
    'UseIPv6 off',
    'ControlsEngine off',
    `ControlsSocket ${run}/ctl.sock`,
    `PidFile ${run}/pid`,
    `ScoreboardFile ${run}/scoreboard`,
    `SystemLog ${run}/system.log`,
    `TransferLog ${run}/transfer.log`,
    'LogFormat command "%m"',
    `ExtendedLog ${run}/commands.log ALL command`,
    'DelayEngine off',
    'UseReverseDNS off',
    'WtmpLog off',
    'AuthPAM off',
    'AuthOrder mod_auth_file.c',
    `AuthUserFile ${base}/passwd`,
    'RequireValidShell off',
    'UseFtpUsers off',
    `DefaultChdir ${folder}`,
    `PassivePorts ${firstPassive} ${firstPassive + PASSIVE_PORTS - 1}`,
    'AllowOverwrite on',
    'AllowStoreRestart on',
    'MaxInstances 50',
  ];
}

function of(protocol: NonNullable<ProftpdOptions['protocol']>, base: string): readonly string[] {
  if (protocol === 'ftp') return [];
  if (protocol === 'sftp')
    return [
      'SFTPEngine on',
      `SFTPHostKey ${base}/host_key`,
      'SFTPAuthMethods password',
      `SFTPLog ${base}/run/sftp.log`,
    ];
  return [
    'TLSEngine on',
    'TLSProtocol TLSv1.2 TLSv1.3',
    `TLSECCertificateFile ${base}/cert.pem`,
    `TLSECCertificateKeyFile ${base}/key.pem`,
    `TLSLog ${base}/run/tls.log`,
    'TLSVerifyClient off',
    ...(protocol === 'ftps' ? ['TLSOptions UseImplicitSSL', 'TLSRequired off'] : ['TLSRequired on']),
  ];
}
