import { useQuery } from '@tanstack/react-query';
import { useRef, type RefObject } from 'react';
import { useStore } from '../../lib/store.ts';
import { exposureOf } from './exposure.ts';
import { Histogram } from './histogram.tsx';
import { urlOf } from './image-urls.ts';
import type { Preloader } from './preloader.ts';
import { reviewQuery } from './queries.ts';
import type { SessionItem } from './session.ts';
import { Stage } from './stage.tsx';
import { stageLook } from './stage-look.ts';
import { sizeLike, wholePhotoOf } from './whole-photo.ts';
import type { ZoomControls } from './zoom.ts';
import classes from './stage.module.css';

type Props = {
  readonly preloader: Preloader;
  readonly item: SessionItem;
  /** The one that comes next the way one goes. */
  readonly next: SessionItem | undefined;
  readonly controls: RefObject<ZoomControls | null>;
};

/** The photo under review with what a person wants laid over it. */
export function PhotoStage({ preloader, item, next, controls }: Props) {
  const { photoId, preview, thumb, fileName, group, isGone } = item;
  const { data: view } = useQuery({ ...reviewQuery(photoId), enabled: !isGone });
  const { showsInfo, showsHistogram } = useStore(stageLook);
  const url = urlOf(photoId, preview);
  const whole = view === undefined || preview === null ? null : wholePhotoOf(view, preview);
  const lastEdgePx = useRef<number | null>(null);
  if (whole !== null) lastEdgePx.current = Math.max(whole.widthPx, whole.heightPx);
  const isUnknown = view === undefined && preview !== null && lastEdgePx.current !== null;
  const size = whole ?? (isUnknown ? sizeLike(preview, lastEdgePx.current!) : preview);
  return (
    <Stage
      preloader={preloader}
      url={url}
      nextUrl={next === undefined ? null : urlOf(next.photoId, next.preview)}
      thumbUrl={urlOf(photoId, thumb)}
      alt={view?.published.altText || fileName}
      widthPx={size?.widthPx ?? 1}
      heightPx={size?.heightPx ?? 1}
      whole={whole}
      sharpest={view?.quality.sharpestTile ?? null}
      controls={controls}
    >
      {showsHistogram && url !== null && <Histogram preloader={preloader} url={url} />}
      {showsInfo && preview !== null && (
        <p className={classes.note}>
          {[fileName, size && `${size.widthPx} × ${size.heightPx}`, view && exposureOf(view.published)]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {group !== null && (
        <p className={classes.note}>
          {group.rank === null
            ? `part of a ${group.kind}: every frame is needed`
            : `${group.kind}, ${placeIn(group.rank)}`}
        </p>
      )}
    </Stage>
  );
}

const placeIn = (rank: number) => (rank === 1 ? '★ proposed best' : `${rank}. best`);
