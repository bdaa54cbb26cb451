import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GateField, GateText } from '@proofline/domain/text-gate/finding.ts';
import type { GateContext } from '@proofline/domain/text-gate/gate-context.ts';
import { defaultGateSettings } from '@proofline/domain/text-gate/gate-context.ts';
import { jaccard, sayingOf, shinglesOf } from '@proofline/domain/text-gate/text-likeness.ts';
import { defaultFolderMap } from '@proofline/domain/folder-map.ts';
import { openKnownPlaceNames } from '@proofline/pipeline/adapters/text-gate/known-place-names.ts';
import { openProfanityFinder } from '@proofline/pipeline/adapters/text-gate/profanity-finder.ts';

/** One text with what is known of its photo. `rule` must catch it; absent where nothing may. */
export type CorpusEntry = {
  readonly text: GateText;
  readonly context: GateContext;
  readonly rule?: string;
  /** The fields that are bad; the others are those of a good text. */
  readonly given: readonly GateField[];
  readonly source: string;
};

/** The text that a bad entry changes one thing of. */
const plain: GateText = {
  caption: 'Thin ice covers a small lake on the edge of Amsterdam on a January morning.',
  altText: 'Pale ice with long cracks on a frozen lake, bare trees along the far shore.',
  keywords: ['lake', 'ice', 'winter', 'bare trees', 'Amsterdam', 'shore'],
};

const places = openKnownPlaceNames();
const profanity = openProfanityFinder();

/** What people wrote. Blocks of three lines behind `Subject | Location | folder | time | sun=degrees | allowed=Place; Place`, with empty lines between. */
export function readGood(file: string): readonly CorpusEntry[] {
  return read(file)
    .split(/\n\s*\n/u)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const [head = '', caption = '', altText = '', keywords = ''] = block.trim().split('\n');
      const [subject = '', location = '', folder = '', ...rest] = head.split(' | ');
      const given = Object.fromEntries(
        rest.map((part) => (part.includes('=') ? part.split(/=(.*)/su).slice(0, 2) : ['time', part])),
      );
      return {
        source: head,
        given: [],
        text: { caption, altText, keywords: keywords.split(', ') },
        context: { ...contextOf({ subject, location, folder, ...given }), isDrafted: () => false },
      };
    });
}

/** Under `[rule]`, one text a line: `{what is given} caption=… || alt=… || keywords=…`; fields that are left out are good. */
export function readBad(file: string): readonly CorpusEntry[] {
  let rule = '';
  return read(file)
    .split('\n')
    .flatMap((line) => {
      const section = /^\[([a-z -]+)\]$/u.exec(line)?.[1];
      if (section !== undefined) rule = section;
      if (section !== undefined || line.trim() === '') return [];
      const [, facts = '', fields = ''] = /^(?:\{(\w+=[^}]*)\} )?(.*)$/u.exec(line) ?? [];
      const parts = Object.fromEntries(fields.split(' || ').map((part) => part.split(/=(.*)/su).slice(0, 2)));
      const text: GateText = {
        caption: parts['caption'] ?? plain.caption,
        altText: parts['alt'] ?? plain.altText,
        keywords:
          parts['keywords'] === undefined
            ? plain.keywords
            : parts['keywords'].split(', ').filter((one: string) => one !== ''),
      };
      const known = Object.fromEntries(facts.split('; ').map((part) => part.split(/=(.*)/su).slice(0, 2)));
      const given = [
        ...(parts['caption'] === undefined ? [] : ['caption' as const]),
        ...(parts['alt'] === undefined ? [] : ['altText' as const]),
        ...(parts['keywords'] === undefined ? [] : ['keywords' as const]),
      ];
      return [{ source: line, rule, given, text, context: contextOf(known) }];
    });
}

function contextOf(given: Readonly<Record<string, string | undefined>>): GateContext {
  const {
    subject = 'Frozen Lake',
    location = 'Amsterdam, Netherlands',
    folder = 'nature',
    time,
    sun,
    lat,
    file,
    camera,
    lens,
    allowed,
  } = given;
  return {
    subject,
    location,
    folderKey: folder,
    folderDisplayName: defaultFolderMap[folder] ?? folder,
    fileNames: file === undefined ? [] : [file],
    gear: [camera, lens].filter((name) => name !== undefined),
    ...(time !== undefined && { captureLocalTime: `${time}:00` }),
    ...(lat !== undefined && { latitude: Number(lat) }),
    ...(sun !== undefined && { sunAltitudeDegrees: Number(sun) }),
    allowedPlaceNames: allowed?.split('; ') ?? [],
    places,
    profanity,
    similarTexts: (_, text) => (given['other'] === undefined ? [] : [likeness(text, given['other'])]),
    burstMates: (given['mates']?.split('|') ?? []).map((caption) => ({ caption, altText: '', keywords: [] })),
    house: {
      terms: given['vocabulary']?.split('|') ?? [],
      synonyms: Object.fromEntries((given['synonyms']?.split('|') ?? []).map((pair) => pair.split('>').slice(0, 2))),
    },
    settings: defaultGateSettings,
    isDrafted: () => true,
  };
}

const likeness = (text: string, other: string) => ({
  of: 'photo 7',
  similarity: jaccard(shinglesOf(text), shinglesOf(other)),
  isSame: sayingOf(text) === sayingOf(other),
});

const read = (file: string) => readFileSync(join(import.meta.dirname, 'corpus', file), 'utf8');
