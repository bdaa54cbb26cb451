import { Blocked, type BlockingCondition } from '@proofline/domain/blocking.ts';
import { RowRefused } from '@proofline/domain/publication.ts';
import { numbers } from './error-numbers.ts';
import type { MysqlServer } from './pool.ts';

/**
 * What to do about an error of the driver or the server:
 * `again`: the server gave this transaction up in favour of another one; from its start it may go through.
 * `lost`: the connection is gone, and with it whether a commit that was under way took place; looking again tells.
 * `row`: this row can never be written as it is.
 */
export type Failure =
  | { readonly kind: 'again' | 'lost' | 'row'; readonly words: string }
  | { readonly kind: 'blocked'; readonly condition: BlockingCondition; readonly words: string }
  /** One that nobody foresaw. */
  | { readonly kind: 'other' };

/** A statement that got no answer in time. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Thrown within a transaction that finds another state than it was about to change: from its start, please. */
export class StartOver extends Error {
  override readonly name = 'StartOver';
}

/** Another program held a lock for longer than was waited. */
export class StillLocked extends Error {
  override readonly name = 'StillLocked';
}

type DriverError = Error & { readonly code?: string; readonly errno?: number; readonly fatal?: boolean };

/** By the server's error numbers (MySQL and MariaDB share them); null for what is no error of driver or server. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof NoAnswer) return blocked('target-unreachable', error.message);
  if (error instanceof StartOver) return { kind: 'again', words: error.message };
  if (!(error instanceof Error) || error instanceof Blocked) return null;
  const { code, errno, fatal, message } = error as DriverError;
  if (code?.startsWith('HANDSHAKE_')) return handshake(code, message);
  if (code?.startsWith('ER_') && errno !== undefined) return ofServer(errno, message);
  // A socket's code, or the driver's for a connection that ended.
  if (fatal === true || isNetworkCode(code)) return { kind: 'lost', words: message };
  return code === undefined ? null : { kind: 'other' };
}

/** Before there is a connection, there is none to lose. */
export function failureToConnect(error: unknown): Failure | null {
  const failure = failureOf(error);
  return failure?.kind === 'lost' ? blocked('target-unreachable', failure.words) : failure;
}

/** The error that leaves the catalogue: it says which database, and what the pipeline is to do about it. */
export function told(server: MysqlServer, error: unknown, failure: Failure | null): unknown {
  if (failure === null) return error;
  const where = `the database ${server.database} on ${server.host}:${server.port}`;
  switch (failure.kind) {
    case 'blocked':
      return new Blocked(failure.condition, `${where} cannot be used: ${failure.words}`, { cause: error });
    case 'lost':
      return new Blocked('target-unreachable', `the connection to ${where} broke: ${failure.words}`, { cause: error });
    case 'again':
      return new StillLocked(`${where} gave up a change in favour of another program (${failure.words})`, {
        cause: error,
      });
    case 'row':
      return new RowRefused(`${where} does not take the row: ${failure.words}`, { cause: error });
    case 'other':
      return new Error(`${where} failed: ${(error as Error).message}`, { cause: error });
  }
}

function ofServer(errno: number, words: string): Failure {
  const kinds = Object.entries(numbers) as readonly (readonly [keyof typeof numbers, readonly number[]])[];
  const kind = kinds.find(([, those]) => those.includes(errno))?.[0];
  switch (kind) {
    case undefined:
      return { kind: 'other' };
    case 'again':
    case 'lost':
    case 'row':
      return { kind, words };
    case 'login-refused':
      return blocked('login-refused', words);
    case 'read-only':
      return blocked('login-refused', `it takes no writes now, as a read-only replica does (${words})`);
    case 'disk-full':
      return blocked('disk-full', `the disk of the database server is full (${words})`);
    case 'unreachable':
    case 'unfit':
      return blocked('target-unreachable', words);
  }
}

function handshake(code: string, message: string): Failure {
  if (code === 'HANDSHAKE_NO_SSL_SUPPORT')
    return blocked(
      'target-unreachable',
      'the server offers no TLS; switch it on there, or set PROOFLINE_MYSQL_TLS=off where nobody can listen on the way',
    );
  if (code === 'HANDSHAKE_SSL_ERROR')
    return blocked(
      'target-unreachable',
      `its certificate is not accepted (${message}); name the authority that signed it with PROOFLINE_MYSQL_CA`,
    );
  return blocked('target-unreachable', message);
}

function blocked(condition: BlockingCondition, words: string): Failure {
  return { kind: 'blocked', condition, words };
}

function isNetworkCode(code: string | undefined): boolean {
  return code !== undefined && /^(E[A-Z]+|PROTOCOL_[A-Z_]+)$/.test(code);
}
