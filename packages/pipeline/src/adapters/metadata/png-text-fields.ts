import type { PhotoFields } from '@proofline/domain/photo-metadata.ts';
import { defined } from './plausible-value.ts';
import { cleanText } from './text-encoding.ts';

/** What a PNG's own text says (PNG specification 3rd ed. §11.3.3.1), the last resort of every field it has. */
export function pngTextFields(text: ReadonlyMap<string, string> = new Map()): PhotoFields {
  const value = (keyword: string) => cleanText(text.get(keyword));
  const author = value('author') ?? value('artist');
  return defined({
    make: value('make'),
    model: value('model'),
    title: value('title'),
    description: value('description'),
    creator: author === undefined ? undefined : [author],
    copyrightNotice: value('copyright'),
  });
}
