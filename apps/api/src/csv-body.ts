import { DomainError } from '@proofline/domain/domain-error.ts';
import type { Context, TypedResponse } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ApiEnv } from './authorization.ts';
import { repliesFile } from './replies/replies.ts';

/** Lets only a CSV file through (RFC 7111: `text/csv`). */
export const csvBody = Object.assign(
  createMiddleware<ApiEnv>(async (c, next) => {
    const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
    if (type !== 'text/csv') throw new DomainError('invalid', 'the body is not CSV; send it as text/csv');
    await next();
  }),
  { takesCsv: true },
);

/** What a decoder puts where bytes are no UTF-8. */
const NO_CHARACTER = '\uFFFD';

export async function csvText(c: Context): Promise<string> {
  const text = await c.req.text();
  if (text.includes(NO_CHARACTER))
    throw new DomainError('invalid', 'the file is not UTF-8; nothing was read of it; save it as UTF-8');
  return text;
}

export const repliesCsv = repliesFile('text/csv', {
  headers: { 'Content-Disposition': { description: 'The name of a file to keep it under', always: true } },
});

/** Replies with a file to keep. */
export function csvReply(c: Context, fileName: string, csv: string): Response & TypedResponse<string, 200, 'text'> {
  return c.text(csv, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${fileName}"`,
  });
}
