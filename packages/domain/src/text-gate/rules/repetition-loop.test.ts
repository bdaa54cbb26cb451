import { proveRule } from './rule.conformance.ts';
import { repetitionLoop } from './repetition-loop.ts';

proveRule(repetitionLoop, {
  catches: [
    {
      altText: 'Long boat with a carved head and a carved head on a frozen lake.',
      marks: 'a carved head and a carved head',
    },
    { caption: 'Ice on the lake, ice on the lake, ice on the lake.' },
    { keywords: ['shore', 'ice lake', 'ice water', 'ice tree', 'ice sky', 'cold ice', 'ice reed', 'reeds'] },
    { altText: 'Frozen lake, frozen lake shore, frozen lake ice, frozen lake trees.' },
    { altText: 'Dancing couple dancing a dance, the dancers in red.' },
    { caption: 'Drummers beat drums beside other drummers.' },
  ],
  passes: [
    { altText: 'Boat after boat, side by side, and row after row of masts behind the ice.' },
    { caption: 'Brick houses beside brick warehouses on a frozen lake.' },
    { keywords: ['tulip field', 'red tulip', 'tulip bulb', 'farmhouse', 'spring', 'road', 'clouds', 'ditch'] },
    { keywords: ['ice', 'ice skater', 'ice rink', 'ice hockey'] },
    { caption: 'The ice on the lake is thin, the ice on the canal is not.' },
  ],
});
