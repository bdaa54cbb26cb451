import { proveRule } from './rule.conformance.ts';
import { taxonomyContradiction } from './taxonomy-contradiction.ts';

proveRule(taxonomyContradiction, {
  catches: [
    {
      given: { folderKey: 'aerial', folderDisplayName: 'Aerial', subject: 'Motorway Junction' },
      caption: 'The motorway junction is a forest clearing with wild flowers and a brook.',
      marks: 'forest clearing',
    },
    { caption: 'Skyscrapers and heavy traffic around the lake.', marks: 'Skyscrapers' },
    {
      given: { folderKey: 'architecture', folderDisplayName: 'Architecture Photography' },
      caption: 'An office in the wilderness.',
      altText: 'Lake with zebras.',
    },
  ],
  passes: [
    {
      given: { folderKey: 'aerial', folderDisplayName: 'Aerial', subject: 'Motorway Junction' },
      caption: 'The motorway junction beside a brook and a meadow.',
    },
    { caption: 'A heron beside a tram at the frozen lake.' },
    { given: { subject: 'Skyline and Traffic' }, caption: 'The skyline behind traffic.' },
    {
      given: { folderKey: 'travel', folderDisplayName: 'Travel' },
      caption: 'A tram in traffic below the skyline, zebras and lions.',
    },
    {
      given: { folderKey: 'x', folderDisplayName: 'Urban Wildlife' },
      caption: 'A bear and a wolf in traffic below the skyline.',
    },
  ],
});
