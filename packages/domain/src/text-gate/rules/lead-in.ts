import { proseRule, withoutBeginning, type Hit } from '../define-rule.ts';
import { wordCount } from '../word.ts';

const MEDIUM = '(?:image|photo(?:graph)?|picture|shot|scene|snapshot|frame|photography)';
const SHOWS =
  '(?:shows?|depicts?|features?|captures?|displays?|illustrates?|presents?|portrays?|showcases?|contains?|includes?|is showing|reveals?|offers?|highlights?)';
const ADJECTIVES = '(?:[\\p{L}-]+ ){0,3}?';

/** What may be cut off: behind it stands a text by itself. */
const openings: readonly RegExp[] = [
  new RegExp(`^(?:this|the|our|my) ${ADJECTIVES}${MEDIUM} ${SHOWS}(?: us)?(?: to us)? `, 'iu'),
  new RegExp(
    `^in (?:this|the) ${ADJECTIVES}${MEDIUM},? (?:we (?:can )?see |there (?:is|are) |you can see |one can see )?`,
    'iu',
  ),
  new RegExp(`^(?:this|it) is an? ${ADJECTIVES}${MEDIUM} (?:of|showing|with|featuring) `, 'iu'),
  new RegExp(
    `^(?:shown|seen|pictured|depicted|featured|visible) (?:here|in (?:this|the) ${MEDIUM})(?: is| are|,|:) ?`,
    'iu',
  ),
  /^here (?:is|are|we (?:have|see)|you (?:can )?see)\b:? /iu,
  /^here['’]s (?:a (?:view|look|detailed|description) (?:of |at )?)?/iu,
  /^(?:we|you|one|viewers?) (?:can |may )?(?:see|observe|notice|look at) /iu,
];

/** "The image shows …": the sentence begins behind it. */
export const leadIn = proseRule({
  id: 'lead-in',
  severity: 'block',
  check(text): readonly Hit[] {
    const opening = openings.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
    if (opening === undefined) return [];
    const reason = `"${opening.trim()}" says that this is a photo; begin with what is in it`;
    const standsAlone = wordCount(text.slice(opening.length)) >= 3;
    return [
      standsAlone
        ? { ...withoutBeginning(text, opening.length), reason }
        : { span: { start: 0, end: opening.length }, reason },
    ];
  },
});
