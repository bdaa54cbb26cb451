import { hitsOf, proseRule } from '../define-rule.ts';

/** A person may say so of what others believe, or compare; a model means that it does not know. */
const SOFT_GUESS =
  /\b(?:(?:is|are|was|were) (?:believed|thought|assumed|presumed|considered) to (?:be|have|date)|resembl(?:es|ing) an?|hint(?:s|ing) (?:that|at)|gives? the impression|as (?:if|though) it (?:is|were|was)|or similar)\b/giu;
const GUESS =
  /\b(?:(?:what )?(?:appears?|seems?|appeared|seemed|looks?) to (?:be|have|show|depict|represent|contain)\b|(?:what|which|that|it|this|and) looks like (?:an?|the|it|some)\b(?! [^.]* (?:is|are) (?:the|an?|in fact|really|only|actually|its|her|his))|(?:appears?|seems?) (?:like|as if|as though)\b|possibly|perhaps|probably|presumably|maybe|apparently|supposedly|seemingly|conceivably|evidently|potentially|arguably|ostensibly|(?:might|may|could) (?:also |well |indeed |even )?(?:be|have been|represent|show|indicate)\b(?! (?:seen|heard|climbed|visited|used|worn|sold|taken|crossed|reached|found))|(?<!\b(?:as|more|less|not) )likely\b(?! to)|some (?:kind|sort|type|form) of\b|(?:suggest|indicat|imply|impli)(?:s|es|ing)? (?:that|an?|the|it)\b|(?:it is |it['’]s |is |remains |was )?(?:unclear|not clear|uncertain|unsure|not (?:entirely |quite |fully )?(?:sure|certain))\b|(?:hard|difficult|impossible) to (?:tell|say|make out|determine|identify|know|discern)|can ?(?:not|['’]t) be (?:determined|identified|confirmed|made out)|judging (?:by|from)|unidentified|unidentifiable|unspecified|unknown (?:location|place|person|object|man|woman|species|bird)|either an? \p{L}+ or an?\b|or something (?:similar|like)|or (?:perhaps|maybe|possibly|similar)\b|assum(?:ing|ed|ably)|i guess|no idea)/giu;

/** A caption states; what is only guessed does not belong in it. */
export const uncertainClaim = proseRule({
  id: 'uncertain-claim',
  severity: 'block',
  check: (text) => [
    ...hitsOf(text, GUESS, inWords),
    ...hitsOf(text, SOFT_GUESS, inWords).map((hit) => ({ ...hit, severity: 'warn' }) as const),
  ],
});

const inWords = (found: string) => `"${found.trim()}" guesses; say what is certain or leave it out`;
