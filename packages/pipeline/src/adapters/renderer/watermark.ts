import type { PathCommand } from 'opentype.js';
import { missingCharacters, textRuns } from './montserrat.ts';

/** Share of the picture's height that one line takes; 3 % is what the site shows since its beginning. */
const LINE_HEIGHT_SHARE = 0.03;
/** All in units of the font size. */
const LINE_DISTANCE = 1.3;
const MARGIN = 0.9;
const DESCENT = 0.25;
/** Above the baseline, with stacked accents and the shadow. */
const ASCENT = 1.5;
/** White at 200 of 255, with a soft shadow so that it can be read on snow. */
const TEXT_OPACITY = 200 / 255;
const SHADOW_OPACITY = 0.55;
const SHADOW_BLUR = 0.09;

/** What is wrong with the settings of the watermark, in words; a character without a glyph would vanish silently. */
export function watermarkProblems(lines: readonly string[]): readonly string[] {
  return normalized(lines).flatMap((line) =>
    missingCharacters(line).map(
      (character) =>
        `the watermark "${line}" has the character "${character}", which its font Montserrat Light lacks; write it in Latin or Cyrillic letters`,
    ),
  );
}

/** What is drawn, and the rectangle of the picture, in px, that it touches: the rest needs no work. */
export type Watermark = {
  readonly svg: Buffer;
  readonly left: number;
  readonly top: number;
  readonly widthPx: number;
  readonly heightPx: number;
};

/**
 * The watermark of a picture of the given size, lines at the lower right; undefined when there is nothing to write.
 * Letters are outlines, so the result is the same on every machine, whatever fonts it has.
 */
export function watermarkOf(lines: readonly string[], widthPx: number, heightPx: number): Watermark | undefined {
  const written = normalized(lines);
  if (written.length === 0) return undefined;
  const sizePx = fittingSize(written, widthPx, heightPx);
  const area = areaOf(written, sizePx, widthPx, heightPx);
  const path = written
    .map((line, index) => {
      const linesBelow = written.length - 1 - index;
      const baseline = area.heightPx - (MARGIN + DESCENT + linesBelow * LINE_DISTANCE) * sizePx;
      return linePath(line, area.widthPx - MARGIN * sizePx - lineWidth(line, sizePx), baseline, sizePx);
    })
    .join('');
  const blurPx = round(SHADOW_BLUR * sizePx);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${area.widthPx}" height="${area.heightPx}">` +
    `<filter id="soft" x="-5%" y="-50%" width="110%" height="200%"><feGaussianBlur stdDeviation="${blurPx}"/></filter>` +
    `<path d="${path}" fill="#000" fill-opacity="${SHADOW_OPACITY}" filter="url(#soft)"/>` +
    `<path d="${path}" fill="#fff" fill-opacity="${round(TEXT_OPACITY)}"/></svg>`;
  return { svg: Buffer.from(svg), ...area };
}

/** From the lower right corner as far as letters, accents and shadows can reach. */
function areaOf(lines: readonly string[], sizePx: number, widthPx: number, heightPx: number) {
  const reach = 2 * MARGIN * sizePx + Math.max(...lines.map((line) => lineWidth(line, sizePx)));
  const rise = (MARGIN + DESCENT + (lines.length - 1) * LINE_DISTANCE + ASCENT) * sizePx;
  const area = { widthPx: Math.min(widthPx, Math.ceil(reach)), heightPx: Math.min(heightPx, Math.ceil(rise)) };
  return { ...area, left: widthPx - area.widthPx, top: heightPx - area.heightPx };
}

/** One code point for each letter where Unicode has one, since the font's glyphs are by code point. */
function normalized(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.normalize('NFC').trim()).filter((line) => line !== '');
}

/** The usual size, or the one at which the longest line still fits between the margins. */
function fittingSize(lines: readonly string[], widthPx: number, heightPx: number): number {
  const widestAtSizeOne = Math.max(...lines.map((line) => lineWidth(line, 1)));
  return Math.min(heightPx * LINE_HEIGHT_SHARE, widthPx / (widestAtSizeOne + 2 * MARGIN));
}

function lineWidth(line: string, sizePx: number): number {
  return textRuns(line).reduce((width, { font, text }) => width + font.getAdvanceWidth(text, sizePx), 0);
}

function linePath(line: string, left: number, baseline: number, sizePx: number): string {
  let x = left;
  let path = '';
  for (const { font, text } of textRuns(line)) {
    path += font.getPath(text, x, baseline, sizePx).commands.map(pathData).join('');
    x += font.getAdvanceWidth(text, sizePx);
  }
  return path;
}

/** Not the library's `toPathData`: that writes `NaN` for a coordinate a hair beside a whole number. */
function pathData(command: PathCommand): string {
  switch (command.type) {
    case 'M':
    case 'L':
      return `${command.type}${points(command.x, command.y)}`;
    case 'Q':
      return `Q${points(command.x1, command.y1, command.x, command.y)}`;
    case 'C':
      return `C${points(command.x1, command.y1, command.x2, command.y2, command.x, command.y)}`;
    case 'Z':
      return 'Z';
  }
}

function points(...coordinates: readonly number[]): string {
  return coordinates.map(round).join(' ');
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
