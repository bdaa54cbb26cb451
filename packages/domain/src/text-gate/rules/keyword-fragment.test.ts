import { proveRule } from './rule.conformance.ts';
import { keywordFragment } from './keyword-fragment.ts';

proveRule(keywordFragment, {
  catches: [
    { keywords: ['lake', 'on the edge of', 'ice'], becomes: ['lake', 'ice'], marks: 'on the edge of' },
    {
      keywords: ['lake', 'trees along the far shore', 'covered with', 'A skater crosses the lake.'],
      becomes: ['lake'],
    },
    { keywords: ['lake', 'people are skating on it'], becomes: ['lake'] },
  ],
  passes: [
    { keywords: ['before sunrise', 'after dark'] },
    {
      keywords: [
        'black and white',
        'bird of prey',
        'Bosnia and Herzegovina',
        'The Hague',
        'hot air balloon',
        'close-up',
        'St. Pancras',
      ],
    },
    { given: { subject: 'In the Heat of the Night' }, keywords: ['in the heat of the night'] },
  ],
});
