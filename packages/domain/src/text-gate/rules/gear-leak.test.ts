import { proveRule } from './rule.conformance.ts';
import { gearLeak } from './gear-leak.ts';

proveRule(gearLeak, {
  catches: [
    { caption: 'The photographer waited near the frozen lake.', marks: 'The photographer' },
    { altText: 'Frozen lake from a low angle.', marks: 'from a low angle' },
    { altText: 'Ice caught by the camera.', marks: 'caught by the camera' },

    { given: { gear: ['Canon', 'Canon EOS R5'] }, caption: 'A lake by Canon EOS R5.' },
    { given: { gear: ['NIKON CORPORATION', 'NIKON Z 8'] }, altText: 'Nikon Z8 view of a lake.' },
    { given: { gear: ['RF24-70mm F2.8 L IS USM'] }, caption: 'A lake at 24-70mm.' },
    { caption: 'A lake at f/8, ISO 100 and 1/250 sec.', marks: 'f/8' },
    { altText: 'DSLR view of a lake with shallow depth of field.' },
    { keywords: ['lake', 'canon'], given: { gear: ['Canon'] }, becomes: ['lake'] },
    { caption: 'A lake, taken with a phone camera.' },
  ],
  passes: [
    { caption: 'A photographer kneels beside the frozen lake in the low-angle light of the sun.' },

    { caption: 'A cannon of thick steel on the shore of the lake.' },
    { altText: 'A skater in a red coat looks straight at the camera, a frozen lake behind her.' },
    { caption: 'A photographer sets up his tripod.', given: { subject: 'Photographer with Tripod' } },
    { caption: 'Tourists with cameras on a lake; the road is 1/2 flooded.' },
  ],
});
