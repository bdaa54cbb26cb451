import type { GateRule } from '../define-rule.ts';
import { everywhere } from '../everywhere.ts';
import { unsupportedWords } from '../supported-words.ts';
import { foldName, stemOf } from '../word.ts';

const urban = words(
  'skyscraper skyline downtown traffic tram subway taxi asphalt billboard high-rise highrise metropolis cityscape',
  'office tower',
  'neon sign',
  'traffic light',
  'rush hour',
  'apartment block',
  'tower block',
  'shopping mall',
  'shopping street',
  'busy street',
  'crowded street',
  'office building',
  'office block',
  'city centre',
  'city center',
  'high rise',
  'bus stop',
  'parking lot',
  'city street',
);
const wild = words(
  'wilderness rainforest jungle savanna savannah tundra antelope zebra lion elephant giraffe gazelle wolf bear moose swamp prairie',
  'alpine meadow',
  'dense forest',
  'coral reef',
  'wild animal',
);

/** What a category says that its photos show, by words of its key and name, and the world that it shuts out. */
const kinds = [
  {
    of: /\b(?:nature|landscape|wildlife|bird|birds|animal|animals|flower|flowers|botanical|plants?)\b/u,
    not: urban,
    says: 'nature',
  },
  {
    of: /\b(?:city|cities|cityscape|urban|architecture|architectural|skyline|building|buildings|street)\b/u,
    not: wild,
    says: 'the city',
  },
  { of: /\b(?:aviation|aircraft|airport|planes?|trains?|cars?|automotive|railway)\b/u, not: wild, says: 'machines' },
] as const;

/** One word from the other world may stray in, however often it is said: a heron beside a tram. Two make another photo. */
const FEW = 1;

export const taxonomyContradiction: GateRule = {
  id: 'taxonomy-contradiction',
  check(text, context) {
    const category = `${foldName(context.folderKey)} ${foldName(context.folderDisplayName)}`;
    const matching = kinds.filter(({ of }) => of.test(category));
    const [kind] = matching;
    // A category of both worlds shuts out neither.
    if (kind === undefined || matching.some(({ not }) => not !== kind.not)) return [];
    const strays = new Set<string>();
    const findings = everywhere(text, { rule: 'taxonomy-contradiction', severity: 'block' }, (part) =>
      unsupportedWords(part, kind.not, context).map(({ text: found, start, end }) => {
        strays.add(stemOf(foldName(found)));
        return {
          span: { start, end },
          reason: `"${found}" does not go with a set about ${kind.says} ("${context.folderDisplayName}")`,
        };
      }),
    );
    return strays.size <= FEW ? [] : findings;
  },
};

function words(single: string, ...phrases: readonly string[]): ReadonlySet<string> {
  return new Set([...single.split(' '), ...phrases]);
}
