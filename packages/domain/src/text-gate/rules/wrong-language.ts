import { proseRule, whole, type GateRule, type Hit } from '../define-rule.ts';
import type { Finding, GateText } from '../finding.ts';
import { functionWords, type KnownLanguage } from '../function-words.ts';
import type { GateContext } from '../gate-context.ts';
import { sensesOf } from '../style/word-senses.ts';
import { wordsOf, type Word } from '../word.ts';

/** Below this many words a text may do without little words: a title, a list. */
const FEWEST_WORDS = 6;

const ID = 'wrong-language';
/** So many keywords that no sentence of the text has and English does not know, and half of all, are another language. */
const FEWEST_STRANGE = 3;

/** Little words of another language in a text that is not of it as a whole. */
const FEWEST_MIXED = 3;

/** In sentences by their little words; in keywords by words that nobody here knows. */
export const wrongLanguage: GateRule = {
  id: ID,
  check: (text, context) => [...inProse.check(text, context), ...inKeywords(text, context)],
};

/** Names of places, and of dishes, tools and animals that the sentences use, are words of any language. */
function inKeywords({ caption, altText, keywords }: GateText, context: GateContext): readonly Finding[] {
  const { settings, subject, location, allowedPlaceNames, house } = context;
  if (settings.language !== 'en') return [];
  const said = new Set(
    wordsOf([caption, altText, subject, location, ...allowedPlaceNames, ...house.terms].join(' ')).map(
      ({ folded }) => folded,
    ),
  );
  const isStrange = ({ text, folded }: Word) =>
    /^\p{Ll}/u.test(text) && !said.has(folded) && sensesOf(folded).senses.length === 0 && !functionWords.en.has(folded);
  const strange = keywords.filter((keyword) => wordsOf(keyword).some(isStrange));
  if (strange.length < FEWEST_STRANGE || strange.length * 2 < keywords.length) return [];
  const reason = `the keywords are not in English: nobody looks for "${strange.slice(0, 3).join('", "')}"`;
  return [{ rule: ID, field: 'keywords', severity: 'block', span: whole(keywords), reason }];
}

/** Told by the little words: in a text of the right language more of them are its own than any other's. */
const inProse = proseRule({
  id: ID,
  severity: 'block',
  check(text, context) {
    const own = context.settings.language.slice(0, 2);
    if (!isKnown(own)) return [];
    const words = wordsOf(text)
      .filter(({ text: word }) => /\p{Script=Latin}/u.test(word))
      .map(({ folded }) => folded);
    if (words.length < FEWEST_WORDS) return [];
    const share = (language: KnownLanguage) => words.filter((word) => functionWords[language].has(word)).length;
    const mine = share(own);
    const [best] = (Object.keys(functionWords) as KnownLanguage[])
      .filter((language) => language !== own)
      .map((language) => ({ language, count: share(language) }))
      .toSorted((a, b) => b.count - a.count);
    const isForeign = best !== undefined && best.count >= 2 && best.count > mine;
    // No little word of the language at all: whatever it is, it is not that. A row of nouns has commas, and few accents.
    const accented = text.match(/\p{L}*[\u00DF-\u024F]\p{L}*/gu)?.length ?? 0;
    const isStrange = mine === 0 && words.length >= 8 && (accented >= 2 || !text.includes(','));
    if (!isForeign && !isStrange) return mixed(text, own, context);
    const instead = isForeign ? `it reads like ${nameOf(best.language)}` : 'no word of it shows that it is';
    return [{ span: whole(text), reason: `the text is not in ${nameOf(own)}: ${instead}` }];
  },
});

/** A piece in another language: so many of its little words that are none here, nor part of a name that was given. */
function mixed(
  text: string,
  own: KnownLanguage,
  { subject, location, allowedPlaceNames }: GateContext,
): readonly Hit[] {
  const given = new Set(wordsOf([subject, location, ...allowedPlaceNames].join(' ')).map(({ folded }) => folded));
  const little = wordsOf(text).filter(
    ({ text: word, folded }) =>
      /^\p{Ll}/u.test(word) &&
      !functionWords[own].has(folded) &&
      !given.has(folded) &&
      sensesOf(folded).senses.length === 0,
  );
  for (const language of Object.keys(functionWords) as KnownLanguage[]) {
    if (language === own) continue;
    const theirs = little.filter(({ folded }) => functionWords[language].has(folded));
    const [first] = theirs;
    const last = theirs.at(-1);
    if (first === undefined || last === undefined || theirs.length < FEWEST_MIXED) continue;
    return [
      { span: { start: first.start, end: last.end }, reason: `a piece of the text reads like ${nameOf(language)}` },
    ];
  }
  return [];
}

const isKnown = (language: string): language is KnownLanguage => Object.hasOwn(functionWords, language);

const names: Readonly<Record<KnownLanguage, string>> = {
  en: 'English',
  de: 'German',
  nl: 'Dutch',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  sv: 'Swedish',
  da: 'Danish',
  pl: 'Polish',
  tr: 'Turkish',
  id: 'Indonesian',
};
const nameOf = (language: KnownLanguage) => names[language];
