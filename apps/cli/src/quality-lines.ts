import type { PhotoQuality } from '@proofline/domain/photo-quality.ts';

/** What a photo's measurements say, for a terminal: everything, with who says it. */
export function qualityLines(quality: PhotoQuality): readonly string[] {
  const { photoId, assessment, ratingByPerson, measurements } = quality;
  const computed =
    assessment === null ? 'none' : `${assessment.rating?.toFixed(2) ?? '–'} ${assessment.band} (${assessment.origin})`;
  const rows = [
    ['Rating computed', computed] as const,
    ...(ratingByPerson === null ? [] : [['Rating by person', `${ratingByPerson.toFixed(2)} (wins)`] as const]),
    ...qualityFields(quality),
    ...measurements.map(({ measure, value, shareBelow, meter, meterVersion }) => {
      const place = shareBelow === null ? '' : `p${Math.round(shareBelow * 100)}, `;
      return [measure, `${value.toPrecision(4).padStart(8)}  ${place}${meter} ${meterVersion}`] as const;
    }),
  ];
  return [
    `Photo ${photoId}`,
    ...rows.map(([label, text]) => `  ${label.padEnd(22)}${text}`),
    ...lookalikeLines(quality).map((line) => `  ${line}`),
  ];
}

/** What a reviewer reads of it: the technical rating with its reasons, the group, and the six published scores, each with its source. */
export function qualityFields(quality: PhotoQuality): readonly (readonly [label: string, text: string])[] {
  const { assessment, technical, absent, standing } = quality;
  return [
    ...(technical === null ? [] : [['Technical', technicalText(technical)] as const]),
    ...(standing === null ? [] : [['Group', groupText(quality)] as const]),
    ...(assessment?.measurements ?? []).map(
      ({ measure, value, origin, meter, meterVersion }) =>
        [measure, `${value.toFixed(2)}  ${origin}, ${meter} ${meterVersion}`] as const,
    ),
    ...absent.map(({ measure, reason }) => [measure, `not measured: ${reason}`] as const),
  ];
}

/** Other photos of the catalogue that show the same, a line each. */
export function lookalikeLines({ lookalikes }: PhotoQuality): readonly string[] {
  return lookalikes.map(({ photoId, setId, state, likeness, fileName, originalFileName }) => {
    const what = likeness === 'same' ? 'the same picture as' : 'nearly the same picture as';
    return `${what} photo ${photoId} of set ${setId} (${state}, ${fileName ?? originalFileName})`;
  });
}

function technicalText({ rating, reasons }: NonNullable<PhotoQuality['technical']>): string {
  return [`${rating} of 100`, ...reasons].join('; ');
}

function groupText({ photoId, group, standing }: PhotoQuality): string {
  if (group === null || standing === null) return '';
  const { kind, groupId, photos, rank, bestPhotoId, why } = standing;
  const of = `${kind} ${groupId} of ${photos} (${group.photoIds.join(' ')})`;
  if (rank === null) return `${of}: ${why}`;
  const proposal = bestPhotoId === photoId ? 'proposed as the best' : `${bestPhotoId} is proposed as the best`;
  return `${of}: rank ${rank}, ${why}; ${proposal}`;
}
