import { readFileSync } from 'node:fs';
import type { FolderMap } from '@proofline/domain/folder-map.ts';
import { z } from 'zod';

/** Keys become folders of the site and parts of file names. */
const folderMapSchema = z.record(
  z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,99}$/u),
  z.string().trim().min(1).max(200),
);

/** Reads a `folder_map.json`; `problems` names everything that is wrong with it. */
export function readFolderMap(path: string): { readonly folderMap: FolderMap; readonly problems: readonly string[] } {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    return { folderMap: {}, problems: [`${path} cannot be read as JSON (${(error as Error).message})`] };
  }
  const parsed = folderMapSchema.safeParse(content);
  if (!parsed.success) return { folderMap: {}, problems: parsed.error.issues.map((issue) => inWords(path, issue)) };
  if (Object.keys(parsed.data).length === 0) return { folderMap: {}, problems: [`${path} has no folder keys`] };
  return { folderMap: parsed.data, problems: [] };
}

function inWords(path: string, issue: z.core.$ZodIssue): string {
  const key = issue.path.map(String).join('.');
  if (key === '') return `${path} must hold one object of folder keys and display names`;
  if (issue.code === 'invalid_key')
    return `${path}: the folder key ${JSON.stringify(key)} may hold letters, digits, spaces, _ and - only`;
  return `${path}: the display name of ${JSON.stringify(key)} must be text of 1 to 200 characters`;
}
