/** @type {readonly (readonly [RegExp, string])[]} */
const advice = [
  [/ENOSPC|no space left/i, 'The disk is full: free about 1 GB and start again.'],
  [
    /EACCES|EPERM|EROFS|permission denied/i,
    "Proofline's folder cannot be written: put it where you may write, and start again.",
  ],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|certificate/i,
    'The connection is not trusted: behind a company proxy set its certificate with "npm config set cafile FILE" and start again.',
  ],
  [
    /E404|ETARGET|NO_MATCHING_VERSION|FETCH_404|not found/i,
    'The npm registry in use does not have it: if "npm config get registry" names a mirror, let it fetch the package, or use another one.',
  ],
  [
    /E401|E403|FETCH_40[13]/i,
    'The npm registry in use asks for a login: run "npm login", or use another registry, and start again.',
  ],
  [
    /FROZEN_LOCKFILE|OUTDATED_LOCKFILE/i,
    'A package.json was changed without the lockfile: run "pnpm install" and start again.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network|timed? ?out|META_FETCH_FAIL/i,
    'The npm registry cannot be reached: check the connection; behind a proxy run "npm config set proxy URL" and "npm config set https-proxy URL". Then start again.',
  ],
];

/**
 * What to do about a failed npm or pnpm, as far as its words tell.
 *
 * @param {string} words
 */
export function adviceFor(words) {
  const known = advice.find(([pattern]) => pattern.test(words));
  return known?.[1] ?? 'Start again; when it fails the same way, the lines above say what npm missed.';
}
