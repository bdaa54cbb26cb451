import type { Frame } from './photo-group.ts';

/** What a clipped share of the frame costs, against all of the group's sharpness. */
const COST_OF_CLIPPING = 0.5;

/**
 * Ids of frames that stand for one another, the proposed best first. Of a burst the sharpest, less what is clipped more than in the others; noise is
 * left out: within one moment it says how much light there was. Of copies the largest.
 */
export function bestFirst(kind: 'burst' | 'duplicate', frames: readonly Frame[]): readonly number[] {
  const sharpest = Math.max(...frames.map(({ sharpness }) => sharpness), Number.MIN_VALUE);
  const clipped = ({ clippedHighlightRatio, clippedShadowRatio }: Frame) => clippedHighlightRatio + clippedShadowRatio;
  const least = Math.min(...frames.map(clipped));
  const merit = (frame: Frame) => frame.sharpness / sharpest - COST_OF_CLIPPING * (clipped(frame) - least);
  const pixels = ({ widthPx, heightPx }: Frame) => (widthPx ?? 0) * (heightPx ?? 0);
  return frames
    .toSorted((a, b) => {
      const bySize = kind === 'duplicate' ? pixels(b) - pixels(a) || b.bytes - a.bytes : 0;
      return bySize || merit(b) - merit(a) || a.position - b.position || a.photoId - b.photoId;
    })
    .map(({ photoId }) => photoId);
}
