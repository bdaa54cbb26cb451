import { useEffect, useState } from 'react';
import type { Preloader } from './preloader.ts';
import classes from './stage.module.css';

const BINS = 64;
const SAMPLE_PX = 256;
const HEIGHT = 72;

type Tones = { readonly bins: readonly number[]; readonly black: number; readonly white: number };

/** How the photo's light is spread, from black on the left to white on the right, with what has no detail left. Of the preview, made smaller. */
export function Histogram({ preloader, url }: { readonly preloader: Preloader; readonly url: string }) {
  const [tones, setTones] = useState<Tones | null>(null);
  useEffect(() => {
    let isCurrent = true;
    setTones(null);
    const { image, ready } = preloader.get(url);
    ready.then(
      () => isCurrent && setTones(tonesOf(image)),
      // The stage says that the picture could not be read.
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [preloader, url]);
  if (tones === null) return null;
  const highest = Math.max(...tones.bins);
  const points = tones.bins.map(
    (value, bin) => `L ${(bin * SAMPLE_PX) / (BINS - 1)} ${HEIGHT - (HEIGHT * value) / highest}`,
  );
  const words = `${percent(tones.black)} black without detail · ${percent(tones.white)} white without detail`;
  return (
    <figure style={{ margin: 0 }}>
      <svg className={classes.histogram} viewBox={`0 0 ${SAMPLE_PX} ${HEIGHT}`} role="img" aria-label={words}>
        <path d={`M 0 ${HEIGHT} ${points.join(' ')} L ${SAMPLE_PX} ${HEIGHT} Z`} />
      </svg>
      <figcaption className={classes.note}>{words}</figcaption>
    </figure>
  );
}

function tonesOf(image: HTMLImageElement): Tones {
  const scale = SAMPLE_PX / Math.max(image.naturalWidth, image.naturalHeight);
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(image.naturalWidth * scale)),
    Math.max(1, Math.round(image.naturalHeight * scale)),
  );
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const bins = Array.from({ length: BINS }, () => 0);
  let [black, white] = [0, 0];
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue] = [data[at]!, data[at + 1]!, data[at + 2]!];
    // Rec. 709 luma.
    const luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    bins[Math.min(BINS - 1, Math.floor((luma / 256) * BINS))]! += 1;
    if (red + green + blue === 0) black += 1;
    if (red === 255 && green === 255 && blue === 255) white += 1;
  }
  const pixels = data.length / 4;
  return { bins, black: black / pixels, white: white / pixels };
}

const percent = (share: number) => `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;
