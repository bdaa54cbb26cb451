import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSecretFile } from './secret-file.ts';

const hasModes = process.platform !== 'win32';

function fileWith(content: string | Uint8Array, mode = 0o600): string {
  const folder = mkdtempSync(join(tmpdir(), 'proofline-secret-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'password');
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

test.each([
  ['a line', 'open sesame\n', 'open sesame'],
  ['a line as Windows ends it', 'open sesame\r\n', 'open sesame'],
  ['a line without an end', 'open sesame', 'open sesame'],
  ['a text with a byte order mark', '\uFEFFopen sesame\n', 'open sesame'],
  ['spaces around, which may belong to it', ' p ä ß ', ' p ä ß '],
])('%s is the secret', (_, content, secret) => {
  expect(readSecretFile(fileWith(content))).toEqual({ secret, problems: [] });
});

test('a file that its owner may only read is as good', () => {
  expect(readSecretFile(fileWith('s', 0o400)).secret).toBe('s');
});

test.skipIf(!hasModes).each([0o640, 0o604, 0o620, 0o610, 0o644, 0o777])(
  'a file that others may touch (mode %o) is not read',
  (mode) => {
    const { secret, problems } = readSecretFile(fileWith('open sesame', mode));
    expect(secret).toBeNull();
    expect(problems).toEqual([expect.stringContaining(`(mode ${mode.toString(8)})`)]);
    expect(problems.join()).not.toContain('sesame');
  },
);

test.skipIf(!hasModes)('a link is judged by the file that it leads to', () => {
  const path = fileWith('s', 0o644);
  symlinkSync(path, `${path}-link`);
  expect(readSecretFile(`${path}-link`).problems).toEqual([expect.stringContaining('(mode 644)')]);
});

// Only the superuser can give a file away.
test.skipIf(process.getuid?.() !== 0)('a file of another user is not read', () => {
  const path = fileWith('s');
  chownSync(path, 12_345, 12_345);
  expect(readSecretFile(path)).toEqual({ secret: null, problems: [expect.stringContaining('uid 12345')] });
});

test.each([
  ['empty', '', 'is empty'],
  ['only a line’s end', '\n', 'is empty'],
  ['two lines', 'user\npassword\n', 'more than one line'],
  ['no text', new Uint8Array([1, 2, 0, 3]), 'more than one line'],
  ['in another encoding', new Uint8Array([0x70, 0xe4, 0x73, 0x73]), 'no text in UTF-8'],
  ['too long', 'x'.repeat(4_097), 'more than 4096 bytes'],
])('a file that is %s is refused', (_, content, reason) => {
  expect(readSecretFile(fileWith(content))).toEqual({ secret: null, problems: [expect.stringContaining(reason)] });
});

test.skipIf(!hasModes)('a pipe is refused and not waited for', () => {
  const path = fileWith('s');
  execFileSync('mkfifo', ['-m', '600', `${path}-pipe`]);
  expect(readSecretFile(`${path}-pipe`).problems).toEqual([expect.stringContaining('is not a file')]);
});

test('a file that is not there, and a folder, are refused by name', () => {
  const path = fileWith('s');
  expect(readSecretFile(`${path}-none`).problems).toEqual([`${path}-none cannot be read (ENOENT)`]);
  mkdirSync(`${path}-folder`, { mode: 0o700 });
  expect(readSecretFile(`${path}-folder`).secret).toBeNull();
  expect(readSecretFile(`${path}-folder`).problems).toHaveLength(1);
});
