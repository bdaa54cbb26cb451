import { Button } from '@mantine/core';
import type { PhotoRegion } from '@proofline/domain/photo-reading.ts';
import { useImperativeHandle, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { ReactZoomPanPinchRef } from 'react-zoom-pan-pinch';
import { problemsOf } from '../../lib/problem.ts';
import { useStore } from '../../lib/store.ts';
import { Picture, type PictureState } from './picture.tsx';
import type { Preloader } from './preloader.ts';
import { stageLook } from './stage-look.ts';
import { useWholePhoto } from './use-whole-photo.ts';
import type { WholePhoto } from './whole-photo.ts';
import {
  actualScale,
  ALMOST,
  boxOf,
  isFitted,
  isOneToOne,
  lookAt,
  scaleInWords,
  zoomControls,
  type ZoomControls,
} from './zoom.ts';
import { ZoomFrame } from './zoom-frame.tsx';
import classes from './stage.module.css';

type Props = {
  readonly preloader: Preloader;
  /** Null where nothing is left to look at. */
  readonly url: string | null;
  readonly nextUrl: string | null;
  readonly thumbUrl: string | null;
  readonly alt: string;
  /** Of the photo itself, which may have more pixels than its preview. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Null where there is nothing but the preview. */
  readonly whole: WholePhoto | null;
  readonly sharpest: PhotoRegion | null;
  readonly controls: RefObject<ZoomControls | null>;
  /** Laid over the photo's lower left corner. */
  readonly children?: ReactNode;
};

/** The photo on neutral grey. How far one looks in, and where, is kept from photo to photo. */
export function Stage(props: Props) {
  const { preloader, url, nextUrl, thumbUrl, alt, widthPx, heightPx, whole, sharpest, controls, children } = props;
  const frame = useRef<HTMLDivElement>(null);
  const zoom = useRef<ReactZoomPanPinchRef>(null);
  const [shown, setShown] = useState<PictureState>('loading');
  const [scale, setScale] = useState(1);
  const [attempt, setAttempt] = useState(0);
  const { background } = useStore(stageLook);
  const size = { widthPx, heightPx };
  const actual = actualScale(boxOf(frame.current), size);
  const pixels = useWholePhoto(isOneToOne(scale, boxOf(frame.current), size) ? whole : null);
  useImperativeHandle(controls, () => zoomControls(frame, zoom, size, sharpest));
  useKeptZoom(frame, zoom, widthPx, heightPx);
  return (
    <div className={classes.stage} ref={frame} style={{ background }} onDoubleClick={() => controls.current?.toggle()}>
      <ZoomFrame zoom={zoom} onTransform={({ scale: now }) => setScale(now)}>
        {url !== null && (
          <Picture
            preloader={preloader}
            url={url}
            nextUrl={nextUrl}
            thumbUrl={thumbUrl}
            alt={alt}
            attempt={attempt}
            onState={setShown}
          />
        )}
        {pixels.url !== null && <img className={classes.whole} src={pixels.url} alt="" draggable={false} />}
      </ZoomFrame>
      {url === null && (
        <p className={classes.nothing}>Nothing is left to look at: the photo was taken back, rejected or published.</p>
      )}
      {url !== null && shown === 'failed' && (
        <div className={classes.nothing} role="alert">
          <p>The picture could not be read. Nothing of the photo was changed; it can be rejected, or tried again.</p>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              preloader.keep([]);
              setAttempt(attempt + 1);
            }}
          >
            Try again
          </Button>
        </div>
      )}
      <div className={classes.corner}>
        {pixels.error !== null && (
          <div className={classes.missing} role="alert">
            <p>This is the enlarged preview: {problemsOf(pixels.error).join('; ')}.</p>
            <Button size="compact-xs" variant="default" onClick={pixels.again}>
              Try again
            </Button>
          </div>
        )}
        {children}
      </div>
      <span className={classes.scale} data-testid="scale">
        {shown === 'loading' && url !== null ? 'loading · ' : ''}
        {pixels.isLoading && url !== null ? 'loading every pixel · ' : ''}
        {scaleInWords(scale, actual)}
      </span>
    </div>
  );
}

/** One pixel on one pixel stays that for a photo of another size, and of one of another shape something is seen. */
function useKeptZoom(
  frame: RefObject<HTMLElement | null>,
  zoom: RefObject<ReactZoomPanPinchRef | null>,
  widthPx: number,
  heightPx: number,
): void {
  const before = useRef({ widthPx, heightPx });
  useLayoutEffect(() => {
    const last = before.current;
    before.current = { widthPx, heightPx };
    const now = zoom.current;
    if (now === null || isFitted(now.state.scale)) return;
    if (last.widthPx === widthPx && last.heightPx === heightPx) return;
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined) return;
    const isActual = Math.abs(now.state.scale / actualScale(box, last) - 1) < 1 - ALMOST;
    const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    lookAt(now, box, { widthPx, heightPx }, middle, isActual ? undefined : now.state.scale);
  }, [frame, zoom, widthPx, heightPx]);
}
