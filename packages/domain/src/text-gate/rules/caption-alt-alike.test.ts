import { proveRule } from './rule.conformance.ts';
import { captionAltAlike } from './caption-alt-alike.ts';

proveRule(captionAltAlike, {
  catches: [
    { caption: 'Two swans rest on the frozen lake.', altText: 'Two swans resting on a frozen lake.' },
    {
      caption: 'Bare trees stand around the frozen lake.',
      altText: 'Around the frozen lake, bare trees are standing tall.',
    },
  ],
  passes: [
    { caption: 'Ice', altText: 'Ice' },
    { caption: 'Two swans rest on the frozen lake.', altText: 'Pair of white birds with their heads tucked in.' },
  ],
});
