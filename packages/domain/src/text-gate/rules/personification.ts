import { proseRule, type Hit } from '../define-rule.ts';
import { properNamesIn } from '../proper-names.ts';
import { sensesOf } from '../style/word-senses.ts';
import { wordsOf, type Word } from '../word.ts';

/** What takes a mind, and what no photo of an animal shows either. */
const OF_A_MIND =
  /\b(?:dream(?:s|t|ed|ing)? (?:of|about)|long(?:s|ed|ing) (?:for|to)|yearn(?:s|ed|ing)?|regret(?:s|ted|ting)?|mourn(?:s|ed|ing)?|reminisc\p{L}+|remember(?:s|ed|ing)?|forgiv(?:es|ing)|apologi[sz]\p{L}+|boast(?:s|ed|ing)?|confess(?:es|ed|ing)?|env(?:ies|ied|ying)|pin(?:es|ed|ing) for|wonder(?:s|ed|ing)? (?:if|whether|why)|hop(?:es|ed|ing) (?:for|that|to)|wish(?:es|ed|ing) (?:for|that|it)|bid(?:s|ding)? farewell|in (?:anger|despair|sorrow|fury)|(?:is|are|feels?|looks?) (?:sad|lonely|proud|jealous|ashamed|grateful|nostalgic|heartbroken|homesick|offended)|like (?:an )?old friends?)\b/giu;
/** What an animal does and a thing does not. */
const OF_A_BODY =
  /\b(?:whisper(?:s|ed|ing)?|kiss(?:es|ed|ing)?(?! gate)|smil(?:es|ed|ing)|greet(?:s|ed|ing)?|welcom(?:es|ed|ing)|sleep(?:s|ing)? (?:under|beneath|below|in its|in the|through|peacefully|soundly)|slumber(?:s|ed|ing)?|doz(?:es|ed|ing)|yawn(?:s|ed|ing)?|sigh(?:s|ed|ing)?|blush(?:es|ed|ing)?|hold(?:s|ing)? (?:its|their) breath|stand(?:s|ing)? (?:guard|vigil|sentinel)|keep(?:s|ing)? (?:watch|vigil)|embrac(?:es|ed|ing)|hug(?:s|ged|ging)|caress(?:es|ed|ing)?|weep(?:s|ing)? (?:for|over|into)|groans? in|fight(?:s|ing)? (?:its|their) way|patiently|proudly)\b/giu;
/** Images of people do what people do, and a signature or a name stands for one. */
const imagesOfPeople =
  /\b(?:statues?|sculptures?|figures?|figureheads?|masks?|portraits?|murals?|dolls?|puppets?|busts?|gargoyles?|angels?|saints?|scarecrows?|snowm[ae]n|robots?|mannequins?|posters?|paintings?|buddhas?|sphinx|skeletons?|hands?|fingers?|faces?|arms?|who|whose|he|she|her|his|him|people|everyone|somebody|someone|crew|crowd|team|couple|pair|others)\b/iu;

/**
 * A thing that does what takes a mind or a body: a lake that dreams, trees that whisper. Certain only where the sentence has nobody in it who could; an animal
 * may sleep or greet, and regrets nothing that can be seen.
 */
export const personification = proseRule({
  id: 'personification',
  severity: 'block',
  check(text, { subject, folderKey, settings }): readonly Hit[] {
    if (settings.language !== 'en') return [];
    const typed = subject.toLowerCase();
    const isOwn = ({ 0: found }: RegExpExecArray) => typed.includes(found.toLowerCase());
    const minds = [...text.matchAll(OF_A_MIND)].filter((match) => !isOwn(match));
    const bodies = [...text.matchAll(OF_A_BODY)].filter((match) => !isOwn(match));
    if (minds.length + bodies.length === 0 || imagesOfPeople.test(`${text} ${subject}`)) return [];
    const said = [...minds, ...bodies];
    // Not the doing itself: to stand guard makes nobody a guard.
    const isDoing = ({ start, end }: Word) =>
      said.some(({ 0: found, index }) => start < index + found.length && end > index);
    const inText = wordsOf(text).filter((word) => !isDoing(word));
    const words = [...inText, ...wordsOf(subject)];
    // Who does it stands before it: a dune that smiles at walkers is no walker.
    const firstAt = Math.min(...said.map(({ index }) => index));
    const doers = [...inText.filter(({ start }) => start < firstAt), ...wordsOf(subject)];
    if (doers.some((word) => isOf(word, 'noun.person')) || hasName(text, subject)) return [];
    const hasAnimal =
      OF_ANIMALS.test(folderKey) || words.some((word) => isOf(word, 'noun.animal') || verbsToo.has(word.folded));
    return [...minds, ...(hasAnimal ? [] : bodies)].map(({ 0: found, index: start }) => ({
      span: { start, end: start + found.length },
      reason: `"${found}": what has no mind cannot do that, and of an animal nobody can see it`,
    }));
  },
});

const OF_ANIMALS = /wildlife|birds?|animals?|pets?|zoo|insects?/iu;
/** Animals whose names are mostly something else. */
const verbsToo = new Set(
  'bear bears seal seals swallow swallows crane cranes duck ducks fly flies ray rays kid kids buck bucks ram rams'.split(
    ' ',
  ),
);

/** Mainly: a word of several senses may be somebody, and then nothing is certain. */
const SOMEWHAT = 0.25;
const isOf = ({ folded }: Word, sense: string) =>
  sensesOf(folded).senses.some(({ name, share }) => name === sense && share >= SOMEWHAT);

/** A name that opens the sentence may be somebody's. */
function hasName(text: string, subject: string): boolean {
  const typed = subject.toLowerCase();
  return properNamesIn(text).some(({ words: [first], startsSentence }) => {
    if (first === undefined || !startsSentence) return false;
    return sensesOf(first.folded).senses.length === 0 && !typed.includes(first.folded);
  });
}
