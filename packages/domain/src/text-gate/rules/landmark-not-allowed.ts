import { allowedNames } from '../allowed-names.ts';
import { proseRule, type Hit } from '../define-rule.ts';
import { famousLandmarks } from '../famous-landmarks.ts';
import { nameText, properNamesIn } from '../proper-names.ts';
import type { Word } from '../word.ts';

/** Things that have names of their own, in the languages of the places that photos are taken in. */
const behind = new Set(
  'tower towers bridge castle cathedral church basilica abbey temple shrine mosque palace square plaza park museum gallery station airport stadium street avenue road boulevard island islands lake river falls waterfall bay beach valley canyon gorge glacier mountain mountains peak range volcano desert forest pier gate wall fort fortress market hall opera theatre theater library university monument memorial statue harbour harbor lighthouse dam tunnel creek hill hills point cape sea ocean strait channel national reserve'.split(
    ' ',
  ),
);
const infront = new Set(
  'mount mt lake river cape fort ponte pont puente piazza plaza place palazzo castello chateau schloss basilica cathedral church saint santa san castel monte mont isola isla ile torre tour villa rue via avenida calle praca val'.split(
    ' ',
  ),
);

/** A landmark by name that nothing given supports: models name the wrong bridge with full confidence, another one for each frame. */
export const landmarkNotAllowed = proseRule({
  id: 'landmark-not-allowed',
  severity: 'block',
  check(text, context): readonly Hit[] {
    const allowed = allowedNames(context);
    return properNamesIn(text).flatMap(({ words: capitalised, startsSentence }) => {
      const words = isOfSomething(capitalised, startsSentence) ? capitalised.slice(2) : capitalised;
      const name = nameText(words);
      const parts = name.split(' ');
      const isFamous = famousIn(parts);
      if (parts.length < 2 && !isFamous) return [];
      const isLandmark =
        isFamous ||
        behind.has(parts.at(-1) ?? '') ||
        parts
          .slice(0, -1)
          .some((part, index) => infront.has(part) && (index > 0 || !startsSentence || parts.length > 1));
      // The kind itself may be said of anything; its proper name may not.
      const named = parts.filter((part) => !behind.has(part) && !infront.has(part) && part.length > 2);
      const proper = named.length === 0 && isFamous ? parts : named;
      if (!isLandmark || proper.every((part) => allowed.has(part))) return [];
      const [first] = words;
      const last = words.at(-1);
      if (first === undefined || last === undefined) return [];
      return [
        {
          span: { start: first.start, end: last.end },
          reason: `"${text.slice(first.start, last.end)}" names a landmark that nothing given for this photo supports`,
        },
      ];
    });
  },
});

/** "Residents of Cape Town": the first word has its capital from the sentence, and the name begins behind the little one. */
function isOfSomething([first, second]: readonly Word[], startsSentence: boolean): boolean {
  if (!startsSentence || first === undefined || second === undefined || /^\p{Lu}/u.test(second.text)) return false;
  return !behind.has(first.folded) && !infront.has(first.folded) && !famousIn([first.folded]);
}

/** Whether one, two or three words next to each other are a name that everybody knows. One alone may be somebody's: Nelson Prado. */
function famousIn(parts: readonly string[]): boolean {
  const isFamous = (from: number, length: number) =>
    from + length <= parts.length && famousLandmarks.has(parts.slice(from, from + length).join(' '));
  const others = (at: number) => parts.filter((part, index) => index !== at && !behind.has(part) && !infront.has(part));
  return parts.some(
    (_, from) => (isFamous(from, 1) && others(from).length === 0) || [2, 3].some((length) => isFamous(from, length)),
  );
}
