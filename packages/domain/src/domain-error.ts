/** What a refusal of a request means; `error-reply.ts` in the API maps it to a status, nothing else does. */
/** `changed`: what the request is about is no longer what the person saw. */
/** `key_reused`: the same idempotency key came with another request. `too_many`: again later. */
export const domainErrorCodes = [
  'invalid',
  'not_found',
  'conflict',
  'changed',
  'not_allowed',
  'too_large',
  'key_reused',
  'too_many',
] as const;

export type DomainErrorCode = (typeof domainErrorCodes)[number];

/** A request that is refused, in words for the person who made it. Never used for bugs or for faults that may pass. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: DomainErrorCode;
  /** Every problem of the input, one sentence each; `message` joins them. */
  readonly problems: readonly string[];

  constructor(code: DomainErrorCode, problems: string | readonly string[], options?: ErrorOptions) {
    const all = typeof problems === 'string' ? [problems] : problems;
    super(all.join('; '), options);
    this.code = code;
    this.problems = all;
  }
}
