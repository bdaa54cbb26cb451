import { whole, type GateRule } from '../define-rule.ts';
import type { Finding, GateField } from '../finding.ts';
import { foldName } from '../word.ts';

const names: Readonly<Record<GateField, string>> = {
  caption: 'caption',
  altText: 'alt text',
  keywords: 'list of keywords',
};

const NOTHING = new Set(
  'no none not null nil undefined unknown empty blank nothing n a na nan available applicable description caption captions alt alternative text keyword keywords tags image photo picture provided given untitled string content here needed required for this the is was found yet todo tbd pending true false placeholder missing error failed'.split(
    ' ',
  ),
);

/** Nothing to read in it: dashes, dots and words for nothing count as nothing. */
export const emptyText: GateRule = {
  id: 'empty-text',
  check: (text) =>
    (Object.keys(names) as GateField[]).flatMap((field): readonly Finding[] => {
      const value = text[field];
      const words = typeof value === 'string' ? value : value.join(' ');
      if (/[\p{L}\p{N}]/u.test(words) && !isNothing(value)) return [];
      return [
        { rule: 'empty-text', field, severity: 'block', span: whole(value), reason: `the ${names[field]} is empty` },
      ];
    }),
};

function isNothing(value: string | readonly string[]): boolean {
  const parts = typeof value === 'string' ? [value] : value;
  return parts.every((part) =>
    foldName(part)
      .split(' ')
      .every((word) => NOTHING.has(word)),
  );
}
