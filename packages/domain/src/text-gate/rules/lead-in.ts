import { hitsOf, proseRule, withoutBeginning, type Hit } from '../define-rule.ts';
import { wordCount } from '../word.ts';

const MEDIUM = '(?:image|photo(?:graph)?|picture|shot|scene|snapshot|frame|photography)';
/** The picture itself; frames, scenes and shots may be things in it. */
const PICTURE = '(?:image|photo(?:graph)?|picture|snapshot)';
const SHOWS =
  '(?:shows?|depicts?|features?|captures?|displays?|illustrates?|presents?|portrays?|showcases?|contains?|includes?|is showing|reveals?|offers?|highlights?|documents?|exhibits?|focus(?:es)?|cent(?:er|re)s?|conveys?|provides?|brings?|gives?|invites?|transports?|zooms?|boasts?|emphasi[sz]es|records?|is (?:a |about |of |an |taken |dominated |filled |set )|was (?:taken|shot|captured|made) )';
const ADJECTIVES = '(?:[\\p{L}-]+ ){0,3}?';
const READER = '(?:we|you|one|(?:the )?(?:viewers?|observers?|onlookers?|audience|readers?))';
const SEES = '(?:sees?|observes?|notices?|looks? at|spots?|witness(?:es)?|makes? out|views?|admires?)';
const SHOWN =
  '(?:shown|seen|pictured|depicted|featured|visible|captured|photographed|displayed|presented|portrayed|showcased|illustrated|observed|on display)';
const PART_OF_PICTURE =
  '(?:subject|focus|focal point|cent(?:re|er)(?:piece)?|star|highlight|theme|foreground|background|content|topic|attention|point of interest|object|element)s?';

/** What may be cut off: behind it stands a text by itself. */
const openings: readonly RegExp[] = [
  new RegExp(`^(?:this|the|our|my) ${ADJECTIVES}${MEDIUM} ${SHOWS}(?: ?us)?(?: to us)?(?: (?:of|on|around))? ?`, 'iu'),
  new RegExp(
    `^(?:as (?:we )?(?:can be )?(?:seen?|shown|depicted|visible) )?(?:here )?(?:with)?in (?:this|the|our) ${ADJECTIVES}${MEDIUM},? (?:we (?:can )?see |there (?:is|are) |you can see |one can see )?`,
    'iu',
  ),
  new RegExp(
    `^(?:(?:this|it|here|there|that|what we have|what you see)(?: here)?(?: is| are)|this|it['’]s|there['’]s|that['’]s) (?:an? |the |just |simply )*${ADJECTIVES}(?:${MEDIUM}|close-up|view|portrait|depiction|representation|panorama) (?:of|showing|with|featuring|that|which|where|taken|depicting|from|in which) `,
    'iu',
  ),
  new RegExp(
    `^(?:\\p{L}+ly )?${SHOWN} (?:here|above|below|(?:with)?in (?:this|the|our) ${ADJECTIVES}${MEDIUM}|is|are)(?: is| are|,|:)? ?(?=\\S)`,
    'iu',
  ),
  new RegExp(
    `^(?:the|a|its|our) ${ADJECTIVES}${PART_OF_PICTURE} (?:of|in|here|for) (?:(?:this|the|our|your) ${ADJECTIVES}${MEDIUM} )?(?:is|are|shows?|lies on|falls on|features?) (?:on )?`,
    'iu',
  ),
  new RegExp(
    `^(?:the|our) (?:main|primary|central|key|principal|sole) ${PART_OF_PICTURE}(?: here)? (?:is|are|lies on) `,
    'iu',
  ),
  /^the (?:(?:main|central|primary) )?(?:focal point|focus|foreground|background|composition|perspective|vantage point|camera angle|lighting|scene|setting|viewer|viewpoint) (?:is|are|shows?|features?|contains?|includes?|consists?|draws?|highlights?) /iu,
  /^(?:seen |viewed |taken )?from (?:the|this|an?|our) (?:\p{L}+ )?(?:vantage point|viewpoint|perspective|point of view|angle),? /iu,
  /^looking at (?:this|the) (?:image|photo(?:graph)?|picture|scene)\b,? /iu,
  /^what (?:we|you|one) (?:(?:can|may|could) )?(?:have|see|find|get|notice|observe)(?: here)? (?:is|are) /iu,
  /^here (?:is|are|we (?:have|see|find)|you (?:can )?(?:see|find)|(?:stands?|lies?|sits?|comes?))\b:? /iu,
  /^here['’]s (?:a (?:view|look|detailed|description) (?:of |at )?)?/iu,
  new RegExp(`^${READER} (?:(?:can|may|could|might|will|also|clearly|get to) )*${SEES} `, 'iu'),
  /^(?:behold|introducing|presenting|welcome to|check out|imagine|picture this|(?:let us |let['’]s )?take an? (?:\p{L}+ )?look at|look at (?:this|these|the)|feast your eyes on|featuring|showing|depicting)(?:,|:)? /iu,
];

/** The text calls itself a picture further on, too. */
const inTheMiddle: readonly RegExp[] = [
  new RegExp(`\\bthis (?:[\\p{L}-]+ )?${PICTURE}\\b`, 'giu'),
  /\bthe image(?=[ ,.]|['’]s)(?! of (?:the )?(?:saint|virgin|god|buddha|christ))/giu,
  new RegExp(
    `\\b(?:left|right|side|cent(?:re|er)|middle|top|bottom|corner|edge|foreground|background|focus|subject|part|rest) of the (?:${PICTURE}|frame|shot|scene)\\b`,
    'giu',
  ),
  new RegExp(
    `\\bthe ${PICTURE} (?:is|was|seems|appears|has been) (?:\\p{L}+ly )?(?:taken|shot|captured|snapped|composed|framed)\\b`,
    'giu',
  ),
  new RegExp(
    `\\b(?:of|from|for|throughout|across) (?:the|this) (?:image|photo(?:graph)?|picture|camera|viewer|shot)\\b(?! (?:book|frame|shop|studio|gallery|booth|crew|team|bag|strap|lens))`,
    'giu',
  ),
  /\bis the (?:central|main|focal|primary|dominant|key) (?:element|subject|focus|point|feature|object)\b/giu,
  /\bwhile the (?:background|foreground) (?:shows?|features?|is|consists?|contains?)\b/giu,
  /\b(?:can|may|could) (?:also )?be (?:seen|observed|spotted|noticed|found) (?:in|throughout) (?:the|this) (?:background|foreground|frame|scene|distance|shot|photo|picture)\b/giu,
  /\b(?:the|any) (?:viewer|onlooker|beholder)(?:s|['’]s)?\b|\bviewer['’]s (?:eye|gaze|attention)\b/giu,
];

/** "The image shows …": the sentence begins behind it. */
export const leadIn = proseRule({
  id: 'lead-in',
  severity: 'block',
  check(text): readonly Hit[] {
    const opening = openings.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
    if (opening === undefined)
      return inTheMiddle.flatMap((pattern) =>
        hitsOf(text, pattern, (found) => `"${found}" says that this is a photo; tell what is in it`),
      );
    const reason = `"${opening.trim()}" says that this is a photo; begin with what is in it`;
    const standsAlone = wordCount(text.slice(opening.length)) >= 3;
    return [
      standsAlone
        ? { ...withoutBeginning(text, opening.length), reason }
        : { span: { start: 0, end: opening.length }, reason },
    ];
  },
});
