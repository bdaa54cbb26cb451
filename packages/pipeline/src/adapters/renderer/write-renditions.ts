import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { Rendition, RenditionKind, RenderSettings } from '@proofline/domain/rendition.ts';
import { syncFolder, writeSyncedFile } from '../synced-file.ts';
import { decodeOriginal, type DecodedOriginal } from './decode-original.ts';
import { lumaOf } from './luma-plane.ts';
import { readOriginalHeader } from './original-header.ts';
import { watermarkProblems, watermarkSvg } from './watermark.ts';

const PREVIEW_LONG_EDGE_PX = 2048;
const GRID_THUMB_LONG_EDGE_PX = 400;
const MODEL_INPUT_LONG_EDGE_PX = 1024;
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
  const web = await drawWatermark(srgb, settings);

  const renditions = [
    await writeJpeg('review-preview', previewOf(original), PREVIEW_QUALITY),
    await writeJpeg('grid-thumb', fitted(srgb, GRID_THUMB_LONG_EDGE_PX), GRID_THUMB_QUALITY),
    await writeJpeg('model-input', fitted(srgb, MODEL_INPUT_LONG_EDGE_PX), MODEL_INPUT_QUALITY),
    await writeJpeg('web', open(web).withIccProfile('srgb'), settings.webQuality),
    await writeJpeg('web-thumb', fitted(web, ...settings.thumbBoxPx), settings.thumbQuality),
    await writeLumaPlane(srgb),
  ];
  await syncFolder(folder);
  return renditions;

  async function writeJpeg(kind: RenditionKind, image: Sharp, quality: number): Promise<Rendition> {
    const isPublished = kind === 'web' || kind === 'web-thumb';
    const { data, info } = await image
      .jpeg({ quality, progressive: isPublished, chromaSubsampling: isPublished ? '4:4:4' : '4:2:0' })
      .toBuffer({ resolveWithObject: true });
    const path = `${kind}.jpg`;
    return {
      kind,
      path,
      ...(await writeSyncedFile(join(folder, path), data)),
      widthPx: info.width,
      heightPx: info.height,
    };
  }

  async function writeLumaPlane(pixels: Pixels): Promise<Rendition> {
    const plane = await fittedPixels(pixels, PREVIEW_LONG_EDGE_PX);
    const path = 'luma-plane.gray';
    const written = await writeSyncedFile(join(folder, path), lumaOf(plane.rgb));
    return { kind: 'luma-plane', path, ...written, widthPx: plane.widthPx, heightPx: plane.heightPx };
  }
}

/** 8-bit sRGB, three bytes a pixel, row-major. */
type Pixels = { readonly rgb: Buffer; readonly widthPx: number; readonly heightPx: number };

function refuseSettings(settings: RenderSettings): void {
  const problems = watermarkProblems(settings.watermark);
  if (problems.length > 0) throw new Error(problems.join('; '));
}

/** Transparency becomes white, which is what viewers and printers show behind a photo. */
async function convertToSrgb({ tiff, hasProfile }: DecodedOriginal): Promise<Pixels> {
  const image = sharp(tiff).flatten({ background: '#ffffff' });
  return pixelsOf(hasProfile ? image.withIccProfile('srgb') : image);
}

function previewOf({ tiff, hasProfile }: DecodedOriginal): Sharp {
  const image = sharp(tiff).flatten({ background: '#ffffff' }).resize(inside(PREVIEW_LONG_EDGE_PX));
  return hasProfile ? image.keepIccProfile() : image.withIccProfile('srgb');
}

async function drawWatermark(srgb: Pixels, settings: RenderSettings): Promise<Pixels> {
  const web = await fittedPixels(srgb, ...settings.webBoxPx);
  const svg = watermarkSvg(settings.watermark, web.widthPx, web.heightPx);
  return svg === undefined
    ? web
    : pixelsOf(
        open(web)
          .composite([{ input: svg }])
          .removeAlpha(),
      );
}

function fitted(pixels: Pixels, widthPx: number, heightPx: number = widthPx): Sharp {
  return open(pixels).resize(inside(widthPx, heightPx)).withIccProfile('srgb');
}

function fittedPixels(pixels: Pixels, widthPx: number, heightPx: number = widthPx): Promise<Pixels> {
  return pixelsOf(open(pixels).resize(inside(widthPx, heightPx)));
}

function inside(width: number, height: number = width) {
  return { width, height, fit: 'inside', withoutEnlargement: true } as const;
}

function open({ rgb, widthPx, heightPx }: Pixels): Sharp {
  return sharp(rgb, { raw: { width: widthPx, height: heightPx, channels: 3 } });
}

async function pixelsOf(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { rgb: data, widthPx: info.width, heightPx: info.height };
}
