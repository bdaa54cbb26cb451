import { z } from 'zod';
import { path, text, wholeNumber, type Variable } from './variable.ts';

/** Where the site's files go when it is not a folder, and how the server and Proofline know each other. */
export const siteVariables = {
  PROOFLINE_SITE_URL: {
    purpose:
      'Server that the website is served from, instead of a folder: FTP in the clear (ftp:), FTP that changes over to TLS (ftp+tls:), FTP in TLS from the start (ftps:) or SFTP (sftp:)',
    allowed:
      'an address like ftp+tls://user@host/folder, without a password; the folder counts from where the login leads to, with // from the root of the server',
    example: 'ftp+tls://jane@ftp.example.com/public_html/images',
    unset: null,
    schema: z.string().transform(addressOf),
    // Somebody may have put a password into it.
    secret: true,
  } satisfies Variable<SiteAddress | null>,
  PROOFLINE_SITE_PASSWORD: {
    ...text('Password of that user', null, 'a-password', 500),
    secret: true,
  } satisfies Variable<string | null>,
  PROOFLINE_SITE_PASSWORD_FILE: path(
    'File with that password on one line, instead; only its owner may have rights to it',
    null,
    './site-password',
  ),
  PROOFLINE_SITE_KEY: path(
    'Private key to log in to SFTP with, in OpenSSH or PEM form; only its owner may have rights to the file',
    null,
    './site-key',
  ),
  PROOFLINE_SITE_KEY_PASSPHRASE: {
    ...text('What unlocks that key', null, 'a-passphrase', 500),
    secret: true,
  } satisfies Variable<string | null>,
  PROOFLINE_SITE_CA: path(
    'PEM file with the authority that signed the certificate of the FTP server; the usual ones when unset',
    null,
    './site-ca.pem',
  ),
  PROOFLINE_SITE_FINGERPRINT: text(
    'SHA-256 of the one certificate to trust, 64 hex digits, or of the host key of an SFTP server, as ssh-keygen -l prints it',
    null,
    'SHA256:uNiVztksCsDhcc0u9e8BrqlkcVbGjLrrexHGHZ2KKBA',
    110,
  ),
  PROOFLINE_SITE_KNOWN_HOSTS: path(
    'File with the host keys of SFTP servers; that of OpenSSH in the home folder when neither this nor a fingerprint is set',
    null,
    './known_hosts',
  ),
  PROOFLINE_SITE_CONNECTIONS: {
    purpose: 'Most connections to that server at once; the workers share them, each with one at least',
    allowed: 'a whole number from 1 to 16',
    example: '4',
    unset: 4,
    schema: wholeNumber(1, 16),
  } satisfies Variable<number>,
  PROOFLINE_SITE_TIMEOUT_S: {
    purpose: 'Seconds without a word after which that server counts as gone',
    allowed: 'a whole number from 5 to 300',
    example: '30',
    unset: 30,
    schema: wholeNumber(5, 300),
  } satisfies Variable<number>,
} as const;

const schemes = {
  'ftp:': { kind: 'ftp', encryption: 'none', port: 21 },
  'ftp+tls:': { kind: 'ftp', encryption: 'explicit', port: 21 },
  'ftps:': { kind: 'ftp', encryption: 'implicit', port: 990 },
  'sftp:': { kind: 'sftp', encryption: null, port: 22 },
} as const;

export type SiteAddress = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Empty: where the login leads to. With a slash in front it counts from the server's root. */
  readonly folder: string;
} & (
  | { readonly kind: 'ftp'; readonly encryption: 'none' | 'explicit' | 'implicit' }
  | { readonly kind: 'sftp'; readonly encryption: null }
);

function addressOf(value: string, context: z.RefinementCtx<string>): SiteAddress {
  const address = parsedAddress(value);
  if (address !== null) return address;
  context.addIssue({ code: 'custom', message: 'no server has this address' });
  return z.NEVER;
}

function parsedAddress(value: string): SiteAddress | null {
  if (!URL.canParse(value)) return null;
  const url = new URL(value);
  const scheme = Object.entries(schemes).find(([protocol]) => protocol === url.protocol)?.[1];
  const isPlain = url.password === '' && url.search === '' && url.hash === '';
  if (scheme === undefined || !isPlain || url.hostname === '' || url.username === '') return null;
  try {
    return {
      ...scheme,
      host: decodeURIComponent(url.hostname).replace(/^\[|\]$/g, ''),
      port: url.port === '' ? scheme.port : Number(url.port),
      user: decodeURIComponent(url.username),
      folder: folderOf(decodeURIComponent(url.pathname)),
    };
  } catch {
    // A percent sign that is no escape, or a folder that leads elsewhere.
    return null;
  }
}

function folderOf(pathname: string): string {
  const folder = pathname.replace(/^\//, '').replace(/(?<=.)\/+$/, '');
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  if (/[\u0000-\u001f\u007f]/.test(folder) || folder.split('/').includes('..')) throw new Error('no such folder');
  return folder;
}
