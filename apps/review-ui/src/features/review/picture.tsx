import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { afterFrame } from '../../lib/after-frame.ts';
import type { Preloader } from './preloader.ts';
import classes from './stage.module.css';

export type PictureState = 'loading' | 'shown' | 'failed';

type Props = {
  readonly preloader: Preloader;
  readonly url: string;
  /** Of the photo that is likely to be shown next in the same place; null where nobody knows. */
  readonly nextUrl: string | null;
  readonly thumbUrl: string | null;
  readonly alt: string;
  /** Raised to try again. */
  readonly attempt: number;
  readonly onState: (state: PictureState) => void;
};

/** One photo. The decoded element itself is put in place; until it is, the thumbnail stands there, enlarged. */
export function Picture({ preloader, url, nextUrl, thumbUrl, alt, attempt, onState }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [words] = useState(() => ({ alt }));
  words.alt = alt;

  useLayoutEffect(() => {
    let isCurrent = true;
    const picture = preloader.get(url);
    const show = (image: HTMLImageElement) => {
      image.alt = words.alt;
      delete image.dataset['waiting'];
      // One that waits here already is not put in anew: it would be drawn anew.
      if (image.parentElement !== place.current) place.current?.append(image);
      for (const other of imagesIn(place.current)) if (other !== image) other.remove();
    };
    if (picture.isReady) {
      show(picture.image);
      return onState('shown');
    }
    onState('loading');
    if (thumbUrl !== null) show(preloader.thumb(thumbUrl));
    picture.ready.then(
      () => {
        if (!isCurrent) return;
        show(picture.image);
        onState('shown');
      },
      () => isCurrent && onState('failed'),
    );
    return () => {
      isCurrent = false;
    };
    // The words may change while the picture stays.
  }, [preloader, url, thumbUrl, attempt]);
  useEffect(() => {
    const image = imagesIn(place.current).find(({ dataset }) => dataset['waiting'] === undefined);
    if (image) image.alt = alt;
  }, [alt]);
  useEffect(() => {
    if (nextUrl === null || nextUrl === url) return;
    return afterFrame(() => void standBy(preloader, place, url, nextUrl));
  }, [preloader, url, nextUrl, attempt]);
  return <div ref={place} className={classes.place} />;
}

/**
 * Puts the next picture in the same place, unseen, once both are decoded. A decoded picture has still to be scaled to the place, which takes longer than a
 * frame lasts; one that waits there is scaled already, and to show it changes nothing but how much one sees through it.
 */
async function standBy(
  preloader: Preloader,
  place: RefObject<HTMLElement | null>,
  url: string,
  nextUrl: string,
): Promise<void> {
  const [now, next] = [preloader.get(url), preloader.get(nextUrl)];
  // Who cannot be read says so when it is shown.
  await Promise.allSettled([now.ready, next.ready]);
  // Another one may be there meanwhile.
  if (!next.isReady || now.image.parentElement !== place.current || now.image.dataset['waiting'] !== undefined) return;
  next.image.alt = '';
  next.image.dataset['waiting'] = '';
  place.current?.append(next.image);
}

const imagesIn = (place: HTMLElement | null) => [...(place?.querySelectorAll('img') ?? [])];
