import { proseRule, withoutBeginning } from '../define-rule.ts';

const LABEL =
  /^[\s*_#"'“]*(?:(?:image|photo|picture|suggested|short|final|generated) )?(?:caption|alt(?:ernative)?[ _-]?text|alt|description|title|headline|answer|output|response|keywords?|tags?)\s*[*_"'”]*\s*(?:[:=]|\s[-–—])[\s*_"'“]*/iu;

/** `Caption: …`: the name of the field in front of the text. */
export const labelPrefix = proseRule({
  id: 'label-prefix',
  severity: 'block',
  check(text) {
    const label = LABEL.exec(text)?.[0];
    if (label === undefined) return [];
    return [
      {
        ...withoutBeginning(text, label.length),
        reason: `"${label.trim()}" names the field, it is not part of the text`,
      },
    ];
  },
});
