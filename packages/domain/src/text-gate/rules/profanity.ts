import type { GateRule } from '../define-rule.ts';
import { everywhere } from '../everywhere.ts';
import { foldName } from '../word.ts';

/** Coarse words. What the operator typed is the operator's. */
export const profanity: GateRule = {
  id: 'profanity',
  check(text, { profanity: find, subject, location }) {
    const typed = foldName(`${subject} ${location}`).split(' ');
    return everywhere(text, { rule: 'profanity', severity: 'block' }, (part) =>
      find(part)
        .filter((hit) => !typed.includes(foldName(wordAround(part, hit))))
        .map(({ start, end }) => ({ span: { start, end }, reason: `"${part.slice(start, end)}" is a coarse word` })),
    );
  },
};

/** The whole word that a hit stands in: Fukuoka is a city. */
function wordAround(part: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const before = /[\p{L}\p{M}]*$/u.exec(part.slice(0, start))?.[0] ?? '';
  const after = /^[\p{L}\p{M}]*/u.exec(part.slice(end))?.[0] ?? '';
  return before + part.slice(start, end) + after;
}
