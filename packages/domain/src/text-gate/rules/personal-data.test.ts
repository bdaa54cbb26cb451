import { proveRule } from './rule.conformance.ts';
import { personalData } from './personal-data.ts';

proveRule(personalData, {
  catches: [
    { caption: 'Ice below a minibus with plate BK 41 ZR GP.', marks: 'plate BK 41 ZR GP' },
    { caption: 'A skater whose mobile is 07700 900123.', marks: '07700 900123' },
    { caption: 'A skater born 14/03/1991 on the ice.', marks: 'born 14/03/1991' },

    { caption: 'Ask anna@example.com about the lake.', marks: 'anna@example.com' },
    { altText: 'Skater, +31 20 555 0123, on a lake.' },
    { caption: 'A 34-year-old woman on the lake.', marks: '34-year-old' },
    { caption: 'A boy called Thomas, aged 12, on the lake.' },
    { caption: 'A van with number plate AB-123-C by the lake.' },
    { keywords: ['lake', 'a@b.example'], becomes: ['lake'] },
  ],
  passes: [
    { caption: 'Divers between 58 and 81 years old below a 300-year-old oak.' },
    { caption: 'A ship called Amsterdam, 300 years after it was built, at 52.37, 4.89.' },
    { caption: 'Tram 12 leaves at 10:30 on 12-01-2025.' },
  ],
});
