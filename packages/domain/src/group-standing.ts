import { standForOneAnother, type Frame, type PhotoGroupKind } from './photo-group.ts';

/** How one frame stands in its group. */
export type GroupStanding = {
  readonly groupId: number;
  readonly kind: PhotoGroupKind;
  /** Photos in the group. */
  readonly photos: number;
  /** From 1, the best; null where every frame is needed. */
  readonly rank: number | null;
  /** Proposed, never decided; null where every frame is needed. */
  readonly bestPhotoId: number | null;
  /** What the rank comes from, in words. */
  readonly why: string;
};

/** What the reason of a rank is told by. */
export type RankedFrame = Pick<
  Frame,
  'photoId' | 'sharpness' | 'clippedHighlightRatio' | 'clippedShadowRatio' | 'widthPx' | 'heightPx' | 'bytes'
>;

/** `frames` in the order of their ranks. */
export function standingsIn(
  { groupId, kind }: Pick<GroupStanding, 'groupId' | 'kind'>,
  frames: readonly RankedFrame[],
): ReadonlyMap<number, GroupStanding> {
  const isRanked = standForOneAnother(kind);
  const group = { groupId, kind, photos: frames.length, bestPhotoId: isRanked ? (frames[0]?.photoId ?? null) : null };
  return new Map(
    frames.map((frame, index) => {
      const why = whyOf(kind, frame, frames);
      return [frame.photoId, { ...group, rank: isRanked ? index + 1 : null, why }];
    }),
  );
}

function whyOf(kind: PhotoGroupKind, frame: RankedFrame, frames: readonly RankedFrame[]): string {
  switch (kind) {
    case 'duplicate':
      return whyAmongCopies(frame, frames);
    case 'burst':
      return whyInBurst(frame, frames);
    case 'bracket':
      return 'one of several exposures of one scene; all of them are needed';
    case 'focus-stack':
      return 'one of several focus distances in one scene; all of them are needed';
    case 'panorama':
      return 'one part of a panorama; all of them are needed';
  }
}

function whyAmongCopies(frame: RankedFrame, frames: readonly RankedFrame[]): string {
  const best = frames[0]!;
  const sizeOf = ({ widthPx, heightPx }: RankedFrame) => `${widthPx ?? '?'}×${heightPx ?? '?'}`;
  const pixelsOf = ({ widthPx, heightPx }: RankedFrame) => (widthPx ?? 0) * (heightPx ?? 0);
  if (frame === best) {
    const isLargest = frames.slice(1).every((other) => pixelsOf(other) < pixelsOf(best));
    return isLargest ? `the largest copy, ${sizeOf(best)}` : `as large as any copy, ${sizeOf(best)}, with most bytes`;
  }
  if (pixelsOf(frame) < pixelsOf(best)) return `a smaller copy, ${sizeOf(frame)} instead of ${sizeOf(best)}`;
  return frame.bytes < best.bytes ? 'a copy of the same size with fewer bytes' : 'a copy of the same size';
}

/** Less of the frame than this is not worth a word. */
const WORTH_A_WORD = 0.01;

function whyInBurst(frame: RankedFrame, frames: readonly RankedFrame[]): string {
  const sharpest = Math.max(...frames.map(({ sharpness }) => sharpness));
  const share = sharpest > 0 ? frame.sharpness / sharpest : 1;
  const sharpness = share === 1 ? 'the sharpest frame' : `${Math.round(share * 100)} % as sharp as the sharpest`;
  const clippedOf = ({ clippedHighlightRatio, clippedShadowRatio }: RankedFrame) =>
    clippedHighlightRatio + clippedShadowRatio;
  const more = clippedOf(frame) - Math.min(...frames.map(clippedOf));
  if (more >= WORTH_A_WORD)
    return `${sharpness}, ${(more * 100).toFixed(0)} % more of it without detail than in the cleanest`;
  const isCleaner = share < 1 && frames.some((other) => clippedOf(other) - clippedOf(frame) >= WORTH_A_WORD);
  return isCleaner ? `${sharpness}, with less of it without detail` : sharpness;
}
