import { readFile } from 'node:fs/promises';
import type {
  AbsentMeasure,
  BrisqueFeatures,
  PhotoReading,
  TechnicalMeasurement,
} from '@proofline/domain/photo-reading.ts';
import type { Measurement } from '@proofline/domain/quality.ts';
import type { PhotoPlanes, Plane } from '@proofline/domain/quality-meter.ts';
import { blockiness } from './blockiness.ts';
import { judgeByBrisque, type BrisqueFiles } from './brisque-score.ts';
import { colourStatisticsOf } from './colour-statistics.ts';
import { kernel } from './kernel.ts';
import { lumaScores } from './luma-statistics.ts';
import { brisqueFeatures, naturalSceneOf } from './natural-scene.ts';
import { hashesOf } from './perceptual-hash.ts';
import { sceneStatisticsOf } from './scene-statistics.ts';
import { tileStatisticsOf } from './tile-statistics.ts';

export const PLANE_METER_ID = 'analysis-plane';
/** From 2 on a reading has BRISQUE's features; the numbers beside them are those of 1. */
export const PLANE_METER_VERSION = '2';

/** Everything that a photo's planes say without a learnt model but OpenCV's. */
export async function readPlanes(planes: PhotoPlanes, brisque: BrisqueFiles | null): Promise<PhotoReading> {
  const [luma, rgb] = await Promise.all([bytesOf(planes.luma, 1), bytesOf(planes.analysis, 3)]);
  const scores = lumaScores(luma, planes.luma.widthPx, planes.luma.heightPx);
  const { features, ...reading } = readPixels(rgb, planes);
  const judgement = await judgeByBrisque(features, brisque);
  return 'score' in judgement
    ? { ...reading, measurements: [...scores, brisqueMeasurement(judgement.score, brisque?.version ?? '')] }
    : {
        ...reading,
        measurements: scores,
        absent: [...reading.absent, { measure: 'brisqueScore', reason: judgement.absent }],
      };
}

type PixelReading = Omit<PhotoReading, 'measurements'> & { readonly features: readonly number[] | null };

/** From here on nothing waits: the kernel's memory belongs to this photo until it returns. */
export function readPixels(rgb: Uint8Array, { analysis, isReduced }: Omit<PhotoPlanes, 'luma'>): PixelReading {
  const { widthPx, heightPx } = analysis;
  const pixels = widthPx * heightPx;
  const code = kernel();
  code.free();
  const colours = code.allocate(rgb.length);
  const luma = code.allocate(pixels);
  code.bytes(colours, rgb.length).set(rgb);

  const colour = colourStatisticsOf(colours, pixels, luma);
  const scene = naturalSceneOf(luma, widthPx, heightPx);
  const { sharpness, sharpestTile, noise } = tileStatisticsOf(luma, widthPx, heightPx);
  const hashes = hashesOf(luma, widthPx, heightPx);
  const blocks = isReduced ? null : blockiness(code.bytes(luma, pixels), widthPx, heightPx);

  const values = { sharpness, noise, ...colour, ...(blocks === null ? {} : { blockiness: blocks }) };
  const technical = Object.entries(values).map(([measure, value]): TechnicalMeasurement => ({
    measure: measure as keyof typeof values,
    value,
    meter: PLANE_METER_ID,
    meterVersion: PLANE_METER_VERSION,
  }));
  const absent: readonly AbsentMeasure[] =
    blocks === null ? [{ measure: 'blockiness', reason: whyNoBlocks(isReduced) }] : [];
  const features = brisqueFeatures(scene);
  return {
    technical,
    absent,
    sharpestTile,
    hashes,
    brisqueFeatures: features === null ? null : keptFeatures(features),
    scene: sceneStatisticsOf(scene),
    features,
  };
}

/** A flat plane has features that are no numbers, which no JSON holds. */
function keptFeatures(values: readonly number[]): BrisqueFeatures | null {
  return values.every(Number.isFinite) ? { values, meter: PLANE_METER_ID, meterVersion: PLANE_METER_VERSION } : null;
}

function whyNoBlocks(isReduced: boolean): string {
  return isReduced ? 'the photo was reduced: its JPEG blocks are too small to be seen' : 'the photo is too small';
}

function brisqueMeasurement(value: number, version: string): Measurement {
  return { measure: 'brisqueScore', value, origin: 'measured', meter: 'opencv-brisque', meterVersion: version };
}

async function bytesOf({ path, widthPx, heightPx }: Plane, bytesPerPixel: number): Promise<Uint8Array> {
  const bytes = await readFile(path);
  if (bytes.length === widthPx * heightPx * bytesPerPixel) return bytes;
  throw new Error(
    `the plane ${path} has ${bytes.length} bytes instead of ${widthPx} × ${heightPx} × ${bytesPerPixel}; nothing was measured; render the photo again`,
  );
}
