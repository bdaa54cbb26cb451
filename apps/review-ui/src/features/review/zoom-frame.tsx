import { memo, useImperativeHandle, useRef, useState, type ReactNode, type Ref, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { TransformComponent, TransformWrapper, type ReactZoomPanPinchRef } from 'react-zoom-pan-pinch';
import { zoomLimits, type Transform } from './zoom.ts';
import classes from './stage.module.css';

type OnTransform = (transform: Transform) => void;

type Props = {
  readonly zoom: Ref<ReactZoomPanPinchRef>;
  readonly onTransform: OnTransform;
  readonly children: ReactNode;
};

/**
 * What is shown under a zoom, which stays while what is shown changes. The library measures its elements whenever it is rendered, which lays out the page
 * in the middle of a key press; so it is rendered once, and what it shows is put into it.
 */
export function ZoomFrame({ zoom, onTransform, children }: Props) {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const own = useRef<ReactZoomPanPinchRef>(null);
  const listener = useRef(onTransform);
  listener.current = onTransform;
  useImperativeHandle(zoom, () => own.current!);
  return (
    <>
      <EmptyZoom zoom={own} listener={listener} onSlot={setSlot} />
      {slot !== null && createPortal(children, slot)}
    </>
  );
}

type EmptyProps = {
  readonly zoom: RefObject<ReactZoomPanPinchRef | null>;
  readonly listener: RefObject<OnTransform>;
  readonly onSlot: (slot: HTMLElement | null) => void;
};

const EmptyZoom = memo(function EmptyZoom({ zoom, listener, onSlot }: EmptyProps) {
  return (
    <TransformWrapper
      ref={zoom}
      {...zoomLimits}
      doubleClick={{ disabled: true }}
      onTransform={(_, transform) => listener.current(transform)}
    >
      <TransformComponent wrapperClass={classes.zoom} contentClass={classes.zoom}>
        <div ref={onSlot} className={classes.zoom} />
      </TransformComponent>
    </TransformWrapper>
  );
});
