import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
// Node takes the package's CommonJS build, whose default export is the library; the lint looks at the other build.
// oxlint-disable-next-line import/default
import opentype, { type Font } from 'opentype.js';

/** Fontsource cuts the family into files by script; together they hold every glyph of it. */
const subsets = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext'] as const;

const require = createRequire(import.meta.url);
const loadedFonts = new Map<string, Font>();

/** A stretch of text whose glyphs are all in one file of the family. */
export type TextRun = { readonly font: Font; readonly text: string };

/** Splits `text` into runs; characters that no file has are left out, see `missingCharacters`. */
export function textRuns(text: string): readonly TextRun[] {
  const runs: { font: Font; text: string }[] = [];
  for (const character of text) {
    const font = fontOf(character);
    if (font === undefined) continue;
    const last = runs.at(-1);
    if (last?.font === font) last.text += character;
    else runs.push({ font, text: character });
  }
  return runs;
}

/** Characters of `text` that Montserrat Light cannot draw, each once. */
export function missingCharacters(text: string): readonly string[] {
  return [...new Set(text)].filter((character) => fontOf(character) === undefined);
}

function fontOf(character: string): Font | undefined {
  return subsets.map(fontOfSubset).find((font) => font.charToGlyphIndex(character) > 0);
}

function fontOfSubset(subset: string): Font {
  const loaded = loadedFonts.get(subset);
  if (loaded !== undefined) return loaded;
  const file = readFileSync(require.resolve(`@fontsource/montserrat/files/montserrat-${subset}-300-normal.woff`));
  const font = opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
  loadedFonts.set(subset, font);
  return font;
}
