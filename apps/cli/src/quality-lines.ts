import type { PhotoQuality } from '@proofline/domain/photo-quality.ts';

/** What a photo's measurements say, for a terminal. */
export function qualityLines(quality: PhotoQuality): readonly string[] {
  const { photoId, assessment, ratingByPerson, technical, measurements, absent, group } = quality;
  const computed =
    assessment === null ? 'none' : `${assessment.rating?.toFixed(2) ?? '–'} ${assessment.band} (${assessment.origin})`;
  return [
    `Photo ${photoId}`,
    `  Rating computed   ${computed}`,
    ...(ratingByPerson === null ? [] : [`  Rating by person  ${ratingByPerson.toFixed(2)} (wins)`]),
    ...technicalLines(technical),
    ...(group === null ? [] : [`  Group             ${groupText(quality)}`]),
    ...(assessment?.measurements ?? []).map(
      ({ measure, value, origin, meter, meterVersion }) =>
        `  ${measure.padEnd(22)}${value.toFixed(2).padStart(8)}  ${origin}, ${meter} ${meterVersion}`,
    ),
    ...measurements.map(({ measure, value, shareBelow, meter, meterVersion }) => {
      const place = shareBelow === null ? '' : `p${Math.round(shareBelow * 100)}, `;
      return `  ${measure.padEnd(22)}${value.toPrecision(4).padStart(8)}  ${place}${meter} ${meterVersion}`;
    }),
    ...absent.map(({ measure, reason }) => `  ${measure.padEnd(22)}  absent  ${reason}`),
  ];
}

function technicalLines(technical: PhotoQuality['technical']): readonly string[] {
  if (technical === null) return [];
  return [`  Technical         ${technical.rating} of 100`, ...technical.reasons.map((reason) => `    ${reason}`)];
}

function groupText({ photoId, group }: PhotoQuality): string {
  if (group === null) return '';
  const { kind, photoIds, bestPhotoId } = group;
  const of = `${kind} of ${photoIds.length} (${photoIds.join(' ')})`;
  if (bestPhotoId === null) return `${of}: every frame is needed`;
  const rank = `${of}: rank ${photoIds.indexOf(photoId) + 1}`;
  return bestPhotoId === photoId ? `${rank}, proposed as the best` : `${rank}; ${bestPhotoId} is proposed as the best`;
}
