import { recently } from '../../recently.ts';
import type { GateContext } from '../gate-context.ts';
import { styleFeatures, type StyleFeature } from './style-features.ts';
import { styleTokens, type StyleToken } from './style-tokens.ts';
import { styleWeights } from './style-weights.ts';
import type { StyleCategory } from './style-words.ts';

export type StyleVerdict = {
  /** The log odds that the text says what cannot be seen; 0 is even. */
  readonly score: number;
  /** The words that speak most against it. */
  readonly span: { readonly start: number; readonly end: number };
  /** What kind of words they are, where that is known. */
  readonly category?: StyleCategory;
};

/** How much a text reads like moods, praise, guesses and talk of the picture instead of what is to be seen. */
export function styleOf(text: string, { subject, location }: Pick<GateContext, 'subject' | 'location'>): StyleVerdict {
  return recentVerdicts([text, subject, location].join(BETWEEN));
}

const BETWEEN = '\0';
const recentVerdicts = recently((joined) => {
  const [text = '', subject = '', location = ''] = joined.split(BETWEEN);
  return verdictOn(text, { subject, location });
});

function verdictOn(text: string, typed: Pick<GateContext, 'subject' | 'location'>): StyleVerdict {
  const tokens = styleTokens(text, typed);
  if (tokens.length === 0) return { score: Number.NEGATIVE_INFINITY, span: { start: 0, end: text.length } };
  const { whole, parts } = styleFeatures(tokens);
  const worst = parts.reduce((most, part) => (sumOf(part) > sumOf(most) ? part : most));
  const blame = blameOf([...whole, ...worst], tokens.length);
  const { from, to } = heaviestRun(blame, tokens);
  const category = categoryOf(tokens.slice(from, to), blame.slice(from, to));
  return {
    score: styleWeights.bias + sumOf(whole) + sumOf(worst),
    span: { start: tokens[from]!.start, end: tokens[to - 1]!.end },
    ...(category !== undefined && { category }),
  };
}

/** Above this a text is put before a person with its reason; above the other it is held up. Set by `pnpm style:train` on texts left out. */
export const { warnAbove, blockAbove } = styleWeights;

let unpacked: Int8Array | undefined;

/** A byte for each bucket, as base64. */
function weightAt(bucket: number): number {
  unpacked ??= Int8Array.from(atob(styleWeights.weights), (letter) => letter.charCodeAt(0));
  return unpacked[bucket]! * styleWeights.scale;
}

const sumOf = (features: readonly StyleFeature[]) =>
  features.reduce((sum, { bucket, value }) => sum + weightAt(bucket) * value, 0);

/** What each token adds to the score; what belongs to no token is left out. */
function blameOf(features: readonly StyleFeature[], count: number): readonly number[] {
  const blame = Array.from({ length: count }, () => 0);
  for (const { bucket, value, token } of features) if (token >= 0) blame[token]! += weightAt(bucket) * value;
  return blame;
}

/** More than this is a sentence again and points at nothing. */
const LONGEST = 7;

/** The run of tokens with the most blame that begins and ends with a word. */
function heaviestRun(
  blame: readonly number[],
  tokens: readonly StyleToken[],
): { readonly from: number; readonly to: number } {
  let best = { from: 0, to: tokens.length };
  let most = Number.NEGATIVE_INFINITY;
  for (const [from, first] of tokens.entries()) {
    if (!isWord(first)) continue;
    let sum = 0;
    for (let to = from; to < Math.min(tokens.length, from + LONGEST); to += 1) {
      sum += blame[to]!;
      if (sum <= most || !isWord(tokens[to]!)) continue;
      most = sum;
      best = { from, to: to + 1 };
    }
  }
  return best;
}

const isWord = ({ key }: StyleToken) => /[\p{L}\p{N}@#*]/u.test(key);

function categoryOf(tokens: readonly StyleToken[], blame: readonly number[]): StyleCategory | undefined {
  const sums = new Map<StyleCategory, number>();
  for (const [index, { categories }] of tokens.entries()) {
    for (const category of categories) sums.set(category, (sums.get(category) ?? 0) + Math.max(0, blame[index]!));
  }
  const [heaviest] = [...sums].toSorted(([, a], [, b]) => b - a);
  return heaviest === undefined || heaviest[1] <= 0 ? undefined : heaviest[0];
}
