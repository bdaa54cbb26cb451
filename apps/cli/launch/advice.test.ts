import { expect, test } from 'vitest';
import { adviceFor } from './advice.mjs';

test.each([
  ['npm error code ENOTFOUND\nnpm error request to https://example.org/ failed', 'check the connection'],
  ['npm error code ECONNREFUSED', 'proxy'],
  ['npm error code ETARGET\nnpm error notarget No matching version found', 'mirror'],
  ['npm error code SELF_SIGNED_CERT_IN_CHAIN', 'cafile'],
  ['npm error code ENOSPC\nnpm error nospc ENOSPC: no space left on device, write', 'disk is full'],
  ['Error: ERR_PNPM_OUTDATED_LOCKFILE', 'pnpm install'],
  ["EACCES: permission denied, mkdir '/srv/proofline/.tools'", 'cannot be written'],
  ['npm error code E401', 'login'],
])('%j leads to what to do', (words, says) => {
  expect(adviceFor(words)).toContain(says);
});

test('for a failure that nobody has met yet the lines above have to do', () => {
  expect(adviceFor('gremlins')).toContain('the lines above');
});
