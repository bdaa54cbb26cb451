import type { PhotoRegion } from '@proofline/domain/photo-reading.ts';
import type { ReviewView } from '@proofline/domain/review.ts';
import { Link } from '@tanstack/react-router';
import { urlOf } from './image-urls.ts';
import type { SessionItem } from './session.ts';
import classes from './fields.module.css';

const CROP_PX = 120;

/** How good the photo is and why, in words, with the part of it that sharpness was judged by. */
export function QualityBlock({ view, item }: { readonly view: ReviewView; readonly item: SessionItem }) {
  const { quality, published } = view;
  const { technical, ratingByPerson, assessment, sharpestTile, standing, lookalikes, absent } = quality;
  const url = urlOf(item.photoId, item.preview);
  const rated = published.rating === null ? published.band : `${published.band}, ${published.rating.toFixed(2)} of 10`;
  const who =
    ratingByPerson !== null
      ? 'given by a person'
      : assessment?.origin === 'proxy'
        ? 'in part by stand-in formulas'
        : 'measured';
  return (
    <section className={classes.quality} aria-label="Quality">
      <div className={classes.head}>
        <h2>Quality</h2>
        <span>
          {rated} ({who})
        </span>
      </div>
      <div className={classes.judged}>
        {url !== null && sharpestTile !== null && item.preview !== null && (
          <Crop url={url} region={sharpestTile} {...item.preview} />
        )}
        <ul>
          {technical !== null && <li>technical rating {technical.rating} of 100</li>}
          {technical?.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
          {technical?.reasons.length === 0 && <li>nothing about it stands out</li>}
          {standing !== null && (
            <li>
              {standing.kind} of {standing.photos}: {standing.why}
            </li>
          )}
          {lookalikes.map(({ photoId, likeness, fileName, originalFileName, state }) => (
            <li key={photoId}>
              {likeness === 'same' ? 'the same picture as' : 'nearly the same as'}{' '}
              <Link to="/review" search={{ photoId }}>
                {fileName ?? originalFileName}
              </Link>{' '}
              ({state.replaceAll('-', ' ')})
            </li>
          ))}
        </ul>
      </div>
      {absent.length > 0 && (
        <details>
          <summary>{absent.length} not measured</summary>
          <ul>
            {absent.map(({ measure, reason }) => (
              <li key={measure}>
                {measure}: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

type CropProps = {
  readonly url: string;
  readonly region: PhotoRegion;
  readonly widthPx: number;
  readonly heightPx: number;
};

/** One pixel of the preview on one of the page, as far as that is room for. */
function Crop({ url, region, widthPx, heightPx }: CropProps) {
  const middle = {
    x: (region.left + region.width / 2) * widthPx,
    y: (region.top + region.height / 2) * heightPx,
  };
  const shift = (at: number, whole: number) => -Math.max(0, Math.min(whole - CROP_PX, at - CROP_PX / 2));
  return (
    <figure className={classes.scored}>
      <span className={classes.crop} style={{ width: CROP_PX, height: CROP_PX }}>
        <img
          src={url}
          alt="The sharpest part of the photo"
          width={widthPx}
          height={heightPx}
          style={{ transform: `translate(${shift(middle.x, widthPx)}px, ${shift(middle.y, heightPx)}px)` }}
        />
      </span>
      <figcaption aria-hidden>sharpest part</figcaption>
    </figure>
  );
}
