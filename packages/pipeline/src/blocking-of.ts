import { Blocked, type Blocking, type BlockingCondition } from '@proofline/domain/blocking.ts';
import { wordsOf } from './words-of.ts';

/**
 * Codes of system calls and of SQLite that no photo is to blame for. Adapters that know more (which folder, which server) throw `Blocked`
 * themselves; what reaches this table was met while writing below the data folder or to a database.
 */
const conditionsByCode: readonly (readonly [RegExp, BlockingCondition])[] = [
  [/^(ENOSPC|EDQUOT|SQLITE_FULL)$/, 'disk-full'],
  [/^SQLITE_(BUSY|LOCKED)/, 'database-busy'],
  [/^(EROFS|SQLITE_READONLY.*|SQLITE_CANTOPEN.*|SQLITE_IOERR.*)$/, 'data-folder-unwritable'],
];

/**
 * The dependency that is down behind an error, looked for through all its causes; null when the error is the photo's or the run's own. Of a right
 * that is missing only where it happened tells: below a folder that carries `runToken`, which we made ourselves.
 */
export function blockingOf(error: unknown, runToken?: string): Blocking | null {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof Blocked) return { condition: cause.condition, reason: cause.message };
    const condition = conditionOf(cause, runToken);
    if (condition !== undefined) return { condition, reason: wordsOf(error) };
  }
  return null;
}

function conditionOf(error: Error, runToken: string | undefined): BlockingCondition | undefined {
  const { code, path } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string') return undefined;
  const isOwnFolder = runToken !== undefined && path?.includes(runToken) === true;
  if (isOwnFolder && (code === 'EACCES' || code === 'EPERM')) return 'data-folder-unwritable';
  return conditionsByCode.find(([codes]) => codes.test(code))?.[1];
}
