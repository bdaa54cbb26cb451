/** Facts of geography by ISO 3166 country, the same for every catalogue. */

/** Countries and territories whose highest point is below about 550 m: nothing in them is a mountain. */
export const flatCountries: ReadonlySet<string> = new Set(
  'AG AI AW BB BH BM BS BY CC CX DK EE GG GM GW JE KI KW KY LT LV MC MH MT MV NL NR PW QA SG TC TK TV UY VA'.split(' '),
);

/** Countries without a coast on the ocean. */
export const landlockedCountries: ReadonlySet<string> = new Set(
  'AD AF AM AT AZ BF BI BO BT BW BY CF CH CZ ET HU KG KZ LA LI LS LU MD MK ML MN MW NE NP PY RS RW SK SM SS SZ TD TJ TM UG UZ VA XK ZM ZW'.split(
    ' ',
  ),
);

export const mountainWords: ReadonlySet<string> = new Set([
  ...'mountain mountainous mountainside mountaintop alpine alps summit glacier foothill ridge ridgeline crag massif canyon volcano'.split(
    ' ',
  ),
  'rocky peak',
  'snowy peak',
  'steep valley',
  'mountain range',
  'deep valley',
  'snow capped',
  'mountain peak',
]);

export const oceanWords: ReadonlySet<string> = new Set(
  'ocean seashore seafront seaside surf tide tidal seabed oceanfront seagrass'.split(' '),
);

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Landscapes that the climate of a country rules out, wherever in it. */
export const climates: readonly {
  readonly countries: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** What is hardly meant, and may be. */
  readonly doubtful?: ReadonlySet<string>;
  readonly why: string;
}[] = [
  {
    countries: set('AE BH DZ EG EH IQ IL JO KW LY MR NE OM PS QA SA SY TD TM TN UZ YE'),
    words: new Set([
      'rainforest',
      'rain forest',
      'jungle',
      'cloud forest',
      'tropical forest',
      'glacier',
      'tundra',
      'iceberg',
      'fjord',
    ]),
    why: 'is too dry and too warm for it',
  },
  {
    countries: set('AT BE CH CZ DE DK EE FI FO GL HU IS LI LT LU LV NL NO PL SE SJ SK'),
    words: new Set([
      'rainforest',
      'rain forest',
      'jungle',
      'savanna',
      'savannah',
      'mangrove',
      'coral reef',
      'rice terrace',
      'rice paddy',
      'cactus',
      'cacti',
      'sand desert',
      'desert dune',
      'coconut palm',
      'outback',
      'oasis',
    ]),
    why: 'is too far north for it',
  },
  {
    countries: set('BN BJ CI CU DJ DO FJ GH GM GY HT JM KH LK MV MU MY NG PH SC SG SN SR TG TH TL TT VC'),
    words: new Set([
      'glacier',
      'iceberg',
      'tundra',
      'fjord',
      'taiga',
      'ice sheet',
      'snowfield',
      'snow capped',
      'snowy peak',
      'snow covered',
    ]),
    why: 'is too warm for it',
  },
  {
    countries: set('NL'),
    words: new Set([
      'steep cliff',
      'sheer cliff',
      'rocky cliff',
      'towering cliff',
      'sea cliff',
      'rocky coast',
      'gorge',
      'fjord',
      'desert',
      'rocky coastline',
      'steep hill',
      'steep hillside',
      'steep mountainside',
    ]),
    // A bank of sand that martins nest in is called one as well, and Limburg has hills.
    doubtful: new Set(['cliff', 'hillside', 'hilltop']),
    why: 'has no such thing',
  },
];

/** Scenes that no one photo has: what a subject is of, and what cannot be around it. Either side may be the subject. */
export const worldsApart: readonly { readonly one: ReadonlySet<string>; readonly other: ReadonlySet<string> }[] = [
  {
    one: new Set([
      ...'rainforest jungle'.split(' '),
      'rain forest',
      'tropical forest',
      'tropical ocean',
      'tropical beach',
      'palm beach',
      'coconut palm',
    ]),
    other: new Set([
      ...'glacier iceberg tundra permafrost dune desert'.split(' '),
      'frozen lake',
      'frozen river',
      'frozen sea',
      'ice floe',
      'pack ice',
      'salt flat',
      'salt pan',
      'polar bear',
    ]),
  },
  {
    one: new Set([...'seabed seagrass'.split(' '), 'coral reef', 'kelp forest', 'sea anemone', 'underwater scene']),
    other: new Set([
      ...'meadow prairie boulevard skyscraper glacier'.split(' '),
      'rocky desert',
      'desert canyon',
      'sand desert',
      'mountain pass',
      'city street',
    ]),
  },
  {
    one: new Set([...'glacier iceberg tundra'.split(' '), 'frozen lake', 'pack ice', 'ice floe']),
    other: new Set([
      ...'oasis mangrove savanna savannah'.split(' '),
      'sand desert',
      'desert dune',
      'sand dune',
      'coral reef',
      'rice paddy',
      'banana plantation',
    ]),
  },
];
