import { proveRule } from './rule.conformance.ts';
import { placeNotAllowed } from './place-not-allowed.ts';

proveRule(placeNotAllowed, {
  catches: [
    { caption: 'Thin ice on a lake near Rotterdam in winter.', marks: 'Rotterdam' },
    { caption: 'The Rotterdam skyline behind a frozen lake.', marks: 'Rotterdam' },
    { altText: 'Carnival drummers in Rio de Janeiro at night.', marks: 'Rio de Janeiro' },
    { altText: 'A frozen lake in Bath, bare trees behind.', marks: 'Bath' },
    { caption: 'Ice in Rotterdam, Japan, and Amsterdam.' },
    { caption: 'Paris lies under fog behind a frozen lake.', marks: 'Paris' },
    { keywords: ['lake', 'paris', 'ice'], becomes: ['lake', 'ice'] },
    { caption: 'A frozen lake in the province of Friesland.', marks: 'Friesland' },
  ],
  passes: [
    { caption: 'Bath time for two dogs in Amsterdam in the Netherlands.' },
    { caption: 'A frozen lake in Gouda.', given: { allowedPlaceNames: ['Gouda'] } },
    { caption: 'A frozen lake in the Netherlands.', given: { location: 'Gouda' }, keywords: ['lake'] },
    { keywords: ['bath', 'lake', 'Netherlands'] },
    { caption: 'In May, ice is gone from the lake by Roman times.' },
  ],
});
