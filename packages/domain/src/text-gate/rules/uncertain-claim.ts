import { hitsOf, proseRule } from '../define-rule.ts';

const GUESS =
  /\b(?:(?:what )?(?:appears?|seems?|appeared|seemed) to be\b|(?:what )?looks like (?:an?|the|it)\b|possibly|perhaps|probably|presumably|maybe|apparently|supposedly|seemingly|(?:might|may|could) (?:be|have been|well be)\b|most likely|(?:is|are|very|quite)? ?likely(?= (?:taken|shot|photographed|captured|an?|the|in|from|located|part|near|at)\b)|some (?:kind|sort|type) of\b|suggest(?:s|ing) (?:that|an?|the)\b|it is unclear|unidentified|unknown (?:location|place|person|object))/giu;

/** A caption states; what is only guessed does not belong in it. */
export const uncertainClaim = proseRule({
  id: 'uncertain-claim',
  severity: 'block',
  check: (text) => hitsOf(text, GUESS, (found) => `"${found.trim()}" guesses; say what is certain or leave it out`),
});
