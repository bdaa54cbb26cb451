/**
 * Everything made of pixels, from one decode of the original.
 * `review-preview` long edge ≤ 2048 px, ICC kept · `grid-thumb` ≤ 400 px · `model-input` ≤ 1024 px ·
 * `web` sRGB JPEG in the 1500×1000 box with watermark · `web-thumb` sRGB JPEG in the 548×365 box, from `web` ·
 * `luma-plane` raw 8-bit luma, row-major, no header, long edge ≤ 2048 px, and `analysis-plane` raw sRGB, 3 bytes a pixel, long edge ≤ 1024 px:
 * what `measure-quality` reads.
 */
export const renditionKinds = [
  'review-preview',
  'grid-thumb',
  'model-input',
  'web',
  'web-thumb',
  'luma-plane',
  'analysis-plane',
] as const;

export type RenditionKind = (typeof renditionKinds)[number];

export type Rendition = {
  readonly kind: RenditionKind;
  /** Below the data folder, with `/`. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly widthPx: number;
  readonly heightPx: number;
};

/** What leaves the machine; the rest may be dropped once a photo is published. */
export const publishedRenditionKinds = ['web', 'web-thumb'] as const satisfies readonly RenditionKind[];

export type RenderSettings = {
  /** Two lines, lower right; an empty line is left out, two empty lines mean no watermark. */
  readonly watermark: readonly [string, string];
  readonly webBoxPx: readonly [number, number];
  readonly thumbBoxPx: readonly [number, number];
  /** JPEG quality 1–100. */
  readonly webQuality: number;
  readonly thumbQuality: number;
  /** Pixels (width × height) above which an original is refused before it is decoded. */
  readonly maxPixels: number;
  /** Shorter edge below which an original is refused, in px. */
  readonly minEdgePx: number;
};

export const defaultRenderSettings: RenderSettings = {
  watermark: ['', ''],
  webBoxPx: [1500, 1000],
  thumbBoxPx: [548, 365],
  webQuality: 95,
  thumbQuality: 92,
  maxPixels: 300_000_000,
  minEdgePx: 16,
};

/** Makes every rendition of one photo. */
export type PhotoRenderer = {
  /**
   * Throws `RefusedPhoto` for whatever can be refused by name without decoding a pixel: format, number of pictures, size. Done before a
   * name is given, so that such a file leaves no gap in the numbers.
   */
  inspect(originalPath: string, settings: RenderSettings, signal: AbortSignal): Promise<void>;
  /**
   * Decodes the file at `originalPath` once, applies EXIF orientation, and writes one file per rendition kind into
   * `folder` (absolute; exists). Returned `path`s are file names inside `folder`. Files are fsynced.
   * Throws `RefusedPhoto` for input that can never be rendered; anything else may be tried again.
   */
  render(
    originalPath: string,
    folder: string,
    settings: RenderSettings,
    signal: AbortSignal,
  ): Promise<readonly Rendition[]>;
};

/** Throws when the photo has no such rendition: the stage that needs it runs after `render-photo`. */
export function renditionOf<Kept extends Pick<Rendition, 'kind'>>(
  renditions: readonly Kept[],
  kind: RenditionKind,
): Kept {
  const rendition = renditions.find((candidate) => candidate.kind === kind);
  if (rendition === undefined) throw new Error(`the photo has no ${kind} rendition`);
  return rendition;
}
