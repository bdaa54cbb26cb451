export const roles = ['operator', 'reviewer', 'ops'] as const;
export type Role = (typeof roles)[number];

/** Who acts: the person behind an access token. A client never sends a name; the token says it. */
export type Actor = { readonly name: string; readonly roles: readonly Role[] };

export type AccessTokens = {
  /** Makes a token and returns it once; only its SHA-256 is kept. */
  issue(actor: Actor): string;
  /** Null when the token is unknown or revoked. */
  identify(token: string): Actor | null;
};
