/** The part of opentype.js 2.0 that is used here; the package ships no types. */
declare module 'opentype.js' {
  export type Font = {
    /** 0 when the font has no glyph for `character`. */
    charToGlyphIndex(character: string): number;
    /** Width of `text` in the unit of `fontSize`, kerning included. */
    getAdvanceWidth(text: string, fontSize: number): number;
    getPath(text: string, x: number, y: number, fontSize: number): { readonly commands: readonly PathCommand[] };
  };
  /** SVG's path commands by the same letters. */
  export type PathCommand =
    | { readonly type: 'M' | 'L'; readonly x: number; readonly y: number }
    | { readonly type: 'Q'; readonly x1: number; readonly y1: number; readonly x: number; readonly y: number }
    | {
        readonly type: 'C';
        readonly x1: number;
        readonly y1: number;
        readonly x2: number;
        readonly y2: number;
        readonly x: number;
        readonly y: number;
      }
    | { readonly type: 'Z' };
  const opentype: { parse(file: ArrayBuffer): Font };
  export default opentype;
}
