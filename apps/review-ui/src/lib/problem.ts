import type { Problem } from '@proofline/api/error-reply.ts';
import { DetailedError } from 'hono/client';

/** The status of a refusal; null when no answer came. */
export function statusOf(error: unknown): number | null {
  return error instanceof DetailedError ? (error.statusCode ?? null) : null;
}

/** What went wrong, one sentence each, as the API says it. */
export function problemsOf(error: unknown): readonly string[] {
  if (!(error instanceof DetailedError)) return ['Proofline does not answer; nothing is known to have changed'];
  const problem = (error.detail as { data?: Partial<Problem> } | undefined)?.data;
  if (problem?.problems === undefined) return [`Proofline answered ${error.statusCode ?? error.message}`];
  return problem.code === 'internal'
    ? problem.problems.map((text) => `${text} ${problem.requestId ?? ''}`.trim())
    : problem.problems;
}
