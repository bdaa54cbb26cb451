import { similarityRatio } from '@proofline/domain/similar-text.ts';

/** Below this two places are two places. */
const LIKE_ENOUGH = 0.8;
const MOST_NAMED = 3;

/**
 * Known locations that may be meant, the likest first; empty when none is like it. Null when there is nothing to say: nothing is typed, it is known
 * but for case and spaces, or no set tells what is known.
 */
export function locationsLike(known: readonly string[], typed: string): readonly string[] | null {
  const wanted = folded(typed);
  if (wanted === '' || known.length === 0 || known.some((location) => folded(location) === wanted)) return null;
  return known
    .map((location) => ({ location, ratio: similarityRatio(wanted, folded(location)) }))
    .filter(({ ratio }) => ratio >= LIKE_ENOUGH)
    .toSorted((a, b) => b.ratio - a.ratio)
    .slice(0, MOST_NAMED)
    .map(({ location }) => location);
}

const folded = (location: string) => location.normalize('NFKC').trim().toLowerCase().replace(/\s+/gu, ' ');
