import { z } from 'zod';
import { path, text, wholeNumber, type Variable } from './variable.ts';

const tlsModes = ['on', 'unverified', 'off'] as const;

/** Where the website's table is, when it is not the one in the data folder. */
export const catalogueVariables = {
  PROOFLINE_MYSQL_URL: {
    purpose:
      'MySQL or MariaDB server and database with the table that the website reads; a table in the data folder when unset',
    allowed: 'an address like mysql://user@host:3306/database, without a password',
    example: 'mysql://proofline@db.example.com:3306/site',
    unset: null,
    schema: z.string().transform(addressOf),
    // Somebody may have put a password into it.
    secret: true,
  } satisfies Variable<MysqlAddress | null>,
  PROOFLINE_MYSQL_PASSWORD: {
    ...text('Password of that user', null, 'a-password', 500),
    secret: true,
  } satisfies Variable<string | null>,
  PROOFLINE_MYSQL_PASSWORD_FILE: path(
    'File with that password on one line, instead; only its owner may have rights to it',
    null,
    './mysql-password',
  ),
  PROOFLINE_MYSQL_TABLE: {
    purpose: 'The website’s table',
    allowed: 'a name of at most 64 letters, digits, _ and $',
    example: 'photos_info_revamp',
    unset: 'photos_info_revamp',
    schema: z.string().regex(/^[\p{L}\p{N}_$]{1,64}$/u),
  } satisfies Variable<string>,
  PROOFLINE_MYSQL_TLS: {
    purpose:
      'Whether the connection is encrypted and the server proves who it is (on), is encrypted only (unverified), or is open to everybody on the way (off)',
    allowed: tlsModes.join(', '),
    example: 'on',
    unset: 'on',
    schema: z.string().toLowerCase().pipe(z.enum(tlsModes)),
  } satisfies Variable<(typeof tlsModes)[number]>,
  PROOFLINE_MYSQL_CA: path(
    'PEM file with the authority that signed the server’s certificate; the usual ones when unset',
    null,
    './mysql-ca.pem',
  ),
  PROOFLINE_MYSQL_CONNECTIONS: {
    purpose: 'Most connections that one process opens to the server',
    allowed: 'a whole number from 1 to 32',
    example: '4',
    unset: 4,
    schema: wholeNumber(1, 32),
  } satisfies Variable<number>,
} as const;

export type MysqlAddress = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
};

function addressOf(value: string, context: z.RefinementCtx<string>): MysqlAddress {
  const url = URL.canParse(value) ? new URL(value) : null;
  const [, database = '', ...more] = url?.pathname.split('/') ?? [];
  const isWhole = url?.protocol === 'mysql:' && url.hostname !== '' && url.username !== '' && database !== '';
  if (!isWhole || more.length > 0 || url.password !== '' || url.search !== '' || url.hash !== '') {
    context.addIssue({ code: 'custom', message: 'no database has this address' });
    return z.NEVER;
  }
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    database: decodeURIComponent(database),
  };
}
