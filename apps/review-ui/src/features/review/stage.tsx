import { Button } from '@mantine/core';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { TransformComponent, TransformWrapper, type ReactZoomPanPinchRef } from 'react-zoom-pan-pinch';
import type { Preloader } from './preloader.ts';
import classes from './review.module.css';

const PAN_PX = 120;
const LARGEST_SCALE = 16;

export type StageControls = {
  /** Fits the photo, or shows one of its pixels on one of the screen's. */
  toggleZoom(): void;
  pan(right: number, down: number): void;
};

type Props = {
  readonly preloader: Preloader;
  /** Null where nothing is left to look at. */
  readonly url: string | null;
  readonly thumbUrl: string | null;
  readonly alt: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly controls: RefObject<StageControls | null>;
};

/** The photo on neutral grey. The decoded element itself is put in place; how far one looks in is kept from photo to photo. */
export function Stage({ preloader, url, thumbUrl, alt, widthPx, heightPx, controls }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const zoom = useRef<ReactZoomPanPinchRef>(null);
  const [shown, setShown] = useState<'loading' | 'shown' | 'failed'>('loading');
  const [scale, setScale] = useState(1);
  const [attempt, setAttempt] = useState(0);

  useLayoutEffect(() => {
    if (url === null) return;
    let isCurrent = true;
    const picture = preloader.get(url);
    const show = (image: HTMLImageElement) => {
      image.alt = alt;
      place.current?.replaceChildren(image);
    };
    if (picture.isReady) {
      show(picture.image);
      setShown('shown');
      return;
    }
    setShown('loading');
    if (thumbUrl !== null) show(preloader.get(thumbUrl).image);
    picture.ready.then(
      () => {
        if (!isCurrent) return;
        show(picture.image);
        setShown('shown');
      },
      () => isCurrent && setShown('failed'),
    );
    return () => {
      isCurrent = false;
    };
    // The words may change while the picture stays.
  }, [preloader, url, thumbUrl, attempt]);
  useEffect(() => {
    const image = place.current?.querySelector('img');
    if (image) image.alt = alt;
  }, [alt]);

  /** How much larger than fitted one image pixel to one device pixel is. */
  const actualScale = () => {
    const { clientWidth = 1, clientHeight = 1 } = frame.current ?? {};
    const fitted = Math.min(clientWidth / Math.max(1, widthPx), clientHeight / Math.max(1, heightPx));
    return 1 / (fitted * window.devicePixelRatio);
  };
  useImperativeHandle(controls, () => ({
    toggleZoom() {
      const isFitted = Math.abs((zoom.current?.state.scale ?? 1) - 1) < 0.01;
      if (isFitted) void zoom.current?.centerView(Math.min(LARGEST_SCALE, Math.max(0.2, actualScale())), 0);
      else void zoom.current?.resetTransform(0);
    },
    pan(right, down) {
      const state = zoom.current?.state;
      if (state !== undefined)
        void zoom.current?.setTransform(
          state.positionX - right * PAN_PX,
          state.positionY - down * PAN_PX,
          state.scale,
          0,
        );
    },
  }));

  if (url === null)
    return (
      <div className={classes.stage}>
        <p className={classes.nothing}>Nothing is left to look at: the photo was taken back, rejected or published.</p>
      </div>
    );
  return (
    <div className={classes.stage} ref={frame} onDoubleClick={() => controls.current?.toggleZoom()}>
      <TransformWrapper
        ref={zoom}
        minScale={0.2}
        maxScale={LARGEST_SCALE}
        doubleClick={{ disabled: true }}
        onTransform={(_, { scale: now }) => setScale(now)}
      >
        <TransformComponent wrapperClass={classes.zoom} contentClass={classes.zoom}>
          <div ref={place} className={classes.place} />
        </TransformComponent>
      </TransformWrapper>
      {shown === 'failed' && (
        <div className={classes.nothing} role="alert">
          <p>The picture could not be read.</p>
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
      <span className={classes.scale}>
        {shown === 'loading' ? 'loading · ' : ''}
        {Math.abs(scale - 1) < 0.01 ? 'fit' : `${Math.round((scale / actualScale()) * 100)} %`}
      </span>
    </div>
  );
}
