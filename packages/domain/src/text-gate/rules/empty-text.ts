import { whole, type GateRule } from '../define-rule.ts';
import type { Finding, GateField } from '../finding.ts';

const names: Readonly<Record<GateField, string>> = {
  caption: 'caption',
  altText: 'alt text',
  keywords: 'list of keywords',
};

/** Nothing to read in it: dashes and dots count as nothing. */
export const emptyText: GateRule = {
  id: 'empty-text',
  check: (text) =>
    (Object.keys(names) as GateField[]).flatMap((field): readonly Finding[] => {
      const value = text[field];
      const words = typeof value === 'string' ? value : value.join(' ');
      if (/[\p{L}\p{N}]/u.test(words)) return [];
      return [
        { rule: 'empty-text', field, severity: 'block', span: whole(value), reason: `the ${names[field]} is empty` },
      ];
    }),
};
