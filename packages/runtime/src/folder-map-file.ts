import { readFileSync } from 'node:fs';
import { foldFileName } from '@proofline/domain/folded-file-name.ts';
import type { FolderMap } from '@proofline/domain/folder-map.ts';
import { isWindowsDeviceName } from '@proofline/domain/windows-device-name.ts';
import { z } from 'zod';

/** Reads a `folder_map.json`; `problems` names everything that is wrong with it. */
export function readFolderMap(path: string): { readonly folderMap: FolderMap; readonly problems: readonly string[] } {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    return { folderMap: {}, problems: [`${path} cannot be read as JSON (${(error as Error).message})`] };
  }
  const problems = problemsOf(content);
  if (problems.length > 0) return { folderMap: {}, problems: problems.map((problem) => `${path}: ${problem}`) };
  return { folderMap: z.record(z.string(), displayName).parse(content), problems: [] };
}

const displayName = z.string().trim().min(1).max(200);

function problemsOf(content: unknown): readonly string[] {
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    return ['it must hold one object of folder keys and display names'];
  const entries: readonly (readonly [string, unknown])[] = Object.entries(content);
  if (entries.length === 0) return ['it has no folder keys'];
  return [
    ...entries.flatMap(([key]) => keyProblem(key) ?? []),
    ...entries.flatMap(([key, name]) => displayNameProblem(key, name) ?? []),
    ...sameFolderProblems(entries.map(([key]) => key)),
  ];
}

/** Keys become folders of the site, which may lie on any file system, and parts of file names. */
const keyRules: readonly (readonly [broken: (key: string) => boolean, problem: string])[] = [
  [(key) => /[/\\]/u.test(key), 'holds a path separator'],
  [(key) => /\p{Cc}/u.test(key), 'holds a control character'],
  [(key) => /^[. ]|[. ]$/u.test(key), 'begins or ends with a dot or a space'],
  [(key) => isWindowsDeviceName(key), 'is a device name of Windows'],
  [(key) => foldFileName(key) === 'thumbs', 'is the folder in which the site keeps its thumbnails'],
  [(key) => Array.from(key).length > 100, 'has more than 100 characters'],
];

function keyProblem(key: string): string | undefined {
  const broken = keyRules.filter(([isBroken]) => isBroken(key)).map(([, problem]) => problem);
  if (broken.length > 0) return `the folder key ${JSON.stringify(key)} ${broken.join(' and ')}; use another`;
  if (/^[\p{L}\p{N}][\p{L}\p{N} _-]*$/u.test(key)) return undefined;
  return `the folder key ${JSON.stringify(key)} must begin with a letter or digit and hold letters, digits, spaces, _ and - only`;
}

function displayNameProblem(key: string, name: unknown): string | undefined {
  if (displayName.safeParse(name).success) return undefined;
  return `the display name of ${JSON.stringify(key)} must be text of 1 to 200 characters`;
}

function sameFolderProblems(keys: readonly string[]): readonly string[] {
  return Array.from(Map.groupBy(keys, foldFileName).values())
    .filter((alike) => alike.length > 1)
    .map((alike) => alike.map((key) => JSON.stringify(key)).join(' and '))
    .map((alike) => `the folder keys ${alike} are one folder where letter case does not count; keep one of them`);
}
