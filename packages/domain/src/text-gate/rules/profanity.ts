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
        .filter(({ start, end }) => !typed.includes(foldName(part.slice(start, end))))
        .map(({ start, end }) => ({ span: { start, end }, reason: `"${part.slice(start, end)}" is a coarse word` })),
    );
  },
};
