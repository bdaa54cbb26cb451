import { proseRule, withoutBeginning } from '../define-rule.ts';

const PREFIX =
  /^(?:an? |the |this )?(?:[\p{L}-]+ ){0,3}?(?:images?|photo(?:graph)?s?|pictures?|snapshots?|screenshots?|icon|graphic)(?: (?:view|shot))? (?:of|showing|depicting|featuring|with|that shows|capturing) /iu;

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
