import type { PublishedPhoto } from '@proofline/domain/published-photo.ts';

type Exposure = Pick<PublishedPhoto, 'focalLengthMm' | 'fNumber' | 'exposureTimeSeconds' | 'iso'>;

/** `35 mm · f/4 · 1/250 s · ISO 100`; null where the file says nothing of it. */
export function exposureOf({ focalLengthMm, fNumber, exposureTimeSeconds, iso }: Exposure): string | null {
  const parts = [
    ...(focalLengthMm === null ? [] : [`${focalLengthMm} mm`]),
    ...(fNumber === null ? [] : [`f/${fNumber}`]),
    ...(exposureTimeSeconds === null ? [] : [time(exposureTimeSeconds)]),
    ...(iso === null ? [] : [`ISO ${iso}`]),
  ];
  return parts.length === 0 ? null : parts.join(' · ');
}

const time = (seconds: number) => (seconds < 0.3 ? `1/${Math.round(1 / seconds)} s` : `${seconds} s`);
