import { proveRule } from './rule.conformance.ts';
import { folderLeak } from './folder-leak.ts';

proveRule(folderLeak, {
  catches: [
    { caption: 'A frozen lake in Amsterdam, filed under nature.', marks: 'filed under nature' },

    { caption: 'Nature Landscape Photography of a frozen lake.' },
    { altText: 'Frozen lake, wildlife photography.', marks: 'wildlife photography' },
    { keywords: ['lake', 'macro photography'], becomes: ['lake'] },
    { given: { folderDisplayName: 'Old Trains' }, caption: 'Old trains: a steam engine.' },
  ],
  passes: [
    { caption: 'Nature takes the landscape back around the lake.' },
    { given: { subject: 'Street Photography Workshop' }, caption: 'A street photography workshop.' },
  ],
});
