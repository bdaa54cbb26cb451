import { proveRule } from './rule.conformance.ts';
import { wrongScript } from './wrong-script.ts';

proveRule(wrongScript, {
  catches: [
    { caption: 'Ice 湖の上の氷 on a lake.', marks: '湖の上の氷' },
    { altText: 'Тонкий лёд покрывает озеро.' },
    { keywords: ['lake', 'зима'], becomes: ['lake'] },
  ],
  passes: [
    { caption: 'A café in Łódź, 10 € a cup.' },
    { caption: 'The station of 京都 in snow.', given: { location: '京都' } },
  ],
});
