import type { GateRule } from '../define-rule.ts';
import { everywhere } from '../everywhere.ts';
import type { GateContext } from '../gate-context.ts';
import { foldName } from '../word.ts';

/** What cameras and phones call their files, and anything that ends like a picture's name. */
const CAMERA_NAME =
  /(?<![\p{L}\p{N}])(?:_?(?:IMG|DSCF?|DSCN|PXL|DJI|GOPR|MVIMG|_?MG|P\d{3}|R\d{2}|SAM|CIMG|WP)[_ -]?\d{3,}[\p{L}\p{N}_-]*|[\p{L}\p{N}_-]+\.(?:jpe?g|png|tiff?|heic|nef|cr[23]|arw|raf|rw2|dng|orf|gif|webp))(?![\p{L}\p{N}])/giu;

export const fileNameLeak: GateRule = {
  id: 'file-name-leak',
  check: (text, context) =>
    everywhere(text, { rule: 'file-name-leak', severity: 'block' }, (part) => {
      const found = [
        ...part.matchAll(CAMERA_NAME),
        ...namePatterns(context).flatMap((pattern) => [...part.matchAll(pattern)]),
      ];
      return found.map((match) => ({
        span: { start: match.index, end: match.index + match[0].length },
        reason: `"${match[0]}" comes from the name of the file`,
      }));
    }),
};

/** The photo's own names as one run with separators: words of it that are plain words by themselves give nothing away. */
function namePatterns({ fileNames }: GateContext): readonly RegExp[] {
  return fileNames.flatMap((name) => {
    const parts = foldName(name.replace(/\.[^.]+$/u, '')).split(' ');
    const isTelling = parts.length >= 2 && (parts.some((part) => /\d/u.test(part)) || parts.length >= 5);
    if (!isTelling)
      return parts.length === 1 && /\d/u.test(name) && name.length > 6
        ? [new RegExp(escaped(parts[0] ?? ''), 'giu')]
        : [];
    return [new RegExp(parts.map(escaped).join('[^\\p{L}\\p{N}]?'), 'giu')];
  });
}

const escaped = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
