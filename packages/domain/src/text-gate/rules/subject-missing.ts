import { contentWords } from '../content-words.ts';
import { whole, type GateRule } from '../define-rule.ts';
import type { Finding, GateText } from '../finding.ts';
import { foldName, stemOf, wordsOf } from '../word.ts';

/** Words of a subject that name a kind of photo or of moment, not what is in it. */
const topics = new Set(
  'photography photo photos scene scenes view views collection series shoot session day trip visit walk various misc'
    .split(' ')
    .map(stemOf),
);

/** The operator said what the photos show; a text in which nothing of that is left may be about another photo. */
export const subjectMissing: GateRule = {
  id: 'subject-missing',
  check(text, { subject, location, house }) {
    const place = new Set(contentWords(location).map(stemOf));
    const stems = contentWords(subject)
      .map(stemOf)
      .filter((stem) => !topics.has(stem));
    const wanted = stems.filter((stem) => !place.has(stem));
    // Baths in Bath: what shares its word with the place is named where it is written as a thing.
    const things = new Set(stems.filter((stem) => place.has(stem)));
    if (wanted.length === 0) return [];
    const named = new Set([...wanted, ...synonymsOf(wanted, house.synonyms)]);
    const says = (part: string) =>
      contentWords(part).some((word) => isNamed(word, named)) ||
      wordsOf(part).some(({ text: word, folded }) => word === folded && things.has(stemOf(folded)));
    const { caption, altText, keywords } = text;
    if (caption.trim() === '' || says(caption)) return [];
    const finding = (field: keyof GateText, severity: Finding['severity']): Finding => ({
      rule: 'subject-missing',
      field,
      severity,
      span: whole(text[field]),
      reason: `nothing of the subject "${subject}" is named`,
    });
    // One of the two sentences may call it by another name. When both do, the keywords tell whether they mean it.
    if (says(altText)) return [];
    if (says(keywords.join(' ')) && bearsOut(text, (word) => isNamed(word, named) || place.has(stemOf(word))))
      return [];
    if (says(keywords.join(' '))) return [finding('caption', 'warn'), finding('altText', 'warn')];
    return [finding('caption', 'block'), finding('altText', 'block'), finding('keywords', 'block')];
  },
};

/** Whether keywords that name neither subject nor place are found in the sentences, so that both speak of one photo. */
const LEAST_SHARED = 2;
function bearsOut({ caption, altText, keywords }: GateText, isGiven: (word: string) => boolean): boolean {
  const said = new Set(contentWords(`${caption} ${altText}`).map(stemOf));
  const others = new Set(
    keywords
      .flatMap(contentWords)
      .filter((word) => !isGiven(word))
      .map(stemOf),
  );
  return [...others].filter((stem) => said.has(stem)).length >= LEAST_SHARED;
}

function isNamed(word: string, named: ReadonlySet<string>): boolean {
  const stem = stemOf(word);
  if (named.has(stem)) return true;
  if ([...named].some((wanted) => wanted.length === 3 && word.length > 5 && word.endsWith(wanted))) return true;
  // Compounds and forms of one root: snow and snowy, farm and farmhouse, mill and windmill.
  return [...named].some(
    (wanted) =>
      wanted.length >= 4 &&
      stem.length >= 4 &&
      (word.includes(wanted) ||
        wanted.endsWith(stem) ||
        wanted.startsWith(stem) ||
        (stem.length >= 5 && wanted.includes(stem))),
  );
}

function synonymsOf(wanted: readonly string[], synonyms: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(synonyms)
    .map((pair) => pair.map((word) => stemOf(foldName(word))))
    .filter((pair) => pair.some((stem) => wanted.includes(stem)))
    .flat();
}
