import { proveRule } from './rule.conformance.ts';
import { unsupportedName } from './unsupported-name.ts';

proveRule(unsupportedName, {
  catches: [
    { caption: 'The potter Hassan Benali skates on the lake.', marks: 'Hassan Benali' },
    { altText: 'Skaters in front of a bus of Singapore Airlines.', marks: 'Singapore Airlines' },
    { caption: 'Maria Fernandez skates on the lake.', marks: 'Maria Fernandez' },
  ],
  passes: [
    { caption: 'The Milky Way above a frozen lake.' },
    { caption: 'Old men skate on Sunday in Rio de Janeiro.' },
    { caption: 'The potter Hassan Benali at work.', given: { subject: 'Hassan Benali' } },
    { caption: 'The potter Hassan Benali skates on the lake.', given: { isDrafted: () => false } },
  ],
});
