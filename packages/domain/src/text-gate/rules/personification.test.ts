import { personification } from './personification.ts';
import { proveRule } from './rule.conformance.ts';

proveRule(personification, {
  catches: [
    { caption: 'The frozen lake smiles at two walkers on the shore.', marks: 'smiles' },
    { altText: 'Bare trees stand guard around a frozen lake.', marks: 'stand guard' },

    { caption: 'The frozen lake dreams of the coming spring.', marks: 'dreams of' },
    { altText: 'Bare trees whisper above the ice.', marks: 'whisper' },
    { given: { subject: 'Polar Bear' }, caption: 'A polar bear longs for the ice.', marks: 'longs for' },
  ],
  passes: [
    { given: { subject: 'Skating Rink Kiss' }, caption: 'Skating Rink Kiss beside the frozen lake.' },
    { caption: 'Two walkers smile beside the lake.' },
    { caption: 'A girl whispers to her sister beside the lake.' },
    { given: { subject: 'Polar Bear' }, caption: 'A polar bear dozes beside the lake.' },
    { caption: 'A statue smiles above the lake.' },
    { caption: 'Brooms live in the left half of the confessional beside the lake.' },
    { caption: 'Maeve smiles at the lake.' },
  ],
});
