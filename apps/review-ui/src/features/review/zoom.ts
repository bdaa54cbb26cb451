import type { PhotoRegion } from '@proofline/domain/photo-reading.ts';
import type { RefObject } from 'react';
import type { ReactZoomPanPinchRef } from 'react-zoom-pan-pinch';

const PAN_PX = 120;
const STEP = 1.5;
const SMALLEST_SCALE = 0.05;
const LARGEST_SCALE = 16;
const CLOSE = 0.01;

export const zoomLimits = { minScale: SMALLEST_SCALE, maxScale: LARGEST_SCALE } as const;

/** Where the content lies in its frame, in pixels of the page, and how much larger than fitted. */
export type Transform = { readonly positionX: number; readonly positionY: number; readonly scale: number };

export type ZoomControls = {
  /** Fits the photo, or shows one of its pixels on one of the screen's: at the pointer, else where the photo is sharpest. */
  toggle(): void;
  /** One pixel on one pixel for as long as it is on. */
  peek(isOn: boolean): void;
  by(steps: number): void;
  fit(): void;
  pan(right: number, down: number): void;
};

export type Size = { readonly widthPx: number; readonly heightPx: number };

/** Where the pointer is, in the window; kept by the window itself, because a key asks for it. */
let pointer: { readonly x: number; readonly y: number } | null = null;
window.addEventListener('pointermove', ({ clientX, clientY }) => (pointer = { x: clientX, y: clientY }), {
  passive: true,
});

type Box = { readonly width: number; readonly height: number };

/** Pixels of the page for one of the photo, where all of it is shown. */
const fittedScale = ({ width, height }: Box, { widthPx, heightPx }: Size) =>
  Math.min(width / Math.max(1, widthPx), height / Math.max(1, heightPx));

/** How much larger than fitted one image pixel to one device pixel is. */
export function actualScale(box: Box, size: Size): number {
  const actual = 1 / (fittedScale(box, size) * window.devicePixelRatio);
  return Math.min(LARGEST_SCALE, Math.max(SMALLEST_SCALE, actual));
}

/** Of the frame as it is laid out now. */
export const boxOf = (frame: HTMLElement | null): Box => frame?.getBoundingClientRect() ?? { width: 1, height: 1 };

export const isFitted = (scale: number) => Math.abs(scale - 1) < CLOSE;

/** One pixel on one pixel, give or take what rounding does to it. */
export const ALMOST = 0.98;

/** So near that a preview has not enough pixels. */
export const isOneToOne = (scale: number, box: Box, size: Size) =>
  !isFitted(scale) && scale > actualScale(box, size) * ALMOST;

/** `fit`, or per cent of the picture's own pixels on the screen's. */
export const scaleInWords = (scale: number, actual: number) =>
  isFitted(scale) ? 'fit' : `${Math.round((scale / actual) * 100)} %`;

/**
 * One pixel on one pixel, or another scale, with what lies at the point kept there as far as the photo reaches: no more of what lies around it is shown than
 * has to be. The library's own way rounds the scale to two places, which over a photo's width is several pixels; and a photo that begins between two of
 * the screen's pixels is blurred by half of one.
 */
export function lookAt(
  zoom: ReactZoomPanPinchRef | null,
  box: DOMRect,
  { widthPx, heightPx }: Size,
  { x, y }: { readonly x: number; readonly y: number },
  scale = actualScale(box, { widthPx, heightPx }),
): void {
  if (zoom === null) return;
  const { scale: before, positionX, positionY } = zoom.state;
  const fitted = fittedScale(box, { widthPx, heightPx });
  const along = (start: number, length: number, fittedLength: number, position: number, at: number): number => {
    const point = (at - start - position) / before;
    // From the edge of what is zoomed, which is as large as the box, to the photo's own.
    const margin = ((length - fittedLength) / 2) * scale;
    const wanted = at - start - point * scale + margin;
    const room = length - fittedLength * scale;
    const edge = start + (room < 0 ? Math.min(0, Math.max(room, wanted)) : room / 2);
    return Math.round(edge * window.devicePixelRatio) / window.devicePixelRatio - start - margin;
  };
  void zoom.setTransform(
    along(box.left, box.width, widthPx * fitted, positionX, x),
    along(box.top, box.height, heightPx * fitted, positionY, y),
    scale,
    0,
  );
}

/** The controls of one picture in one frame. */
export function zoomControls(
  frame: RefObject<HTMLElement | null>,
  zoom: RefObject<ReactZoomPanPinchRef | null>,
  size: Size,
  sharpest: PhotoRegion | null,
): ZoomControls {
  const scale = () => zoom.current?.state.scale ?? 1;
  function lookInto(): void {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined) return;
    const point = pointerIn(box) ?? pointOf(box, size, sharpest);
    lookAt(zoom.current, box, size, point);
  }
  const fit = () => void zoom.current?.resetTransform(0);
  return {
    toggle: () => (isFitted(scale()) ? lookInto() : fit()),
    peek: (isOn) => (isOn ? lookInto() : fit()),
    by(steps) {
      const box = frame.current?.getBoundingClientRect();
      if (box === undefined) return;
      const { x, y } = pointerIn(box) ?? { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      const wanted = Math.min(LARGEST_SCALE, Math.max(1, scale() * STEP ** steps));
      void zoom.current?.zoomToPoint(wanted, x, y, 0);
    },
    fit,
    pan: (right, down) => void zoom.current?.panBy(-right * PAN_PX, -down * PAN_PX, 0),
  };
}

function pointerIn(box: DOMRect): { readonly x: number; readonly y: number } | null {
  if (pointer === null) return null;
  const { x, y } = pointer;
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom ? pointer : null;
}

/** The middle of the region, or of the photo, as it lies fitted in the box. */
function pointOf(box: DOMRect, { widthPx, heightPx }: Size, region: PhotoRegion | null) {
  const fitted = fittedScale(box, { widthPx, heightPx });
  const [width, height] = [widthPx * fitted, heightPx * fitted];
  const share =
    region === null ? { x: 0.5, y: 0.5 } : { x: region.left + region.width / 2, y: region.top + region.height / 2 };
  return {
    x: box.left + (box.width - width) / 2 + share.x * width,
    y: box.top + (box.height - height) / 2 + share.y * height,
  };
}
