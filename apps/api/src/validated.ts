import { DomainError } from '@proofline/domain/domain-error.ts';
import type { Env, MiddlewareHandler } from 'hono';
import { validator } from 'hono/validator';
import { z } from 'zod';

type Target = 'json' | 'query' | 'param';

/** What the client passes is what the schema takes; what the route sees is what the schema makes of it. */
type Checked<Part extends Target, Schema extends z.ZodType> = MiddlewareHandler<
  Env,
  string,
  { in: { [Key in Part]: z.input<Schema> }; out: { [Key in Part]: z.output<Schema> } }
>;

/**
 * Checks one part of a request. It throws instead of replying: the client's types then hold what a success returns and nothing
 * else, and every refusal has the one error body.
 */
export function validated<Part extends Target, Schema extends z.ZodType>(
  part: Part,
  schema: Schema,
): Checked<Part, Schema> {
  const check = validator(part, (value: unknown): z.output<Schema> => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new DomainError('invalid', parsed.error.issues.map(inWords));
  });
  return Object.assign(check as Checked<Part, Schema>, { checks: { part, schema } });
}

/** An id as it stands in an address. */
export const idText = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, 'must be a whole number from 1')
  .transform(Number);

/** An upper bound as it stands in an address. */
export const limitText = z
  .string()
  .regex(/^[1-9]\d{0,2}$|^1000$/, 'must be a whole number from 1 to 1000')
  .transform(Number);

/** Yes or no as it stands in an address. */
export const flagText = z.enum(['true', 'false']).transform((text) => text === 'true');

function inWords(issue: z.core.$ZodIssue): string {
  const place = issue.path.map(String).join('.');
  const message = issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  return place === '' ? message : `${place}: ${message}`;
}
