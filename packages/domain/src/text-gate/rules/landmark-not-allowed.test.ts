import { proveRule } from './rule.conformance.ts';
import { landmarkNotAllowed } from './landmark-not-allowed.ts';

proveRule(landmarkNotAllowed, {
  catches: [
    { caption: 'The Ponte Albert crosses the ice.', marks: 'Ponte Albert' },
    { altText: 'A frozen lake below Mount Rainier.', marks: 'Mount Rainier' },
    { caption: 'Barges under the Elisabeth Bridge in winter.', marks: 'Elisabeth Bridge' },
    { caption: 'Statues in the Prado.', marks: 'Prado' },
    { caption: 'Edinburgh Castle on a dark rock.', marks: 'Edinburgh Castle' },
  ],
  passes: [
    { caption: 'A frozen lake below Mount Fuji.', given: { allowedPlaceNames: ['Fuji'] } },
    { caption: 'The Frozen Lake bridge in Amsterdam.' },
    { caption: 'Lake and bridge in Amsterdam.' },
    { caption: 'Residents of Cape Town queue.', given: { allowedPlaceNames: ['Cape Town'] } },
    { caption: 'The skater Nelson Prado ties his laces.' },
  ],
});
