import { allowedNames } from './allowed-names.ts';
import type { GateContext } from './gate-context.ts';
import { nameText, properNamesIn } from './proper-names.ts';
import { stemOf, wordsOf } from './word.ts';

/** Something that frames of one burst must agree on: how many of a thing there are, and what is named. */
type Claim = {
  readonly kind: 'count' | 'name';
  readonly about: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
};

const numbers = new Map(
  Object.entries({
    one: 1,
    single: 1,
    lone: 1,
    two: 2,
    pair: 2,
    couple: 2,
    three: 3,
    trio: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
  }).map(([word, value]) => [word, String(value)]),
);

/** A number behind one of these says which, not how many: every frame has its own. */
const ordinalBefore = new Set(['number', 'no', 'nr', 'photo', 'picture', 'image', 'frame', 'shot']);
/** Words that end like a plural and count nothing. */
const endsInS = new Set([
  'its',
  'his',
  'is',
  'was',
  'has',
  'as',
  'this',
  'us',
  'yes',
  'always',
  'perhaps',
  'towards',
  'across',
]);

/** A claim with how many of the other frames speak of the same thing, and how many of those say the same of it. */
type DisputedClaim = Claim & { readonly speaking: number; readonly agreeing: number };

/** What this text claims and other frames speak of as well. */
export function disputedClaims(text: string, context: GateContext): readonly DisputedClaim[] {
  const others = context.burstMates.map(({ caption, altText }) => [
    ...claimsOf(caption, context),
    ...claimsOf(altText, context),
  ]);
  if (others.length === 0) return [];
  return claimsOf(text, context).flatMap((claim) => {
    const same = ({ kind, about }: Claim) => kind === claim.kind && about === claim.about;
    const speaking = others.filter((claims) => claims.some(same));
    const agreeing = speaking.filter((claims) => claims.some((one) => same(one) && one.value === claim.value));
    return speaking.length === 0 ? [] : [{ ...claim, speaking: speaking.length, agreeing: agreeing.length }];
  });
}

/** Share of the other frames that agree, over all claims that they speak of; undefined where there are none. */
export function burstAgreement(text: string, context: GateContext): number | undefined {
  const claims = disputedClaims(text, context);
  if (claims.length === 0) return undefined;
  return claims.reduce((sum, { speaking, agreeing }) => sum + agreeing / speaking, 0) / claims.length;
}

function claimsOf(text: string, context: GateContext): readonly Claim[] {
  return [...countsIn(text), ...namesIn(text, context)];
}

/** "Three grey geese": the number, and the first words behind it as what is counted. */
function countsIn(text: string): readonly Claim[] {
  const words = wordsOf(text);
  return words.flatMap((word, index) => {
    if (ordinalBefore.has(words[index - 1]?.folded ?? '')) return [];
    const value = numbers.get(word.folded) ?? (/^\d{1,2}$/u.test(word.folded) ? word.folded : undefined);
    const counted = words.slice(index + 1, index + 4).filter(({ folded }) => folded !== 'of');
    const noun = counted.find(
      ({ folded }) =>
        !endsInS.has(folded) &&
        /[^s]s$|^(?:geese|men|women|children|people|sheep|deer|fish|mice|oxen|feet|teeth)$/u.test(folded),
    );
    if (value === undefined || noun === undefined) return [];
    return [{ kind: 'count' as const, about: stemOf(noun.folded), value, start: word.start, end: noun.end }];
  });
}

/** Names that were not given; whatever kind they are of, frames of a burst have the same ones. */
function namesIn(text: string, context: GateContext): readonly Claim[] {
  const allowed = allowedNames(context);
  return properNamesIn(text).flatMap(({ words, startsSentence }) => {
    const name = nameText(words);
    const [first] = words;
    const last = words.at(-1);
    if (first === undefined || last === undefined || allowed.has(name) || (startsSentence && words.length === 1))
      return [];
    return [{ kind: 'name' as const, about: 'name', value: name, start: first.start, end: last.end }];
  });
}
