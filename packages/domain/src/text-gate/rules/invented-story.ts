import { hitsOf, proseRule } from '../define-rule.ts';

/** Other times, kin, reasons and feelings: what happened before and after, who is whose, and why. */
const patterns: readonly RegExp[] = [
  /\b(?:yesterday|tomorrow|last (?:night|week|month|year|summer|winter|spring|autumn)|(?:minutes|hours|days|weeks|months|years|decades|moments) (?:ago|earlier|later|before)|moments (?:after|before)|once upon a time|long ago)\b/giu,
  /\b(?:nobody|no one|never|never again) (?:came|comes|returned|returns|knew|knows|remembered|remembers|forgot|forgets|spoke|told)\b|\b(?:came|come|comes) (?:back|home) (?:from|to|after)\b|\bleft (?:his|her|its|their) (?:laughter|footprints behind|memories|heart|past)\b/giu,
  /\b(?:his|her|their) (?:late |older |younger |elder |little |big |estranged |beloved )?(?:sister|brother|mother|father|wife|husband|grandmother|grandfather|aunt|uncle|cousin|fiancée?|girlfriend|boyfriend|parents|grandparents)\b/giu,
  /\bbecause (?:of )?(?:he|she|it|they|his|her|its|their|nobody|someone|somebody)\b/giu,
  /\b(?:argument|quarrel|divorce|breakup|heartbreak|betrayal|reunion|good news|bad news)\b/giu,
];

/** A story around what is to be seen. Whoever was there may know it; a draft made it up. */
export const inventedStory = proseRule({
  id: 'invented-story',
  severity: 'warn',
  check: (text, { isDrafted, settings }) =>
    settings.language === 'en'
      ? patterns
          .flatMap((pattern) => hitsOf(text, pattern, (found) => `"${found}" tells a story that the photo cannot show`))
          .filter(({ span }) => isDrafted(text.slice(span.start, span.end)))
      : [],
});
