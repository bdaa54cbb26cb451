import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { WebFile, WebFiles } from './web-files.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Vite names these by their content. */
const NAMED_BY_CONTENT = '/assets/';

/** The files of a built web application, read when the first one is asked for: a start does not wait for them. Without a build there are none. */
export function webFilesIn(folder: string): WebFiles {
  let files: ReadonlyMap<string, WebFile> | undefined;
  return {
    get(path) {
      files ??= readAll(folder);
      return files.get(path) ?? null;
    },
  };
}

function readAll(folder: string): ReadonlyMap<string, WebFile> {
  const files = new Map<string, WebFile>();
  for (const entry of filesIn(folder)) {
    const type = types[extname(entry)];
    if (type === undefined) continue;
    const path = `/${relative(folder, entry).split(sep).join('/')}`;
    const bytes = new Uint8Array(readFileSync(entry));
    const sha256 = path.startsWith(NAMED_BY_CONTENT) ? createHash('sha256').update(bytes).digest('hex') : null;
    files.set(path, { bytes, type, sha256 });
  }
  return files;
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
