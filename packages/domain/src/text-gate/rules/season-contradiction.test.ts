import { proveRule } from './rule.conformance.ts';
import { seasonContradiction } from './season-contradiction.ts';

const at = (month: string, latitude: number) => ({ captureLocalTime: `2025-${month}-12T12:00:00`, latitude });
const noSeason = { keywords: ['lake'] };

proveRule(seasonContradiction, {
  catches: [
    { ...noSeason, given: at('07', 52), caption: 'A lake in winter.', marks: 'winter' },
    { ...noSeason, given: at('01', 52), caption: 'A lake in summer.' },
    { ...noSeason, given: at('01', -34), altText: 'A lake in winter.' },
    { ...noSeason, given: at('04', 52), altText: 'A lake in autumn.' },
    { ...noSeason, given: at('12', 52), caption: 'A warm spring day.' },
    { ...noSeason, given: at('01', 52), keywords: ['lake', 'summer'], becomes: ['lake'] },
  ],
  passes: [
    { given: at('01', 52), caption: 'A lake in winter.' },
    { ...noSeason, given: at('03', 52), caption: 'The last of winter, the first spring day.' },
    { ...noSeason, given: at('09', 52), caption: 'Late summer, early autumn.' },
    { ...noSeason, given: at('01', 10), caption: 'A lake in summer.' },
    { ...noSeason, given: at('01', 52), caption: 'A hot spring and a summerhouse.' },
  ],
});
