import { z } from 'zod';

/** One variable of the environment: what it is for, what it may hold, and what holds when it is unset or empty. */
export type Variable<Value> = {
  /** For `.env.example`; one line. */
  readonly purpose: string;
  /** Completes "allowed is …". */
  readonly allowed: string;
  /** What `.env.example` shows. */
  readonly example: string;
  readonly unset: Value;
  readonly schema: z.ZodType<Value, string>;
  /** The value never appears in a message. */
  readonly secret?: true;
};

export function path<Unset extends string | null>(purpose: string, unset: Unset, example: string) {
  return {
    purpose,
    // A shell expands `~`, a `.env` file does not: the folder would be made with that name.
    allowed: 'a path without ~ at its start',
    example,
    unset,
    schema: z.string().refine((value) => !value.startsWith('~') && !value.includes('\0')),
  };
}

export function text<Unset extends string | null>(purpose: string, unset: Unset, example: string, maxLength: number) {
  return {
    purpose,
    allowed: `text of at most ${maxLength} characters on one line`,
    example,
    unset,
    schema: z
      .string()
      .max(maxLength)
      .regex(/^[^\p{Cc}]*$/u),
  };
}

/** An address that photos are sent to; it holds no password, for addresses are shown. */
export function serverAddress<Unset extends string | null>(purpose: string, unset: Unset, example: string) {
  return {
    purpose,
    allowed: 'an address that starts with http:// or https:// and holds neither password nor query',
    example,
    unset,
    schema: z
      .url({ protocol: /^https?$/ })
      .refine(isPlainUrl)
      // What a server listens on is no address to call.
      .transform((value) => withoutTrailingSlash(value.replace('//0.0.0.0', '//127.0.0.1'))),
  };
}

export function quality(purpose: string, unset: number) {
  return {
    purpose,
    allowed: 'a whole number from 1 to 100',
    example: String(unset),
    unset,
    schema: wholeNumber(1, 100),
  };
}

export function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most));
}

export function isPlainUrl(value: string): boolean {
  const { search, hash, username } = new URL(value);
  return search === '' && hash === '' && username === '';
}

export function withoutTrailingSlash(value: string): string {
  return value.replace(/\/+$/, '');
}
