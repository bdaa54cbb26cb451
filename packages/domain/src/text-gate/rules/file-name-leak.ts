import type { GateRule } from '../define-rule.ts';
import { everywhere } from '../everywhere.ts';
import { foldName } from '../word.ts';

/** What cameras and phones call their files, and anything that ends like a picture's name. */
const CAMERA_NAME =
  /(?<![\p{L}\p{N}])(?:_?(?:IMG|DSCF?|DSCN|PXL|DJI|GOPR|MVIMG|_?MG|P\d{3}|R\d{2}|SAM|CIMG|WP)[_ -]?\d{3,}[\p{L}\p{N}_-]*|[\p{L}\p{N}_-]+\.(?:jpe?g|png|tiff?|heic|nef|cr[23]|arw|raf|rw2|dng|orf|gif|webp))(?![\p{L}\p{N}])/giu;

/** Folders with slashes between; what is made of numbers alone is a date or a fraction. */
const PATH = /(?:[A-Za-z]:)?(?:[\p{L}\p{N}_.-]+[/\\]){2,}[\p{L}\p{N}_.-]*/gu;

const JOINED = /[\p{L}\p{N}]+(?:_[\p{L}\p{N}]+)+/gu;

export const fileNameLeak: GateRule = {
  id: 'file-name-leak',
  check: (text, { fileNames }) => {
    const ownNames = fileNames.flatMap(ownName);
    return everywhere(text, { rule: 'file-name-leak', severity: 'block' }, (part) => {
      const found = [
        ...(MAY_BE_CAMERA_NAME.test(part) ? part.matchAll(CAMERA_NAME) : []),
        ...ownNames.filter((parts) => mayHold(part, parts)).flatMap((parts) => [...part.matchAll(patternOf(parts))]),
      ];
      // Two words with an underscore between are a name that a program made, whatever the file is called.
      const joined = part.includes('_') && found.length === 0 ? part.matchAll(JOINED) : [];
      const paths = /[/\\]/u.test(part) ? [...part.matchAll(PATH)].filter(([path]) => /\p{L}{2}/u.test(path)) : [];
      return [...found, ...joined, ...paths].map((match) => ({
        span: { start: match.index, end: match.index + match[0].length },
        reason: `"${match[0]}" comes from the name of the file`,
      }));
    });
  },
};

/** What every camera name has; to look for it costs a hundredth. */
const MAY_BE_CAMERA_NAME = /\d{3}|\.[a-z]/iu;

/** Whatever the pattern finds is there without its separators, too. To make a pattern costs more than all else here. */
function mayHold(text: string, parts: readonly string[]): boolean {
  return foldName(text).replaceAll(' ', '').includes(parts.join(''));
}

/** One of the photo's own names as one run with separators: words of it that are plain words by themselves give nothing away. */
function ownName(name: string): readonly (readonly string[])[] {
  const parts = foldName(name.replace(/\.[^.]+$/u, '')).split(' ');
  const isTelling = parts.length >= 2 && (parts.some((part) => /\d/u.test(part)) || parts.length >= 5);
  const isNumber = parts.length === 1 && /\d/u.test(name) && name.length > 6;
  return isTelling || isNumber ? [parts] : [];
}

function patternOf(parts: readonly string[]): RegExp {
  return new RegExp(parts.map(escaped).join('[^\\p{L}\\p{N}]?'), 'giu');
}

const escaped = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
