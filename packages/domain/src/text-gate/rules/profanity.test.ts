import { proveRule } from './rule.conformance.ts';
import { profanity } from './profanity.ts';

const given = {
  profanity: (text: string) => Array.from(text.matchAll(/damn/giu), ({ index }) => ({ start: index, end: index + 4 })),
};

proveRule(profanity, {
  catches: [
    { given, caption: 'A damn cold lake.', marks: 'damn' },
    { given, keywords: ['lake', 'damn'], becomes: ['lake'] },
  ],
  passes: [
    { given, caption: 'A cold lake.' },
    { given: { ...given, subject: 'Damn Lake' }, caption: 'The damn lake.' },
  ],
});
