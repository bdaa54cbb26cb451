import { similarityRatio } from './similar-text.ts';

/** Folder key (as used in paths and names) → display name of the category, e.g. `nature` → `Nature Landscape Photography`. */
export type FolderMap = Readonly<Record<string, string>>;

/** Keys that the original system shipped (original-system.md §1.10) plus the categories its public pages show. */
export const defaultFolderMap: FolderMap = {
  nature: 'Nature Landscape Photography',
  cityscape: 'Cityscape Photography',
  blog: 'blog',
  macro: 'Macro Photography',
  night: 'Night Photography',
  flowers: 'Flower Photography',
  wildlife: 'Wildlife Photography',
  aviation: 'Aviation Photography',
  architecture: 'Architecture Photography',
  travel: 'Travel Photography',
  people: 'People Photography',
};

/**
 * The key that a person means: the key itself, then, without regard to case, spaces and punctuation, a key or a display name
 * (`Night-Photography` → `night`). Undefined when nothing fits or two keys fit alike.
 */
export function findFolderKey(folderMap: FolderMap, typed: string): string | undefined {
  if (Object.hasOwn(folderMap, typed)) return typed;
  const wanted = lettersAndDigits(typed);
  if (wanted === '') return undefined;
  return (
    onlyOne(Object.keys(folderMap).filter((key) => lettersAndDigits(key) === wanted)) ??
    onlyOne(Object.keys(folderMap).filter((key) => lettersAndDigits(folderMap[key] ?? '') === wanted))
  );
}

/** Keys so like what was typed that it may be a slip of the finger, the likest first. */
export function nearestFolderKeys(folderMap: FolderMap, typed: string): readonly string[] {
  const wanted = lettersAndDigits(typed);
  return Object.entries(folderMap)
    .map(([key, displayName]) => ({
      key,
      ratio: Math.max(...[key, displayName].map((text) => similarityRatio(wanted, lettersAndDigits(text)))),
    }))
    .filter(({ ratio }) => ratio >= LIKE_ENOUGH)
    .toSorted((a, b) => b.ratio - a.ratio || (a.key < b.key ? -1 : 1))
    .map(({ key }) => key);
}

/** The original's bound, original-system.md §2.3. */
const LIKE_ENOUGH = 0.88;

function lettersAndDigits(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function onlyOne(keys: readonly string[]): string | undefined {
  return keys.length === 1 ? keys[0] : undefined;
}
