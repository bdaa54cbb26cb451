import { proveRule } from './rule.conformance.ts';
import { shouting } from './shouting.ts';

proveRule(shouting, {
  catches: [{ caption: 'THE FROZEN LAKE NEAR AMSTERDAM', marks: 'THE FROZEN LAKE NEAR AMSTERDAM' }],
  passes: [
    { caption: 'The KLM and BMW stands beside the NATO hall.' },
    { caption: 'VINCENT VAN GOGH MUSEUM', given: { subject: 'VINCENT VAN GOGH MUSEUM' } },
  ],
});
