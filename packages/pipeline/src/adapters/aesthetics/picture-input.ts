import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { z } from 'zod';
import type { OnnxModel } from './onnx-model.ts';

/** RGB bytes of any size. */
export type Picture = { readonly rgb: Uint8Array; readonly widthPx: number; readonly heightPx: number };

/** How a model wants its picture. Channel values are (byte / 255 - mean) / std; models with byte inputs get the bytes. */
export type PictureInput = {
  readonly layout: 'nhwc' | 'nchw';
  readonly widthPx: number;
  readonly heightPx: number;
  /** `squash`: both edges to the model's, whatever the shape. `crop`: the shorter edge, then the middle. */
  readonly resize: 'squash' | 'crop';
  readonly interpolation: 'nearest' | 'bilinear' | 'bicubic';
  readonly channelOrder: 'rgb' | 'bgr';
  readonly mean: readonly [number, number, number];
  readonly std: readonly [number, number, number];
  readonly bytes: boolean;
};

type Habits = Omit<PictureInput, 'widthPx' | 'heightPx' | 'layout' | 'bytes'>;

/** What everybody takes who does not say otherwise. */
const USUAL_EDGE_PX = 224;

const three = z.tuple([z.number(), z.number(), z.number()]);
const size = z.int().min(1).max(4096);

/** `model.json` beside `model.onnx`, in our words or in those of Immich's `preprocess_cfg.json`. */
const sidecar = z.object({
  layout: z.enum(['nhwc', 'nchw']).optional(),
  size: z.union([size, z.tuple([size, size])]).optional(),
  resize: z.enum(['squash', 'crop']).optional(),
  resize_mode: z.enum(['squash', 'shortest']).optional(),
  interpolation: z.enum(['nearest', 'bilinear', 'bicubic']).optional(),
  channelOrder: z.enum(['rgb', 'bgr']).optional(),
  mean: three.optional(),
  std: three.optional(),
});

/** From the shape of the model's input, then from what the file beside it says. Refuses what is ambiguous, in words. */
export async function pictureInputOf(
  model: OnnxModel,
  habits: (layout: PictureInput['layout']) => Habits,
): Promise<PictureInput> {
  const { type, shape } = model.input;
  if (type !== 'float32' && type !== 'uint8')
    throw new Error(`${model.path} wants ${type} where float32 or uint8 is given`);
  if (shape.length !== 4) throw new Error(`${model.path} wants ${shape.length} dimensions where a picture has 4`);
  const said = await readSidecar(model.path);
  const layout = said.layout ?? layoutOf(model.path, shape);
  const [height, width] = layout === 'nhwc' ? [shape[1], shape[2]] : [shape[2], shape[3]];
  const [saidHeight, saidWidth] = typeof said.size === 'number' ? [said.size, said.size] : (said.size ?? []);
  const usual = habits(layout);
  return {
    layout,
    widthPx: fixed(width) ?? saidWidth ?? USUAL_EDGE_PX,
    heightPx: fixed(height) ?? saidHeight ?? USUAL_EDGE_PX,
    resize:
      said.resize ??
      (said.resize_mode === undefined ? usual.resize : said.resize_mode === 'squash' ? 'squash' : 'crop'),
    interpolation: said.interpolation ?? usual.interpolation,
    channelOrder: said.channelOrder ?? usual.channelOrder,
    mean: said.mean ?? usual.mean,
    std: said.std ?? usual.std,
    bytes: type === 'uint8',
  };
}

/** The model's answer to one picture. */
export async function ask(
  model: OnnxModel,
  input: PictureInput,
  picture: Picture,
): Promise<Readonly<Record<string, Float32Array>>> {
  const { widthPx, heightPx, layout } = input;
  const pixels = await resized(input, picture);
  const shape = layout === 'nhwc' ? [1, heightPx, widthPx, 3] : [1, 3, heightPx, widthPx];
  return model.run(arranged(input, pixels), shape);
}

async function resized(
  { widthPx, heightPx, resize, interpolation }: PictureInput,
  picture: Picture,
): Promise<Uint8Array> {
  const kernel = ({ nearest: 'nearest', bilinear: 'linear', bicubic: 'cubic' } as const)[interpolation];
  const fit = resize === 'squash' ? 'fill' : 'cover';
  return sharp(picture.rgb, { raw: { width: picture.widthPx, height: picture.heightPx, channels: 3 } })
    .resize({ width: widthPx, height: heightPx, fit, position: 'centre', kernel })
    .raw()
    .toBuffer();
}

function arranged(
  { layout, channelOrder, mean, std, bytes }: PictureInput,
  pixels: Uint8Array,
): Float32Array | Uint8Array {
  const out = bytes ? new Uint8Array(pixels.length) : new Float32Array(pixels.length);
  const count = pixels.length / 3;
  for (let channel = 0; channel < 3; channel += 1) {
    const source = channelOrder === 'rgb' ? channel : 2 - channel;
    for (let pixel = 0; pixel < count; pixel += 1) {
      const byte = pixels[pixel * 3 + source]!;
      const at = layout === 'nhwc' ? pixel * 3 + channel : channel * count + pixel;
      out[at] = bytes ? byte : (byte / 255 - mean[channel]!) / std[channel]!;
    }
  }
  return out;
}

function layoutOf(path: string, shape: readonly (number | string)[]): PictureInput['layout'] {
  const last = shape[3] === 3;
  const second = shape[1] === 3;
  if (last && !second) return 'nhwc';
  if (second && !last) return 'nchw';
  throw new Error(
    `${path}: its input [${shape.join(', ')}] does not say where the three colours are; write {"layout": "nhwc"} or "nchw" into ${sidecarOf(path)}`,
  );
}

function fixed(dimension: number | string | undefined): number | undefined {
  return typeof dimension === 'number' && dimension > 0 ? dimension : undefined;
}

async function readSidecar(modelPath: string): Promise<z.infer<typeof sidecar>> {
  for (const path of [sidecarOf(modelPath), join(dirname(modelPath), 'preprocess_cfg.json')]) {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (text === null) continue;
    const parsed = z.safeParse(sidecar, parsedJson(text));
    if (!parsed.success) throw new Error(`${path} cannot be used: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  }
  return {};
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sidecarOf(modelPath: string): string {
  return `${modelPath.replace(/\.onnx$/i, '')}.json`;
}
