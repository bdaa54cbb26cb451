import { type GateRule, hitsOf, type Hit } from '../define-rule.ts';
import type { Finding, GateField } from '../finding.ts';

const PLACEHOLDER =
  /\{\{?[^{}]*\}?\}|\$\{[^}]*\}|\[[\p{L}][^\]]{2,}\]|<(?!br|p>|\/)[a-z][a-z _-]*>|%[a-z_]+%|\b(?:lorem ipsum|your (?:caption|text|description|alt text|keywords?) (?:goes |comes |is )?here|insert (?:caption|text|subject|location|description) ?(?:here)?|placeholder|undefined|null|NaN|TODO|TBD|N\/A|xxx+)\b|\b(?:nature|city|wildlife|travel|photo|image) (?:subject|location|category|place)\b|\b\d+ ?(?:-|–|to) ?\d+ words\b|\b(?:insert|add|enter|write|put|fill in) (?:an? |the |your )?(?:\p{L}+ )?(?:caption|text|subject|location|description|keywords?|name|place) ?(?:here|of)?\b|\b(?:one|two|a single|short|concise) (?:sentences?|captions?|phrases?) (?:describing|that (?:describes?|names?)|about|of \d)|\b(?:subject|location) (?:name|here|placeholder)\b|\bsubject (?:documented|photographed|captured|recorded|pictured)\b|\bpart of (?:an?|the|this) (?:ongoing|larger|wider|broader) (?:\p{L}+ )?(?:series|collection|set)\b/giu;
const NUMBERED = /^(?:keyword|tag|term|item|word|string|value)s?[ _-]?\d+$/iu;

/** What a template or a program left in the text: places to fill in, words for nothing. */
export const templatePhrase: GateRule = {
  id: 'template-phrase',
  check: ({ caption, altText, keywords }) => [
    ...inField('caption', placeholdersOf(caption)),
    ...inField('altText', placeholdersOf(altText)),
    ...keywords.flatMap((keyword, index) =>
      NUMBERED.test(keyword.trim()) || placeholdersOf(keyword).length > 0
        ? inField('keywords', [
            {
              span: { start: index, end: index + 1 },
              reason: `"${keyword}" is a place to fill in, not a keyword`,
              repair: { replacement: null },
            },
          ])
        : [],
    ),
  ],
};

const placeholdersOf = (text: string) =>
  hitsOf(text, PLACEHOLDER, (found) => `"${found}" was left by a template; nobody filled it in`);

const inField = (field: GateField, hits: readonly Hit[]): readonly Finding[] =>
  hits.map((hit) => ({ rule: 'template-phrase', field, severity: 'block', ...hit }));
