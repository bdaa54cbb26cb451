import sharp, { type JpegOptions, type Sharp } from 'sharp';
import type { Rendition, RenditionKind, RenderSettings } from '@proofline/domain/rendition.ts';
import { filesOf } from '../synced-file.ts';
import { decodeOriginal, type DecodedOriginal } from './decode-original.ts';
import { drawWatermark } from './draw-watermark.ts';
import { lumaOf } from './luma-plane.ts';
import { readOriginalHeader } from './original-header.ts';
import { imageOf, pixelsOf, type Pixels } from './pixels.ts';
import { watermarkOf, watermarkProblems } from './watermark.ts';

const PREVIEW_LONG_EDGE_PX = 2048;
const GRID_THUMB_LONG_EDGE_PX = 400;
const MODEL_INPUT_LONG_EDGE_PX = 1024;
const ANALYSIS_LONG_EDGE_PX = 1024;
const PREVIEW_QUALITY = 90;
const GRID_THUMB_QUALITY = 80;
const MODEL_INPUT_QUALITY = 85;

/** Makes every rendition of `originalPath` from one decode, as files in `folder` that are on the disk when this resolves. */
export async function writeRenditions(
  originalPath: string,
  folder: string,
  settings: RenderSettings,
): Promise<readonly Rendition[]> {
  refuseSettings(settings);
  const header = await readOriginalHeader(originalPath, settings);
  const longEdgePx = Math.max(PREVIEW_LONG_EDGE_PX, ...settings.webBoxPx);
  const original = await decodeOriginal(header, longEdgePx, settings.maxPixels);
  const srgb = await convertToSrgb(original);
  const web = await renderWeb(srgb, settings);

  await using files = filesOf(folder);
  const renditions = [
    await writeJpeg('review-preview', previewOf(original), internalJpeg(PREVIEW_QUALITY)),
    await writeJpeg('grid-thumb', fitted(srgb, GRID_THUMB_LONG_EDGE_PX), internalJpeg(GRID_THUMB_QUALITY)),
    await writeJpeg('model-input', fitted(srgb, MODEL_INPUT_LONG_EDGE_PX), internalJpeg(MODEL_INPUT_QUALITY)),
    await writeJpeg('web', imageOf(web).withIccProfile('srgb'), publishedJpeg(settings.webQuality)),
    await writeJpeg(
      'web-thumb',
      fitted(web, ...settings.thumbBoxPx).withIccProfile('srgb'),
      publishedJpeg(settings.thumbQuality),
    ),
    await writeLumaPlane(srgb),
    await writeAnalysisPlane(srgb),
  ];
  await files.sync();
  return renditions;

  async function writeJpeg(kind: RenditionKind, image: Sharp, options: JpegOptions): Promise<Rendition> {
    const { data, info } = await image.jpeg(options).toBuffer({ resolveWithObject: true });
    const path = `${kind}.jpg`;
    return {
      kind,
      path,
      ...(await files.write(path, data)),
      widthPx: info.width,
      heightPx: info.height,
    };
  }

  async function writeLumaPlane(pixels: Pixels): Promise<Rendition> {
    const plane = await pixelsOf(fitted(pixels, PREVIEW_LONG_EDGE_PX));
    const path = 'luma-plane.gray';
    const written = await files.write(path, lumaOf(plane.rgb));
    return { kind: 'luma-plane', path, ...written, widthPx: plane.widthPx, heightPx: plane.heightPx };
  }

  async function writeAnalysisPlane(pixels: Pixels): Promise<Rendition> {
    const { rgb, widthPx, heightPx } = await pixelsOf(fitted(pixels, ANALYSIS_LONG_EDGE_PX));
    const path = 'analysis-plane.rgb';
    return { kind: 'analysis-plane', path, ...(await files.write(path, rgb)), widthPx, heightPx };
  }
}

/** For the website: full colour resolution, and it shows early while it loads. */
function publishedJpeg(quality: number): JpegOptions {
  return { quality, progressive: true, chromaSubsampling: '4:4:4' };
}

/** For this machine: encoded in half the time for 6 % more bytes. */
function internalJpeg(quality: number): JpegOptions {
  return { quality, optimiseCoding: false };
}

function refuseSettings(settings: RenderSettings): void {
  const problems = watermarkProblems(settings.watermark);
  if (problems.length > 0) throw new Error(problems.join('; '));
}

/** Transparency becomes white, which is what viewers and printers show behind a photo. */
async function convertToSrgb({ tiff, profile }: DecodedOriginal): Promise<Pixels> {
  const image = sharp(tiff, { ignoreIcc: profile === 'srgb' }).flatten({ background: '#ffffff' });
  return pixelsOf(profile === 'other' ? image.withIccProfile('srgb') : image);
}

function previewOf({ tiff, profile }: DecodedOriginal): Sharp {
  const image = sharp(tiff).flatten({ background: '#ffffff' }).resize(inside(PREVIEW_LONG_EDGE_PX));
  return profile === 'none' ? image : image.keepIccProfile();
}

async function renderWeb(srgb: Pixels, settings: RenderSettings): Promise<Pixels> {
  const web = await pixelsOf(fitted(srgb, ...settings.webBoxPx));
  const watermark = watermarkOf(settings.watermark, web.widthPx, web.heightPx);
  if (watermark !== undefined) await drawWatermark(web, watermark);
  return web;
}

function fitted(pixels: Pixels, widthPx: number, heightPx: number = widthPx): Sharp {
  return imageOf(pixels).resize(inside(widthPx, heightPx));
}

function inside(width: number, height: number = width) {
  return { width, height, fit: 'inside', withoutEnlargement: true } as const;
}
