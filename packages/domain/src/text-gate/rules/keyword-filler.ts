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
/** Tags of social media, kinds of photography, moods that end in what makes nouns of adjectives. */
const madeUp =
  /^(?:insta\p{L}*|\p{L}*(?:photography|photo|photos|gram|pics|lovers?|oftheday|capture[sd]?|vibes?|shots?)|\p{L}+ (?:photography|photographer|lovers?|vibes?|mood|feeling|atmosphere|ambian?ce|capture|shot|concept|aesthetic|aesthetics|scenery|shoot|stock|resolution|quality)|(?!wilder|har|busi|fit|ill|wit)\p{L}+ness|(?:dslr|hdr|bokeh|iso|exposure|aperture|shutter|lens|megapixel|dof)(?: .*)?|depth of field|rule of thirds|natural light(?:ing)?|soft focus|color grading|(?:high|ultra|full)[ -]?(?:res|definition|hd|detail(?:ed)?).*|(?:solitude|relaxation|harmony|joy|happy|happiness|inspiration|wonder|majestic|enchanting|charm|elegance|mood|atmosphere|nostalgia|freedom|emotion|moment|lifestyle|travel|trip|vacation|explore|adventure|wanderlust|nobody|visible|daytime|no one|viral|trending|unknown|unspecified|unidentified))$/u;
const little: ReadonlySet<string> = functionWords.en;

export const keywordFiller = keywordRule({
  id: 'keyword-filler',
  severity: 'block',
  check(keywords, { subject }) {
    const typed = new Set(foldName(subject).split(' '));
    return keywords.flatMap((keyword, index) => {
      const folded = foldName(keyword);
      if (
        typed.has(folded) ||
        !(fillers.has(folded) || little.has(folded) || phrases.test(folded) || madeUp.test(folded))
      )
        return [];
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
