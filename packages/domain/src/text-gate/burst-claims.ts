import { allowedNames } from './allowed-names.ts';
import type { GateText } from './finding.ts';
import type { GateContext } from './gate-context.ts';
import { nameText, properNamesIn } from './proper-names.ts';
import { stemOf, wordsOf } from './word.ts';

/** Something that frames of one burst must agree on: how many of a thing there are, and what is named. */
export type Claim = {
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

export function claimsOf(text: string, context: GateContext): readonly Claim[] {
  return [...countsIn(text), ...namesIn(text, context)];
}

export function burstClaims({ caption, altText }: GateText, context: GateContext): readonly Claim[] {
  return [...claimsOf(caption, context), ...claimsOf(altText, context)];
}

/** "Three grey geese": the number, and the first words behind it as what is counted. */
function countsIn(text: string): readonly Claim[] {
  const words = wordsOf(text);
  return words.flatMap((word, index) => {
    const value = numbers.get(word.folded) ?? (/^\d{1,2}$/u.test(word.folded) ? word.folded : undefined);
    const counted = words.slice(index + 1, index + 4).filter(({ folded }) => folded !== 'of');
    const noun = counted.find(({ folded }) =>
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
