import {
  BT2020_PRIMARIES,
  DISPLAY_P3_PRIMARIES,
  HLG_TRANSFER,
  LINEAR_TRANSFER,
  PQ_TRANSFER,
  type Cicp,
} from './cicp.ts';

/** Diffuse white of HDR pictures in cd/m² (ITU-R BT.2408); it becomes white in sRGB when nothing is brighter. */
const REFERENCE_WHITE_NITS = 203;
const HLG_PEAK_NITS = 1000;
/** Steps of the table that encodes linear light; 4 for each 8-bit step where sRGB's curve is steepest. */
const ENCODE_STEPS = 16_384;

/**
 * Converts RGB pixels (8 or 16 bits a channel, three channels) of the given colour to 8-bit sRGB. Light above diffuse white
 * is brought into range by Reinhard's extended curve (Reinhard et al. 2002, eq. 4) on the largest channel, with the
 * picture's own peak as its white point, so that a picture without such light passes unchanged.
 */
export function cicpToSrgb(pixels: Uint8Array | Uint16Array, cicp: Cicp): Buffer {
  const light = linearLight(pixels, cicp);
  const peak = light.reduce((max, value) => Math.max(max, value), 1);
  const matrix = matrixToBt709(cicp.primaries);
  const encode = srgbTable();
  const srgb = Buffer.allocUnsafe(light.length);
  for (let at = 0; at < light.length; at += 3) {
    const brightest = Math.max(light[at]!, light[at + 1]!, light[at + 2]!);
    const scale = (1 + brightest / (peak * peak)) / (1 + brightest);
    const toned = peak > 1 ? scale : 1;
    for (let channel = 0; channel < 3; channel += 1) {
      const row = channel * 3;
      const value =
        toned * (matrix[row]! * light[at]! + matrix[row + 1]! * light[at + 1]! + matrix[row + 2]! * light[at + 2]!);
      srgb[at + channel] = encode[Math.round(Math.min(1, Math.max(0, value)) * ENCODE_STEPS)]!;
    }
  }
  return srgb;
}

/** Linear light with diffuse white at 1, by a table for each code value. */
function linearLight(pixels: Uint8Array | Uint16Array, { transfer }: Cicp): Float32Array {
  const highest = pixels instanceof Uint8Array ? 255 : 65_535;
  const table = Float32Array.from({ length: highest + 1 }, (_, code) => decode(code / highest, transfer));
  const light = Float32Array.from(pixels, (code) => table[code]!);
  if (transfer === HLG_TRANSFER) applyHlgSystemGamma(light);
  return light;
}

function decode(signal: number, transfer: number): number {
  switch (transfer) {
    case PQ_TRANSFER:
      return decodePq(signal) / REFERENCE_WHITE_NITS;
    case HLG_TRANSFER:
      return decodeHlg(signal);
    case LINEAR_TRANSFER:
      return signal;
    default:
      return signal <= 0.04045 ? signal / 12.92 : ((signal + 0.055) / 1.055) ** 2.4;
  }
}

/** SMPTE ST 2084: signal 0 … 1 to cd/m². */
function decodePq(signal: number): number {
  const power = signal ** (1 / 78.84375);
  return 10_000 * (Math.max(power - 0.8359375, 0) / (18.8515625 - 18.6875 * power)) ** (1 / 0.1593017578125);
}

/** ITU-R BT.2100: signal 0 … 1 to scene light 0 … 1. */
function decodeHlg(signal: number): number {
  return signal <= 0.5 ? (signal * signal) / 3 : (Math.exp((signal - 0.55991073) / 0.17883277) + 0.28466892) / 12;
}

/** BT.2100's step from scene to display light at the nominal peak: system gamma 1.2 on BT.2020 luminance. */
function applyHlgSystemGamma(light: Float32Array): void {
  for (let at = 0; at < light.length; at += 3) {
    const luminance = 0.2627 * light[at]! + 0.678 * light[at + 1]! + 0.0593 * light[at + 2]!;
    const gain = luminance === 0 ? 0 : (luminance ** 0.2 * HLG_PEAK_NITS) / REFERENCE_WHITE_NITS;
    for (let channel = 0; channel < 3; channel += 1) light[at + channel]! *= gain;
  }
}

/** Row-major, for column vectors of linear light; both white points are D65 (ITU-R BT.2087; CSS Color 4). */
function matrixToBt709(primaries: number): readonly number[] {
  switch (primaries) {
    case BT2020_PRIMARIES:
      return [1.6605, -0.5876, -0.0728, -0.1246, 1.1329, -0.0083, -0.0182, -0.1006, 1.1187];
    case DISPLAY_P3_PRIMARIES:
      return [1.22494, -0.22494, 0, -0.04206, 1.04206, 0, -0.01964, -0.07864, 1.09827];
    default:
      return [1, 0, 0, 0, 1, 0, 0, 0, 1];
  }
}

function srgbTable(): Uint8Array {
  return Uint8Array.from({ length: ENCODE_STEPS + 1 }, (_, step) => {
    const light = step / ENCODE_STEPS;
    return Math.round(255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055));
  });
}
