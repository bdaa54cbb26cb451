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
