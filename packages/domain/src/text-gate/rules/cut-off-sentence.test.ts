import { proveRule } from './rule.conformance.ts';
import { cutOffSentence } from './cut-off-sentence.ts';

proveRule(cutOffSentence, {
  catches: [
    { caption: 'Skaters on a frozen lake pass bene', marks: 'bene' },

    { caption: 'Lake. Ice. White. Cold. Trees around it and a grey sky above.' },

    { caption: 'A skater crosses the frozen lake with a', marks: 'a' },
    { altText: 'A person in a teal' },
    { altText: 'A child under a striped' },
    { altText: 'Cracks run from one side to the other' },
    { caption: 'Two swans on the ice, looking for…' },
    { caption: 'A man pulls his daughter over the ice (both of them laugh' },
    { caption: 'A dog on the ice, holding' },
    { caption: 'A row of dark mirrors, showing' },
    { caption: 'Lake, thin ice, winter, two swans in white, bare trees, morning.' },
  ],
  passes: [
    { caption: 'The lake is closed. Nobody skates. Two swans sleep.' },

    { altText: 'Row of cars under snow, only their mirrors showing.' },
    { caption: 'Bread, cheese, olives, figs, wine and a knife lie on a table by the lake.' },
    { altText: 'Grey sea, wet sand, two dogs, a red ball.' },
    { caption: 'The ice is strong enough to walk on.' },
    { caption: 'A spider with eyes that catch the light.' },
    { caption: 'A street that nobody lives in.' },
    { altText: 'Two camels, a man in a white robe in between.' },
    { caption: 'The boat is painted in a pale red (and blue)' },
  ],
});
