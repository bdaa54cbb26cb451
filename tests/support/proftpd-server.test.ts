import { expect, test } from 'vitest';
import { hasProftpd, passwordHash } from './proftpd-server.ts';

/** One in 64 of the passwords that are drawn begins so. */
test.skipIf(!hasProftpd())('a password that looks like an option is hashed like any other', () => {
  expect(passwordHash('-Xm-oEvbezri')).toMatch(/^\$6\$[^$]+\$[^$]+$/);
});
