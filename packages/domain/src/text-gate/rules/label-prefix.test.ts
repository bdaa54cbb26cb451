import { proveRule } from './rule.conformance.ts';
import { labelPrefix } from './label-prefix.ts';

proveRule(labelPrefix, {
  catches: [
    { caption: 'Caption: thin ice covers a lake.', becomes: 'Thin ice covers a lake.' },
    { altText: '**Alt text** - Pale ice.', becomes: 'Pale ice.' },
    { altText: 'alt_text= Pale ice.', becomes: 'Pale ice.' },
    { caption: 'Caption: Description: Thin ice.', becomes: 'Thin ice.' },
  ],
  passes: [{ caption: 'Title fight on a frozen lake near Amsterdam: two boys wrestle.' }],
});
