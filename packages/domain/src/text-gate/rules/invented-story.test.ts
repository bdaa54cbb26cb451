import { inventedStory } from './invented-story.ts';
import { proveRule } from './rule.conformance.ts';

proveRule(inventedStory, {
  catches: [
    { caption: 'Children skated here yesterday on the frozen lake.', marks: 'yesterday' },
    { altText: 'A skater waits for her sister.', marks: 'her sister' },
    { caption: 'The lake is quiet because its ducks have left.', marks: 'because its' },
  ],
  passes: [
    { caption: 'The lake that froze last night.', given: { isDrafted: () => false } },
    { caption: 'Two sisters skate on the frozen lake.' },
  ],
});
