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

/** What seldom stands around a place without a town, and means nothing in one. */
const urbanToo = words(
  'boulevard crossroads intersection sidewalk pavement motorway flyover metro commuter pedestrian crosswalk',
  'city crossroads',
  'city boulevard',
  'apartment building',
  'residential block',
  'parked car',
  'zebra crossing',
);
/** What a town has too, one at a time: sheep below a tower block. Several are another photo. */
const wildToo = words(
  'meadow wildflower moorland wildlife deer woodland pasture wilderness brook',
  'wild flower',
  'forest clearing',
  'forest pool',
  'mountain waterfall',
  'untouched wilderness',
  'untouched nature',
  'grazing sheep',
  'mountain stream',
  'forest stream',
  'forest trail',
  'pine forest',
);

/** What a category says that its photos show, by words of its key and name, and the world that it shuts out. */
const kinds: readonly {
  readonly of: RegExp;
  /** The same by words of the subject, where the category says neither. */
  readonly shows?: RegExp;
  readonly not: ReadonlySet<string>;
  readonly too: ReadonlySet<string>;
  readonly says: string;
}[] = [
  {
    of: /\b(?:nature|landscape|wildlife|bird|birds|animal|animals|flower|flowers|botanical|plants?)\b/u,
    not: urban,
    too: urbanToo,
    says: 'nature',
  },
  {
    of: /\b(?:city|cities|cityscape|urban|architecture|architectural|skyline|building|buildings|street)\b/u,
    shows:
      /\b(?:motorway|flyover|underpass|skyscrapers?|skyline|subway|metro|traffic|downtown|office (?:towers?|blocks?)|tower blocks?|parking lot|shopping (?:mall|street))\b/u,
    not: wild,
    too: wildToo,
    says: 'the city',
  },
  {
    of: /\b(?:aviation|aircraft|airport|planes?|trains?|cars?|automotive|railway)\b/u,
    not: wild,
    too: wildToo,
    says: 'machines',
  },
];

/** One word from the other world may stray in, however often it is said: a heron beside a tram. Two make another photo. */
const FEW = 1;
/** Of all words together, those that a place of the other kind has too. */
const FEW_OF_BOTH = 2;
/** Animals come into towns, and where they do their town is to be seen. */
const OF_ANIMALS = /\b(?:wildlife|birds?|animals?)\b/u;

export const taxonomyContradiction: GateRule = {
  id: 'taxonomy-contradiction',
  check(text, context) {
    const category = `${foldName(context.folderKey)} ${foldName(context.folderDisplayName)}`;
    const byCategory = kinds.filter(({ of }) => of.test(category));
    // A category such as "aerial" says nothing of it; a subject such as "Motorway Junction" may.
    const matching =
      byCategory.length > 0 ? byCategory : kinds.filter(({ shows }) => shows?.test(foldName(context.subject)) === true);
    const [kind] = matching;
    // A category of both worlds shuts out neither.
    if (kind === undefined || matching.some(({ not }) => not !== kind.not)) return [];
    const isInTown = context.places(foldName(context.location.split(',')[0] ?? ''))?.kind === 'town';
    if (isInTown && OF_ANIMALS.test(category)) return [];
    const strays = new Set<string>();
    const others = new Set<string>();
    const isTown = kind.not === urban && isInTown;
    const list = isTown ? kind.not : new Set([...kind.not, ...kind.too]);
    const findings = everywhere(text, { rule: 'taxonomy-contradiction', severity: 'block' }, (part) =>
      unsupportedWords(part, list, context).map(({ name, text: found, start, end }) => {
        const isSure =
          kind.not.has(name) || kind.not.has(name.replace(/e?s$/u, '')) || kind.not.has(name.replace(/s$/u, ''));
        (isSure ? strays : others).add(stemOf(foldName(found)));
        return {
          span: { start, end },
          reason: `"${found}" does not go with a set about ${kind.says} ("${context.folderDisplayName}")`,
        };
      }),
    );
    return strays.size > FEW || strays.size + others.size > FEW_OF_BOTH ? findings : [];
  },
};

function words(single: string, ...phrases: readonly string[]): ReadonlySet<string> {
  return new Set([...single.split(' '), ...phrases]);
}
