import { proveRule } from './rule.conformance.ts';
import { markup } from './markup.ts';

proveRule(markup, {
  catches: [
    { keywords: ['["lake"', 'ice', '"shore"]'], becomes: ['lake', 'ice', 'shore'] },
    { caption: '# Ice on **the lake**', becomes: 'Ice on the lake' },
    { altText: 'Ice <br> on the lake', becomes: 'Ice on the lake' },
    { altText: 'Ice on the lake ❄️🌲', becomes: 'Ice on the lake' },
    { caption: '"Ice on the lake."', becomes: 'Ice on the lake.' },
    { caption: '```json\nIce```', becomes: 'Ice' },
    { altText: '{"alt": "Ice"}' },
    { caption: 'Ice #winter on the lake', marks: '#winter' },
    { caption: 'Ice, see www.example.com now' },
    { altText: '*Ice*', becomes: 'Ice' },
  ],
  passes: [
    { keywords: ['lake', "crow's nest", 'J/24', 'ice (thin)'] },
    { caption: 'Locomotive #42 leaves with a sign that says "Last train" and 5 > 4.' },
    { caption: 'Boats of the J/24 class, snake_case on a shirt.' },
  ],
});
