import { useQuery } from '@tanstack/react-query';
import { useImperativeHandle, useRef, useState, type RefObject } from 'react';
import type { ReactZoomPanPinchRef } from 'react-zoom-pan-pinch';
import { problemsOf } from '../../lib/problem.ts';
import { useStore } from '../../lib/store.ts';
import { urlOf } from './image-urls.ts';
import { Picture } from './picture.tsx';
import type { Preloader } from './preloader.ts';
import { reviewQuery } from './queries.ts';
import type { SessionItem } from './session.ts';
import { stageLook } from './stage-look.ts';
import type { Mark } from './tally.ts';
import { useWholePhoto } from './use-whole-photo.ts';
import { wholePhotoOf, type WholePhoto } from './whole-photo.ts';
import { boxOf, isOneToOne, zoomControls, type Transform, type ZoomControls } from './zoom.ts';
import { ZoomFrame } from './zoom-frame.tsx';
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

/** Two to six photos beside each other under one zoom: what moves in one moves in all. */
export function Compare({ preloader, items, markOf, activeId, controls, onActive }: Props) {
  const zooms = useRef(new Map<number, ReactZoomPanPinchRef>());
  const isFollowing = useRef(false);
  const active = items.find(({ photoId }) => photoId === activeId) ?? items[0];
  const frame = useRef<HTMLElement>(null);
  const whole = useWholeOf(active);
  useImperativeHandle(controls, () => {
    const zoom = { current: (active === undefined ? undefined : zooms.current.get(active.photoId)) ?? null };
    const size = whole ?? active?.preview ?? { widthPx: 1, heightPx: 1 };
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

/** The original behind the preview of this photo, once it is known. */
function useWholeOf(item: SessionItem | undefined): WholePhoto | null {
  const { data: view } = useQuery({
    ...reviewQuery(item?.photoId ?? 0),
    enabled: item !== undefined && !item.isGone,
  });
  return view === undefined || item?.preview == null ? null : wholePhotoOf(view, item.preview);
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
  const [scale, setScale] = useState(1);
  const own = useRef<HTMLDivElement>(null);
  const whole = useWholeOf(item);
  const isActual = whole !== null && isOneToOne(scale, boxOf(own.current), whole);
  const pixels = useWholePhoto(isActual ? whole : null);
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
          own.current = element;
          if (frame !== undefined) frame.current = element;
        }}
      >
        <ZoomFrame
          zoom={keep}
          onTransform={(transform) => {
            setScale(transform.scale);
            onTransform(transform);
          }}
        >
          {url !== null && (
            <Picture
              preloader={preloader}
              url={url}
              nextUrl={null}
              thumbUrl={urlOf(item.photoId, item.thumb)}
              alt={item.fileName}
              attempt={0}
              onState={setState}
            />
          )}
          {pixels.url !== null && <img className={classes.whole} src={pixels.url} alt="" draggable={false} />}
        </ZoomFrame>
        {(url === null || state === 'failed') && <p className={classes.nothing}>Nothing is left to look at.</p>}
      </div>
      <button type="button" className={classes.paneHead} aria-pressed={isActive} onClick={onActive} onFocus={onActive}>
        <strong>{item.group?.rank == null ? item.band : `${item.group.rank}. of its burst`}</strong>
        <span>{mark in marks ? marks[mark as keyof typeof marks] : mark}</span>
        <span>{item.fileName}</span>
        {pixels.isLoading && <span>loading every pixel</span>}
        {pixels.error !== null && <span>enlarged preview: {problemsOf(pixels.error).join('; ')}</span>}
      </button>
    </figure>
  );
}
