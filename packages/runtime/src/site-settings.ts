import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { VariableValues } from './environment-variables.ts';
import { readSecretFile, readSecretText } from './secret-file.ts';
import type { SiteAddress } from './site-variables.ts';

/** How to reach the server that the site's files go to. */
export type SiteServerSettings = FtpSite | SftpSite;

type Common = {
  /** Of this process. */
  readonly connections: number;
  readonly timeoutMs: number;
};

export type FtpSite = Extract<SiteAddress, { readonly kind: 'ftp' }> &
  Common & {
    readonly password: string;
    /** PEM; null: the authorities that everybody trusts. */
    readonly ca: string | null;
    /** Lower-case hex; null: whatever certificate an authority signed. */
    readonly fingerprint: string | null;
  };

export type SftpSite = Extract<SiteAddress, { readonly kind: 'sftp' }> &
  Common & {
    readonly password: string | null;
    readonly key: { readonly text: string; readonly passphrase: string | null } | null;
    readonly hostKey: { readonly fingerprint: string } | { readonly knownHosts: string };
  };

/** Null where the site is a folder. `homeFolder` is where OpenSSH keeps the hosts that it knows. */
export function siteServerSettings(
  values: VariableValues,
  workingFolder: string,
  problems: string[],
  homeFolder = homedir(),
): SiteServerSettings | null {
  const address = values.PROOFLINE_SITE_URL;
  const place = { values, workingFolder, problems, homeFolder };
  if (address === null) {
    problems.push(
      ...withoutUse(values, siteServerNames, 'no server is named that it belongs to; set PROOFLINE_SITE_URL'),
    );
    return null;
  }
  const common = {
    connections: Math.max(1, Math.floor(values.PROOFLINE_SITE_CONNECTIONS / Math.max(1, values.PROOFLINE_WORKERS))),
    timeoutMs: values.PROOFLINE_SITE_TIMEOUT_S * 1_000,
  };
  return address.kind === 'ftp' ? ftpSite(address, common, place) : sftpSite(address, common, place);
}

/** How people know the place that the site is served from; it holds no secret. */
export function siteAddress(siteFolder: string, siteServer: SiteServerSettings | null): string {
  if (siteServer === null) return siteFolder;
  const { kind, encryption, user, host, port, folder } = siteServer;
  const scheme = encryption === null ? kind : { none: 'ftp', explicit: 'ftp+tls', implicit: 'ftps' }[encryption];
  return `${scheme}://${user}@${host}:${port}/${folder}`;
}

type Place = {
  readonly values: VariableValues;
  readonly workingFolder: string;
  readonly problems: string[];
  readonly homeFolder: string;
};

const siteServerNames = [
  'PROOFLINE_SITE_PASSWORD',
  'PROOFLINE_SITE_PASSWORD_FILE',
  'PROOFLINE_SITE_KEY',
  'PROOFLINE_SITE_KEY_PASSPHRASE',
  'PROOFLINE_SITE_CA',
  'PROOFLINE_SITE_FINGERPRINT',
  'PROOFLINE_SITE_KNOWN_HOSTS',
] as const;

function ftpSite(address: Extract<SiteAddress, { kind: 'ftp' }>, common: Common, place: Place): FtpSite {
  const { values, problems } = place;
  const ofSftp = ['PROOFLINE_SITE_KEY', 'PROOFLINE_SITE_KEY_PASSPHRASE', 'PROOFLINE_SITE_KNOWN_HOSTS'] as const;
  const ofTls = ['PROOFLINE_SITE_CA', 'PROOFLINE_SITE_FINGERPRINT'] as const;
  problems.push(...withoutUse(values, ofSftp, 'an FTP server takes a password and shows a certificate; unset it'));
  if (address.encryption === 'none')
    problems.push(
      ...withoutUse(values, ofTls, 'ftp: is not encrypted and shows no certificate; use ftp+tls: or unset it'),
    );
  const password = passwordOf(place);
  if (password === null)
    problems.push('PROOFLINE_SITE_PASSWORD: an FTP server needs one; set it, or PROOFLINE_SITE_PASSWORD_FILE');
  return { ...address, ...common, password: password ?? '', ca: caOf(place), fingerprint: certificateOf(place) };
}

