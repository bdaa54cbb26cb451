/**
 * Splits a path of an asset target and refuses whatever could lead out of the target's root or mean different files on different servers:
 * absolute paths, drive letters, backslashes, control characters, empty parts, `.` and `..`, and the names of our temporary files.
 */
export function targetPathParts(path: string): readonly string[] {
  const parts = path.split('/');
  const problem = parts.map(partProblem).find((found) => found !== undefined);
  if (problem !== undefined) {
    throw new Error(
      `the path ${JSON.stringify(path)} ${problem}; nothing was read or written; use a relative path with /`,
    );
  }
  return parts;
}

const NAME_START = '.proofline-';

/**
 * The name under which a file is sent before it is renamed, in the same folder. Short, so that a long final name still fits a file
 * system's 255 bytes; with a dot, so that web servers and galleries pass it over. `token` is unique to one transfer; `sender` says whose it is.
 */
export function temporaryName(token: string, sender?: string): string {
  return `${sender === undefined ? NAME_START : temporaryNamePrefix(sender)}${token}.tmp`;
}

/** How every temporary name of this sender starts. */
export function temporaryNamePrefix(sender: string): string {
  return `${NAME_START}${sender}-`;
}

export function isTemporaryName(name: string): boolean {
  return /^\.proofline-[\w-]+\.tmp$/.test(name);
}

function partProblem(part: string): string | undefined {
  if (part === '') return 'has an empty part';
  if (part === '.' || part === '..') return `has the part ${part}`;
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  if (/[\\:\u0000-\u001f\u007f]/.test(part)) return 'has a backslash, a colon or a control character';
  if (isTemporaryName(part)) return 'has the name of a temporary file';
  return undefined;
}
