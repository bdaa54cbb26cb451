import { proveRule } from './rule.conformance.ts';
import { templatePhrase } from './template-phrase.ts';

proveRule(templatePhrase, {
  catches: [
    { caption: 'A view of {subject} in Amsterdam.', marks: '{subject}' },
    { altText: 'Frozen lake with [describe foreground] and bare trees.' },
    { caption: 'Lorem ipsum on a frozen lake.' },
    { keywords: ['lake', 'keyword2', 'ice'], becomes: ['lake', 'ice'] },
  ],
  passes: [{ caption: 'An island (with one tree) lies in the middle of this frozen lake.' }],
});
