import { useImperativeHandle, useRef, useState, type RefObject } from 'react';
import { TransformComponent, TransformWrapper, type ReactZoomPanPinchRef } from 'react-zoom-pan-pinch';
import { useStore } from '../../lib/store.ts';
import { urlOf } from './image-urls.ts';
import { Picture } from './picture.tsx';
import type { Preloader } from './preloader.ts';
import type { SessionItem } from './session.ts';
import { stageLook } from './stage-look.ts';
import type { Mark } from './tally.ts';
import { zoomControls, zoomLimits, type ZoomControls } from './zoom.ts';
import classes from './stage.module.css';

/** More than these are too small to judge. */
export const MOST_PANES = 6;

type Props = {
  readonly preloader: Preloader;
  readonly items: readonly SessionItem[];
  readonly markOf: (item: SessionItem) => Mark;
  readonly activeId: number | undefined;
  readonly controls: RefObject<ZoomControls | null>;
  readonly onActive: (item: SessionItem) => void;
};

type Transform = { readonly positionX: number; readonly positionY: number; readonly scale: number };

/** Two to six photos beside each other under one zoom: what moves in one moves in all. */
export function Compare({ preloader, items, markOf, activeId, controls, onActive }: Props) {
  const zooms = useRef(new Map<number, ReactZoomPanPinchRef>());
  const isFollowing = useRef(false);
  const active = items.find(({ photoId }) => photoId === activeId) ?? items[0];
  const frame = useRef<HTMLElement>(null);
  useImperativeHandle(controls, () => {
    const zoom = { current: (active === undefined ? undefined : zooms.current.get(active.photoId)) ?? null };
    const size = { widthPx: active?.preview?.widthPx ?? 1, heightPx: active?.preview?.heightPx ?? 1 };
    return zoomControls(frame, zoom, size, null);
  });
  function follow(from: number, { positionX, positionY, scale }: Transform): void {
    // The others' own reports of what they were told.
    if (isFollowing.current) return;
    isFollowing.current = true;
    for (const [photoId, zoom] of zooms.current) {
      if (photoId !== from) void zoom.setTransform(positionX, positionY, scale, 0);
    }
    isFollowing.current = false;
  }
  return (
    <div className={classes.compare} data-panes={items.length} role="group" aria-label="Compared photos">
      {items.map((item) => (
        <Pane
          key={item.photoId}
          preloader={preloader}
          item={item}
          mark={markOf(item)}
          isActive={item === active}
          frame={item === active ? frame : undefined}
          keep={(zoom) => {
            if (zoom === null) zooms.current.delete(item.photoId);
            else zooms.current.set(item.photoId, zoom);
          }}
          onTransform={(transform) => follow(item.photoId, transform)}
          onActive={() => onActive(item)}
          onToggle={() => controls.current?.toggle()}
        />
      ))}
    </div>
  );
}

type PaneProps = {
  readonly preloader: Preloader;
  readonly item: SessionItem;
  readonly mark: Mark;
  readonly isActive: boolean;
  readonly frame: RefObject<HTMLElement | null> | undefined;
  readonly keep: (zoom: ReactZoomPanPinchRef | null) => void;
  readonly onTransform: (transform: Transform) => void;
  readonly onActive: () => void;
  readonly onToggle: () => void;
};

const marks = { pending: 'undecided', 'sent-back': 'undecided', gone: 'no longer in review' } as const;

function Pane({ preloader, item, mark, isActive, frame, keep, onTransform, onActive, onToggle }: PaneProps) {
  const [state, setState] = useState('loading');
  const { background } = useStore(stageLook);
  const url = urlOf(item.photoId, item.preview);
  return (
    <figure
      className={classes.pane}
      data-active={isActive}
      style={{ margin: 0 }}
      onPointerDown={onActive}
      onDoubleClick={onToggle}
    >
      <div
        className={classes.stage}
        style={{ background }}
        ref={(element) => {
          if (frame !== undefined) frame.current = element;
        }}
      >
        <TransformWrapper
          ref={keep}
          {...zoomLimits}
          doubleClick={{ disabled: true }}
          onTransform={(_, transform) => onTransform(transform)}
        >
          <TransformComponent wrapperClass={classes.zoom} contentClass={classes.zoom}>
            {url !== null && (
              <Picture
                preloader={preloader}
                url={url}
                thumbUrl={urlOf(item.photoId, item.thumb)}
                alt={item.fileName}
                attempt={0}
                onState={setState}
              />
            )}
          </TransformComponent>
        </TransformWrapper>
        {(url === null || state === 'failed') && <p className={classes.nothing}>Nothing is left to look at.</p>}
      </div>
      <button type="button" className={classes.paneHead} aria-pressed={isActive} onClick={onActive} onFocus={onActive}>
        <strong>{item.group?.rank == null ? item.band : `${item.group.rank}. of its burst`}</strong>
        <span>{mark in marks ? marks[mark as keyof typeof marks] : mark}</span>
        <span>{item.fileName}</span>
      </button>
    </figure>
  );
}
