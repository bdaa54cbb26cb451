/** How long a reply is kept for a request that comes again. */
export const KEPT_HOURS = 24;

/** What is known of a request that carries a key. */
export type EarlierRequest =
  /** Nothing: it is written down as begun, and whoever asked carries it out. */
  | { readonly kind: 'new' }
  | { readonly kind: 'carried-out'; readonly status: number; readonly reply: string }
  /** The same key came with another request. */
  | { readonly kind: 'another' }
  /** It is being carried out, or that was cut off. */
  | { readonly kind: 'unfinished' };

/** Requests by the keys that their senders gave them (Idempotency-Key, draft-ietf-httpapi-idempotency-key-header). Each person has keys of their own. */
export type IdempotencyKeys = {
  begin(actor: string, key: string, requestSha256: string): EarlierRequest;
  finish(actor: string, key: string, status: number, reply: string): void;
  /** Nothing was carried out: the key may be used again. */
  release(actor: string, key: string): void;
};
