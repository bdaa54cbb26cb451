import { proveRule } from './rule.conformance.ts';
import { garbledText } from './garbled-text.ts';

proveRule(garbledText, {
  catches: [
    { caption: 'A cafÃ© by the lake.' },
    { altText: 'Ice \uFFFD\uFFFD and trees.' },
    { caption: 'A skatercrossesthefrozenlakenow.' },
    { caption: 'Bare trees qwrtpsdfg by the lake.', marks: 'qwrtpsdfg' },
    { altText: 'Ice x7f3kq9 and trees.' },
    { caption: 'Thin ice on th e froz en lak e near Amsterdam.', marks: 'e' },
    { altText: 'Trees asdfghjkl along the shore.' },
  ],
  passes: [
    { caption: 'A snowy owl on the tundra outside Utqiaġvik.' },
    { caption: 'The temple of Ġgantija beside a frozen lake.' },
    { caption: 'A Boeing 787-9 and an F-16 pass over the lake at 10:30 in 25th place.' },
    { caption: 'A slab 3 m long and 5 m wide on the ice, marked x.' },
    { caption: 'I see a Vitamin C advert at Platform B by the lake.' },
    { caption: 'Pane e olio e sale on a table.', given: { subject: 'Pane e olio' } },
    { caption: 'Property on Rhythm Street by the lake.' },
    { caption: 'Ice in Llanfairpwllgwyngyllgogerych.', given: { location: 'Llanfairpwllgwyngyllgogerych' } },
  ],
});
