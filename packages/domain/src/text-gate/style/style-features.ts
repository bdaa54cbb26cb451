import type { StyleToken } from './style-tokens.ts';

/** One feature: the bucket that its name falls into, how much of it there is, and the token that it comes from (-1: the whole part). */
export type StyleFeature = { readonly bucket: number; readonly value: number; readonly token: number };

/** A text as the model sees it: as a whole, and part by part between its marks. */
export type StyleFeatures = {
  readonly whole: readonly StyleFeature[];
  readonly parts: readonly (readonly StyleFeature[])[];
};

export const STYLE_BUCKETS = 1 << 16;

export function styleFeatures(tokens: readonly StyleToken[]): StyleFeatures {
  return {
    whole: featuresIn(tokens, 0, tokens.length, 'W'),
    parts: partsOf(tokens).map(({ from, to }) => featuresIn(tokens, from, to, 'S')),
  };
}

/** A mark by itself or one word is no part: it belongs to what stands before it. */
function partsOf(tokens: readonly StyleToken[]): readonly { readonly from: number; readonly to: number }[] {
  const parts: { from: number; to: number }[] = [];
  let from = 0;
  for (let index = 0; index <= tokens.length; index += 1) {
    if (index < tokens.length && !tokens[index]!.endsPart) continue;
    const last = parts.at(-1);
    if (index - from >= 2) parts.push({ from, to: index });
    else if (index - from === 1 && last !== undefined) last.to = index;
    from = index + 1;
  }
  return parts.length === 0 ? [{ from: 0, to: tokens.length }] : parts;
}

const CONCRETE = /artifact|animal|noun\.body|food|plant|object|substance|person|contact|motion/u;
const ABSTRACT = /attribute|cognition|feeling|state|communication|noun\.act|event|motive|relation|emotion|stative/u;
/** So that a short text and a long one have about the same to say. */
const LENGTH = 3;
const SHORT = 10;
const MOST_OF_ONE = 1.5;

function featuresIn(tokens: readonly StyleToken[], from: number, to: number, scope: string): readonly StyleFeature[] {
  const found = new Map<number, { value: number; token: number }>();
  const put = (name: string, value: number, token: number, adds: boolean) => {
    const bucket = bucketOf(scope + name);
    const before = found.get(bucket);
    const next = adds ? Math.min(MOST_OF_ONE, (before?.value ?? 0) + value) : Math.max(before?.value ?? 0, value);
    found.set(bucket, { value: next, token: before?.token ?? token });
  };
  let said = 0;
  let concrete = 0;
  let abstract = 0;
  for (let index = from; index < to; index += 1) {
    const token = tokens[index]!;
    const before = tokens[index - 1] ?? edge('^');
    const after = tokens[index + 1] ?? edge('$');
    const left = before.isLittle ? before.key : before.shape;
    const has = (name: string, value = 1) => put(name, value, index, false);
    const adds = (name: string, value: number) => put(name, value, index, true);
    for (const category of token.categories) {
      adds(`L ${category}`, 0.7);
      has(`pL ${left} ${category}`, 0.7);
      if (index < 2) has(`fL${index} ${category}`, 0.8);
      for (const next of after.categories) has(`LL ${category} ${next}`, 0.6);
    }
    has(`w ${token.key}`);
    if (!token.isLittle) said += 1;
    for (const { name, share } of token.senses) {
      adds(`s ${name}`, share * 0.6);
      if (share > 0.3) has(`ps ${left} ${name}`, share * 0.8);
      if (CONCRETE.test(name)) concrete += share;
      if (ABSTRACT.test(name)) abstract += share;
    }
    if (token.suffix !== '') adds(`x ${token.suffix}`, 0.5);
    has(`b ${before.key} ${token.key}`, 0.9);
    has(`sb ${before.shape} ${token.shape}`, 0.5);
    if (before.isLittle && after.isLittle && !token.isLittle) has(`t ${before.key} ${token.shape} ${after.key}`, 0.6);
    if (index < 2) {
      has(`f${index} ${token.key}`);
      has(`fs${index} ${token.shape}`, 0.6);
    }
    if (index === from && from > 0) {
      has(`cm ${token.shape}`);
      has(`cmk ${token.key}`);
      has(`cm2 ${token.shape} ${after.shape}`, 0.8);
    }
  }
  if (said > 0) {
    put('concrete', (2 * concrete) / said, -1, false);
    put('abstract', (2 * abstract) / said, -1, false);
    if (concrete === 0) put('nothing concrete', 1, -1, false);
  }
  return scaled(Array.from(found, ([bucket, { value, token }]) => ({ bucket, value, token })));
}

function scaled(features: readonly StyleFeature[]): readonly StyleFeature[] {
  const squares = features.reduce((sum, { value }) => sum + value * value, 0);
  const scale = LENGTH / Math.sqrt(squares + SHORT);
  return features.map((feature) => ({ ...feature, value: feature.value * scale }));
}

const edge = (key: string): Pick<StyleToken, 'key' | 'shape' | 'isLittle' | 'categories'> => ({
  key,
  shape: key,
  isLittle: true,
  categories: [],
});

/** FNV-1a with a final mix. Two names in one bucket share a weight; with many more buckets than names that matter this costs little. */
function bucketOf(name: string): number {
  let hash = 2_166_136_261;
  for (let index = 0; index < name.length; index += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 16_777_619);
  }
  hash = Math.imul(hash ^ (hash >>> 13), 0x5b_d1_e9_95);
  return ((hash ^ (hash >>> 15)) >>> 0) % STYLE_BUCKETS;
}
