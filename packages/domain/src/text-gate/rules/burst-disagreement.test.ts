import { proveRule } from './rule.conformance.ts';
import { burstDisagreement } from './burst-disagreement.ts';

const mates = (...captions: readonly string[]) => ({
  burstMates: captions.map((caption) => ({ caption, altText: '', keywords: [] })),
});

proveRule(burstDisagreement, {
  catches: [
    { given: mates('Two geese on ice.', 'Two geese.'), caption: 'Three geese stand on ice.', marks: 'Three geese' },
    { given: mates('A lake near Haarlem.', 'A lake by Haarlem.'), altText: 'A lake near Leiden.', marks: 'Leiden' },
  ],
  passes: [
    { given: mates('Photos, number 6 of 70 in its set.'), caption: 'Photos, number 5 of 70 in its set.' },
    { given: mates('Three geese.', 'Two geese.'), caption: 'Three geese stand on ice.' },
    { given: mates('A lake.', 'Some geese.'), caption: 'Three geese near Leiden.' },
    { given: mates('Two geese near Amsterdam.'), caption: 'Two geese and one dog.' },
  ],
});
