import { defaultGateSettings } from '../gate-context.ts';
import { proveRule } from './rule.conformance.ts';
import { wrongLanguage } from './wrong-language.ts';

proveRule(wrongLanguage, {
  catches: [
    {
      caption: 'Thin ice covers un petit lac derrière les arbres du village on a January morning.',
    },
    { keywords: ['lago', 'ghiaccio', 'inverno', 'alberi spogli', 'Amsterdam'] },

    { caption: 'Dünnes Eis bedeckt einen kleinen See am Rand der Stadt.' },
    { caption: 'Een dunne laag ijs ligt op het kleine meer.' },
    { altText: 'Une fine couche de glace recouvre un petit lac.' },
    { altText: 'Lód pokrywa małe jezioro na skraju miasta, drzewa stoją nagie.' },
    { altText: 'Ohut jää peittää pienen järven kaupungin laidalla tammikuun aamuna.' },
    { given: { settings: { ...defaultGateSettings, language: 'nl' } }, altText: 'Een meer met ijs en kale bomen.' },
  ],
  passes: [
    { caption: 'Thin ice in front of the Café de la Paix on the edge of Amsterdam.' },
    { keywords: ['ice', 'lake', 'koek-en-zopie', 'doorloper', 'shore', 'skates'] },

    { caption: 'Ice' },
    { altText: 'Frozen lake, bare trees, red boat, two swans, grey sky.' },
    {
      given: { settings: { ...defaultGateSettings, language: 'fi' } },
      caption: 'Ohut jää peittää pienen järven kaupungin laidalla aamuna.',
    },
  ],
});