function sftpSite(address: Extract<SiteAddress, { kind: 'sftp' }>, common: Common, place: Place): SftpSite {
  const { values, problems } = place;
  const password = passwordOf(place);
  const key = keyOf(place);
  problems.push(
    ...withoutUse(values, ['PROOFLINE_SITE_CA'], 'an SFTP server shows a host key and no certificate; unset it'),
  );
  if (password === null && values.PROOFLINE_SITE_KEY === null)
    problems.push(
      'PROOFLINE_SITE_KEY: an SFTP server needs a key or a password; set it, PROOFLINE_SITE_PASSWORD or PROOFLINE_SITE_PASSWORD_FILE',
    );
  if (values.PROOFLINE_SITE_KEY === null)
    problems.push(...withoutUse(values, ['PROOFLINE_SITE_KEY_PASSPHRASE'], 'there is no key that it would unlock'));
  return { ...address, ...common, password, key, hostKey: hostKeyOf(place, address) };
}

function withoutUse(
  values: VariableValues,
  names: readonly (typeof siteServerNames)[number][],
  why: string,
): readonly string[] {
  return names.filter((name) => values[name] !== null).map((name) => `${name}: ${why}`);
}

function passwordOf({ values, workingFolder, problems }: Place): string | null {
  const { PROOFLINE_SITE_PASSWORD: password, PROOFLINE_SITE_PASSWORD_FILE: file } = values;
  if (file === null) return password;
  if (password !== null) {
    problems.push('PROOFLINE_SITE_PASSWORD and PROOFLINE_SITE_PASSWORD_FILE: one password is enough; unset one');
    return password;
  }
  const { secret, problems: found } = readSecretFile(resolve(workingFolder, file));
  problems.push(...found.map((problem) => `PROOFLINE_SITE_PASSWORD_FILE: ${problem}`));
  // What is wrong with it is told already.
  return secret ?? '';
}

function keyOf({ values, workingFolder, problems }: Place): SftpSite['key'] {
  const { PROOFLINE_SITE_KEY: file, PROOFLINE_SITE_KEY_PASSPHRASE: passphrase } = values;
  if (file === null) return null;
  const { secret, problems: found } = readSecretText(resolve(workingFolder, file));
  problems.push(...found.map((problem) => `PROOFLINE_SITE_KEY: ${problem}`));
  return secret === null ? null : { text: secret, passphrase };
}

function caOf({ values: { PROOFLINE_SITE_CA: file }, workingFolder, problems }: Place): string | null {
  if (file === null) return null;
  const path = resolve(workingFolder, file);
  try {
    const pem = readFileSync(path, 'utf8');
    // Throws when there is no certificate in it: then nobody would be trusted, without a word on why.
    void new X509Certificate(pem);
    return pem;
  } catch (error) {
    problems.push(`PROOFLINE_SITE_CA: ${path} holds no certificate in PEM (${(error as Error).message})`);
    return null;
  }
}

function certificateOf({ values: { PROOFLINE_SITE_FINGERPRINT: given }, problems }: Place): string | null {
  if (given === null) return null;
  const hex = given.replaceAll(':', '').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(hex)) return hex;
  problems.push('PROOFLINE_SITE_FINGERPRINT: the SHA-256 of a certificate has 64 hex digits, with or without colons');
  return null;
}

function hostKeyOf(
  { values, workingFolder, problems, homeFolder }: Place,
  { host, port }: { readonly host: string; readonly port: number },
): SftpSite['hostKey'] {
  const { PROOFLINE_SITE_FINGERPRINT: fingerprint, PROOFLINE_SITE_KNOWN_HOSTS: file } = values;
  if (fingerprint !== null) {
    if (!/^SHA256:[A-Za-z0-9+/]{43}=?$/.test(fingerprint))
      problems.push(
        'PROOFLINE_SITE_FINGERPRINT: that of a host key is SHA256: and 43 characters, as ssh-keygen -l prints it',
      );
    return { fingerprint };
  }
  const path = file === null ? join(homeFolder, '.ssh', 'known_hosts') : resolve(workingFolder, file);
  try {
    return { knownHosts: readFileSync(path, 'utf8') };
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    problems.push(
      file === null
        ? `PROOFLINE_SITE_FINGERPRINT: nobody knows the host key of the server (${path}: ${code}); set it, or PROOFLINE_SITE_KNOWN_HOSTS. What the server shows: ssh-keyscan -p ${port} ${host} | ssh-keygen -lf -; compare that with what its owner says`
        : `PROOFLINE_SITE_KNOWN_HOSTS: ${path} cannot be read (${code})`,
    );
    return { knownHosts: '' };
  }
}
