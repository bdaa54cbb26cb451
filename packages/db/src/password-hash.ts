import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, 2 passes, 1 lane. Raising them re-hashes each password at its next sign-in. */
const HASH_COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;

const SALT_BYTES = 16;
const TAG_BYTES = 32;

type Cost = Pick<Argon2Parameters, 'memory' | 'passes' | 'parallelism'>;

const derive = promisify(argon2);

/** The hash in the PHC string format, with salt and parameters: `$argon2id$v=19$m=…,t=…,p=…$salt$tag`. */
export async function hashPassword(password: string, cost: Cost = HASH_COST): Promise<string> {
  const nonce = randomBytes(SALT_BYTES);
  const tag = await tagOf(password, nonce, cost, TAG_BYTES);
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(nonce)}$${base64(tag)}`;
}

/** Compares in constant time. `isOutdated`: the hash was made with other parameters than are usual now. */
export async function verifyPassword(
  password: string,
  hash: string,
): Promise<{ readonly isRight: boolean; readonly isOutdated: boolean }> {
  const [, memory, passes, parallelism, salt, tag] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash) ?? [];
  if (salt === undefined || tag === undefined) throw new Error('a password hash in the database cannot be read');
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const expected = Buffer.from(tag, 'base64');
  const given = await tagOf(password, Buffer.from(salt, 'base64'), cost, expected.length);
  const isOutdated = (Object.keys(HASH_COST) as (keyof Cost)[]).some((name) => cost[name] !== HASH_COST[name]);
  return { isRight: timingSafeEqual(given, expected), isOutdated };
}

/** Keyboards write the same letter in several ways (NIST SP 800-63B-4 §3.1.1.2). */
const tagOf = (password: string, nonce: Buffer, cost: Cost, tagLength: number) =>
  derive('argon2id', { message: password.normalize('NFKC'), nonce, tagLength, ...cost });

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
