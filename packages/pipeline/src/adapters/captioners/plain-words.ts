/** Words of a token or a typed text, ready to stand in a sentence: no underscores, controls, or punctuation at the ends. */
export function plainWords(text: string): string {
  if (!/[\p{L}\p{N}]/u.test(text)) return '';
  return text
    .replace(/[\p{C}_\s]+/gu, ' ')
    .replace(/^[^\p{L}\p{N}("'“‘]+|[^\p{L}\p{M}\p{N})"'’”!?+]+$/gu, '')
    .trim();
}

export function wordCount(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}

/** The first `most` words, without a joining word left hanging at the end. */
export function firstWords(text: string, most: number): string {
  const words = text.split(/\s+/u);
  if (words.length <= most) return text;
  const kept = words.slice(0, most);
  while (kept.length > 1 && joiners.has(kept.at(-1)?.toLowerCase() ?? '')) kept.pop();
  return plainWords(kept.join(' '));
}

/** Words that join others: never the last of a phrase, never a keyword. */
export const joiners: ReadonlySet<string> = new Set(
  'a an and or of in on at the with without to for from by near over under into onto as is are was be its it this that s'.split(
    ' ',
  ),
);
