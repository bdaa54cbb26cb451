import { proseRule, withoutBeginning } from '../define-rule.ts';

const PREFIX =
  /^(?:an? |the |this |some )?(?:[\p{L}-]+ ){0,4}?(?:images?|photo(?:graph)?s?|pictures?|snapshots?|screenshots?|icon|graphic|photography|selfie|illustration|rendering)(?: (?:view|shot|taken|captured|made))?(?:\s*[:–—]\s*| (?:of|showing|shows|depicting|depicts|featuring|features|with|that (?:shows|depicts|captures|features)|which (?:shows|depicts)|capturing|captures|from|by|where|in which|displaying|portraying|presenting|illustrating|about) )/iu;

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
