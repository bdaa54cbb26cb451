import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** A private key of RSA with 16,384 bits, locked, has 13 kB. */
const MAX_BYTES = 16_384;
/** Rights of the group and of everybody else. */
const OTHERS = 0o077;

/**
 * The secret in a file that only its owner may touch: its one line, without the line's end. Null when there is something against it, all of
 * which is in `problems`; the secret itself is in none of them.
 */
export function readSecretFile(path: string): SecretRead {
  const { secret, problems } = readSecretText(path);
  if (secret === null || problems.length > 0) return { secret: null, problems };
  const line = secret.replace(/\r?\n$/, '');
  if (line === '') return refused(`${path} is empty`);
  if (/\p{Cc}/u.test(line)) return refused(`${path} holds more than one line of text; leave the secret alone in it`);
  return { secret: line, problems: [] };
}

export type SecretRead = { readonly secret: string | null; readonly problems: readonly string[] };

/** The same for a secret of several lines, such as a private key: all of the file. */
export function readSecretText(path: string): SecretRead {
  let file: number;
  try {
    // A pipe without a writer would be waited for.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return refused(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? (error as Error).message})`);
  }
  try {
    // Of the file that is open, so that it cannot be exchanged in between.
    const problems = rightsProblems(path, fstatSync(file));
    if (problems.length > 0) return { secret: null, problems };
    return secretIn(path, readStart(file));
  } catch (error) {
    return refused(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? (error as Error).message})`);
  } finally {
    closeSync(file);
  }
}

/** What speaks against trusting the file with a secret. Windows has no such bits: what it reports as mode says nothing about who may read the file. */
export function rightsProblems(
  path: string,
  stats: { readonly mode: number; readonly uid: number; isFile(): boolean },
): readonly string[] {
  if (!stats.isFile()) return [`${path} is not a file; give a file that holds the secret and nothing else`];
  const self = process.getuid?.();
  if (self === undefined) return [];
  const problems: string[] = [];
  if ((stats.mode & OTHERS) !== 0) {
    const mode = (stats.mode & 0o777).toString(8).padStart(3, '0');
    problems.push(
      `${path} is open to others than its owner (mode ${mode}) and was not read; close it with chmod 600, and change the secret if others may have seen it`,
    );
  }
  if (stats.uid !== self && stats.uid !== 0)
    problems.push(`${path} belongs to another user (uid ${stats.uid}) and was not read; make a file of your own`);
  return problems;
}

function readStart(file: number): Buffer {
  const buffer = Buffer.alloc(MAX_BYTES + 1);
  let length = 0;
  for (;;) {
    const read = readSync(file, buffer, length, buffer.length - length, null);
    length += read;
    if (read === 0 || length === buffer.length) return buffer.subarray(0, length);
  }
}

function secretIn(path: string, bytes: Buffer): SecretRead {
  if (bytes.length > MAX_BYTES) return refused(`${path} holds more than ${MAX_BYTES} bytes, which is no secret`);
  if (!isUtf8(bytes)) return refused(`${path} holds no text in UTF-8; save it as that`);
  const secret = bytes.toString('utf8').replace(/^\uFEFF/, '');
  return secret === '' ? refused(`${path} is empty`) : { secret, problems: [] };
}

function refused(problem: string): SecretRead {
  return { secret: null, problems: [problem] };
}
