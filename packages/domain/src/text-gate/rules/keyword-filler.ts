import { keywordAt, keywordRule } from '../define-rule.ts';
import { functionWords } from '../function-words.ts';
import { foldName } from '../word.ts';

/** Of the medium, of taste and of stock agencies: true of any photo, so nobody finds this one by them. */
const fillers = new Set(
  (
    'photo photos photograph photographs photography photographer image images imagery picture pictures pic pics shot shots snapshot stock wallpaper background backdrop hd 4k uhd jpeg jpg raw ' +
    'beautiful beauty stunning amazing gorgeous pretty nice lovely wonderful awesome breathtaking picturesque scenic scenery scene view views vibrant serene serenity tranquil tranquility peaceful iconic cool great best good aesthetic ' +
    'nobody noone none various misc other general thing things stuff object objects concept composition subject camera lens outdoors outdoor indoor indoors copyspace template keyword keywords tag tags no person'
  ).split(' '),
);
const phrases =
  /^(?:stock (?:image|photo|photography|picture)s?|no people|copy space|high (?:quality|resolution)|close up (?:photo|shot|view)|(?:beautiful|stunning|amazing) [\p{L}]+|[\p{L}]+ (?:photo|image|picture|wallpaper|background))$/u;
const little: ReadonlySet<string> = functionWords.en;

export const keywordFiller = keywordRule({
  id: 'keyword-filler',
  severity: 'block',
  check(keywords, { subject }) {
    const typed = new Set(foldName(subject).split(' '));
    return keywords.flatMap((keyword, index) => {
      const folded = foldName(keyword);
      if (typed.has(folded) || !(fillers.has(folded) || little.has(folded) || phrases.test(folded))) return [];
      return [
        {
          span: keywordAt(index),
          reason: `"${keyword}" is true of any photo; nobody finds this one by it`,
          repair: { replacement: null },
        },
      ];
    });
  },
});
