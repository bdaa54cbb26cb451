import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Preloader } from './preloader.ts';
import classes from './stage.module.css';

export type PictureState = 'loading' | 'shown' | 'failed';

type Props = {
  readonly preloader: Preloader;
  readonly url: string;
  readonly thumbUrl: string | null;
  readonly alt: string;
  /** Raised to try again. */
  readonly attempt: number;
  readonly onState: (state: PictureState) => void;
};

/** One photo. The decoded element itself is put in place; until it is, the thumbnail stands there, enlarged. */
export function Picture({ preloader, url, thumbUrl, alt, attempt, onState }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [words] = useState(() => ({ alt }));
  words.alt = alt;

  useLayoutEffect(() => {
    let isCurrent = true;
    const picture = preloader.get(url);
    const show = (image: HTMLImageElement) => {
      image.alt = words.alt;
      place.current?.replaceChildren(image);
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
    const image = place.current?.querySelector('img');
    if (image) image.alt = alt;
  }, [alt]);
  return <div ref={place} className={classes.place} />;
}
