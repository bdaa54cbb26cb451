import { proseRule, withoutBeginning } from '../define-rule.ts';

const PREFIX =
  /^(?:an? |the |this |some )?(?:[\p{L}-]+ ){0,4}?(?:(?:images?|photo(?:graph)?s?|pictures?|snapshots?|screenshots?|icon|graphic|photography|selfie|illustration|rendering|(?:[\p{L}-]+-)?(?:angle|range|exposure|level|up|aerial|drone|overhead|macro|wide|long|candid|action|night|close|low|high|medium|landscape|portrait|camera)[- ]shots?)(?: (?:view|shot|taken|captured|made))?(?:\s*[:–—]\s*| (?:of|showing|shows|depicting|depicts|featuring|features|with|that (?:shows|depicts|captures|features)|which (?:shows|depicts)|capturing|captures|displaying|portraying|presenting|illustrating) )|(?:image|photo(?:graph)?|picture|snapshot) (?:(?:taken|shot|captured|made) (?:from|by|at|in|on|during|with)|from|where|in which) )/iu;

/** "Image of …": a screen reader has said "image" already (W3C alt text tips). */
export const mediumPrefix = proseRule({
  id: 'medium-prefix',
  severity: 'block',
  check(text) {
    const prefix = PREFIX.exec(text)?.[0];
    if (prefix === undefined) return [];
    return [
      {
        ...withoutBeginning(text, prefix.length),
        reason: `"${prefix.trim()}" is said by the screen reader or plain to see; begin with what is in the photo`,
      },
    ];
  },
});
