import { keywordAt, type GateRule } from '../define-rule.ts';
import type { Finding } from '../finding.ts';
import { functionWords } from '../function-words.ts';
import { foldName, stemOf } from '../word.ts';

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
  /^(?:insta\p{L}*|\p{L}*(?:photography|photo|photos|gram|pics|lovers?|oftheday|capture[sd]?|vibes?|shots?)|\p{L}+ (?:photography|photographer|lovers?|vibes?|mood|feeling|atmosphere|ambian?ce|capture|shot|concept|aesthetic|aesthetics|scenery|shoot|stock|resolution|quality)|(?!wilder|har|busi|fit|ill|wit|lio|baro|gover|pythoness)\p{L}+ness|(?:dslr|hdr|bokeh|iso|exposure|aperture|shutter|lens|megapixel|dof)(?: .*)?|depth of field|rule of thirds|natural light(?:ing)?|soft focus|color grading|(?:high|ultra|full)[ -]?(?:res|definition|hd|detail(?:ed)?).*|(?:solitude|relaxation|harmony|joy|happy|happiness|inspiration|wonder|majestic|enchanting|charm|elegance|mood|atmosphere|nostalgia|freedom|emotion|moment|lifestyle|travel|trip|vacation|explore|adventure|wanderlust|nobody|visible|daytime|no one|viral|trending|unknown|unspecified|unidentified|photo of the (?:day|week|month)|leading lines|hidden (?:gem|treasure)s?|must see|bucket list|resilience|innocence|vulnerability|tenderness|patience|hope|dream(?:s|y)?|magic|magical))$/u;
const taste =
  /^(?:[\p{L}-]+ (?:beauty|significance|appeal|appealing|charm|feel|essence|importance|value|interest|effect|pleasing|experience|elements?|details?|vantage point|perspective|composition|framing)|(?:visually|highly|beautifully|extremely|very|naturally|culturally|historically|aesthetically|well) \p{L}+)$/u;
const little: ReadonlySet<string> = functionWords.en;

/** These are things as well, where the sentences speak of them: the lens of a lighthouse. */
const things = new Set(
  'photo photos photograph photographs photographer picture pictures camera lens wallpaper background subject object objects tag tags lifestyle travel explore moment harmony freedom joy exposure shutter can lens shot shots'.split(
    ' ',
  ),
);

export const keywordFiller: GateRule = {
  id: 'keyword-filler',
  check({ caption, altText, keywords }, { subject, location }) {
    const typed = ` ${foldName(`${subject} ${location}`)} `;
    const said = new Set(foldName(`${caption} ${altText}`).split(' ').map(stemOf));
    return keywords.flatMap((keyword, index): readonly Finding[] => {
      const folded = foldName(keyword);
      const isThing =
        things.has(folded) && (said.has(stemOf(folded)) || (/^shots?$/u.test(folded) && said.has('shoot')));
      if (typed.includes(` ${folded} `) || isThing || !isFiller(folded)) return [];
      return [
        {
          rule: 'keyword-filler',
          field: 'keywords',
          severity: 'block',
          span: keywordAt(index),
          reason: `"${keyword}" is true of any photo; nobody finds this one by it`,
          repair: { replacement: null },
        },
      ];
    });
  },
};

const isFiller = (folded: string) =>
  fillers.has(folded) || little.has(folded) || phrases.test(folded) || madeUp.test(folded) || taste.test(folded);
