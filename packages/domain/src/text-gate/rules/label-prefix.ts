import { proseRule, withoutBeginning } from '../define-rule.ts';

const LABEL =
  /^[\s*_#"'“({[]*(?:(?:[\p{L}-]+ ){0,2}?(?:caption|alt(?:ernative)?[ _-]?text|alt|description|title|headline|answer|output|response|keywords?|tags?|option|version|variant|draft|suggestion|result|reply|summary|final text|assistant|text|model|ai|thinking|reasoning|thoughts?|analysis|notes?|context|subject|location|prompt|user|system|human|json|details|content|scene|setting|mood|tone|style|english|place|category|main|highlights?)(?: (?:\d{1,2}|[A-D]|one|two|three))?(?: \(\p{L}[^)]*\))?\s*[*_"'”)]*\s*(?:[:=]|\s[-–—])|\(?\d{1,2}[.)](?=\s\p{L}))[\s*_"'“]*/iu;

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
