/** The part of opentype.js 2.0 that is used here; the package ships no types. */
declare module 'opentype.js' {
  export type Font = {
    /** 0 when the font has no glyph for `character`. */
    charToGlyphIndex(character: string): number;
    /** Width of `text` in the unit of `fontSize`, kerning included. */
    getAdvanceWidth(text: string, fontSize: number): number;
    getPath(text: string, x: number, y: number, fontSize: number): { toPathData(decimalPlaces: number): string };
  };
  const opentype: { parse(file: ArrayBuffer): Font };
  export default opentype;
}
