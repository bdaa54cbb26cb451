import { proveRule } from './rule.conformance.ts';
import { mediumPrefix } from './medium-prefix.ts';

proveRule(mediumPrefix, {
  catches: [
    { altText: 'Image of a frozen lake', becomes: 'A frozen lake' },
    { altText: 'A close-up photograph of cracked ice', becomes: 'Cracked ice' },
    { altText: 'A photo of an image of a lake', becomes: 'A lake' },
    { caption: 'An image showing bare trees', becomes: 'Bare trees' },
  ],
  passes: [
    { altText: 'Mirror image in still water of a frozen lake with bare trees.' },
    { altText: 'Woman holding a picture frame on a frozen lake, bare trees behind her.' },
  ],
});
