/** A picture that is being loaded and decoded, in the element that will show it. */
export type Picture = {
  readonly image: HTMLImageElement;
  isReady: boolean;
  /** Resolves when it can be shown without a wait; rejects when it cannot be read. */
  readonly ready: Promise<void>;
};

/**
 * Keeps pictures decoded before they are wanted. Bytes in the browser's cache are not enough: decoding is what takes the time, and a swapped-in element
 * that is decoded shows in the next frame. A decoded preview takes about 11 MB, so few are kept.
 */
export function createPreloader() {
  const kept = new Map<string, Picture>();

  function get(url: string): Picture {
    const known = kept.get(url);
    if (known !== undefined) return known;
    const image = elementOf(url);
    const picture: Picture = {
      image,
      isReady: false,
      ready: image.decode().then(() => {
        picture.isReady = true;
      }),
    };
    picture.ready.catch(() => {});
    kept.set(url, picture);
    return picture;
  }

  return {
    get,
    /** An element for a thumbnail, which the strip has loaded already. */
    thumb: (url: string): HTMLImageElement => elementOf(url),
    /** Loads these, the most wanted first, and lets go of all others. */
    keep(urls: readonly string[]): void {
      for (const [url, { image }] of kept) {
        if (urls.includes(url)) continue;
        kept.delete(url);
        // Stops a download that nobody waits for.
        if (!image.complete) image.src = '';
      }
      for (const url of urls) get(url);
    },
  };
}

export type Preloader = ReturnType<typeof createPreloader>;

function elementOf(url: string): HTMLImageElement {
  const image = new Image();
  image.decoding = 'sync';
  image.draggable = false;
  image.src = url;
  return image;
}
