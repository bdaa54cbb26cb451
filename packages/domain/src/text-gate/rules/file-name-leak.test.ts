import { proveRule } from './rule.conformance.ts';
import { fileNameLeak } from './file-name-leak.ts';

proveRule(fileNameLeak, {
  catches: [
    { keywords: ['ice', 'incoming/2026/january'], becomes: ['ice'] },

    { caption: 'Frozen_Lake_Amsterdam: thin ice and bare trees.', marks: 'Frozen_Lake_Amsterdam' },

    { caption: 'Thin ice on a lake, IMG_4821.', marks: 'IMG_4821' },
    { altText: 'Ice, DSC 0042, on a lake.' },
    { altText: 'Ice on lake.jpeg near trees.' },
    {
      given: { fileNames: ['2025-01-12-frozenlake-v3.jpg'] },
      caption: 'Ice 2025-01-12-frozenlake-v3.',
      marks: '2025-01-12-frozenlake-v3',
    },
    {
      given: { fileNames: ['Frozen_Lake_Amsterdam_Nature_Canon_2025_003.JPG'] },
      caption: 'Frozen Lake Amsterdam Nature Canon 2025 003 in winter.',
    },
    { keywords: ['lake', 'img_4821'], becomes: ['lake'] },
  ],
  passes: [
    { caption: 'A frozen lake on 12/01/2025, half of it cleared.' },
    { given: { fileNames: ['frozen-lake.jpg', 'lake.jpg'] }, caption: 'A frozen lake in Amsterdam.' },
  ],
});
