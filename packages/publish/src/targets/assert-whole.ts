import type { Asset } from '@proofline/domain/asset-target.ts';
import { contentSha256 } from '../content-hash.ts';

/** Throws when the bytes were changed since their hash was taken. */
export function assertWhole(path: string, asset: Asset): void {
  const actual = contentSha256(asset.bytes);
  if (actual === asset.sha256) return;
  throw new Error(`the bytes for ${path} hash to ${actual}, not to ${asset.sha256} as stated; nothing was written`);
}
