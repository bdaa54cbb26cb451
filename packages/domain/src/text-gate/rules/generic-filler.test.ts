import { expect, test } from 'vitest';
import { frozenLake } from '../fixtures/gate-context.ts';
import { proveRule } from './rule.conformance.ts';
import { genericFiller } from './generic-filler.ts';

proveRule(genericFiller, {
  catches: [
    { caption: 'Skaters on the lake show that hard work and dedication always pay off.' },
    { given: { subject: 'Otter' }, caption: 'Otters are small predators that eat crabs.' },
    { caption: 'The lake is white in color and the trees are dark brown in colour.' },
    {
      altText: 'Swans are large water birds that feed on plants of the lake.',
      marks: 'are large water birds that',
    },
    { caption: 'Ripe grapes by the lake, destined to become world-class wine.', marks: 'destined to' },

    { caption: 'Two people share an intimate moment by the lake.' },
    { altText: 'Swans on the ice enjoying a quiet little moment together.' },
    { caption: 'A frozen lake captures the essence of winter near Amsterdam today.', marks: 'captures the essence' },
    { caption: 'The frozen lake exudes quiet calm on the edge of Amsterdam today.' },
    { altText: 'Frozen lake with bare trees in a peaceful winter, a magical atmosphere.' },
    { caption: 'The frozen lake, a testament to winter, lies still near Amsterdam.' },
    { altText: 'Frozen lake with bare trees creating a sense of calm along the shore.' },
    { altText: 'Stunning and serene frozen lake with bare trees along the far shore.' },
  ],
  passes: [
    { caption: 'Signs show that skaters may not go on the ice of the lake.' },
    { caption: 'A kingfisher beats a fish against a branch, stunning the fish.' },
    { altText: 'Man on a ladder striking reed with a bat.' },
    { caption: 'Forty litres of sap make one of syrup beside the lake.' },
    { caption: 'A flag that is white and blue hangs over the lake.' },
    { caption: 'The birds are swans that spend the winter on the lake.' },
    { caption: 'A photographer captures the frozen lake from a ladder near Amsterdam.' },
  ],
});

test('one word of praise is a warning, two block', () => {
  const severities = (caption: string) =>
    genericFiller.check({ caption, altText: '', keywords: [] }, frozenLake).map(({ severity }) => severity);
  expect(severities('A charming lake.')).toEqual(['warn']);
  expect(severities('A charming, picturesque lake.')).toEqual(['block', 'block']);
});
