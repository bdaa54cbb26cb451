/** Colour as code points of ITU-T H.273, which AVIF carries where it has no ICC profile; libvips passes the numbers on as if sRGB. */
export type Cicp = { readonly primaries: number; readonly transfer: number };

export const BT2020_PRIMARIES = 9;
export const DISPLAY_P3_PRIMARIES = 12;
export const LINEAR_TRANSFER = 8;
export const PQ_TRANSFER = 16;
export const HLG_TRANSFER = 18;

/** The first `nclx` colour box in the beginning of an AVIF; undefined when there is none or the colours are sRGB's anyway. */
export function unusualCicpOf(head: Buffer): Cicp | undefined {
  const at = head.indexOf('colrnclx', 0, 'latin1');
  if (at < 0 || at + 12 > head.length) return undefined;
  const cicp = { primaries: head.readUInt16BE(at + 8), transfer: head.readUInt16BE(at + 10) };
  return unusualPrimaries.has(cicp.primaries) || unusualTransfers.has(cicp.transfer) ? cicp : undefined;
}

/** The rest is close enough to sRGB that browsers show it as such, or means "unspecified". */
const unusualPrimaries = new Set([BT2020_PRIMARIES, DISPLAY_P3_PRIMARIES]);
const unusualTransfers = new Set([LINEAR_TRANSFER, PQ_TRANSFER, HLG_TRANSFER]);
