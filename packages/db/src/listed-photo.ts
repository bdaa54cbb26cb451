import { noMetadata, type LayeredMetadata } from '@proofline/domain/photo-metadata.ts';
import type { PublishedImage, PublishedPhotoParts } from '@proofline/domain/published-photo.ts';
import type { Measurement, QualityAssessment } from '@proofline/domain/quality.ts';
import type { RenditionKind } from '@proofline/domain/rendition.ts';
import type { Review, ReviewListItem } from '@proofline/domain/review.ts';
import type { Finding } from '@proofline/domain/text-gate/finding.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** What a list of reviews says of a photo, and no more: a dossier takes a dozen statements, and lists read a hundred photos at once. */
export type ListedPhoto = {
  readonly parts: PublishedPhotoParts;
  readonly setId: number;
  readonly review: Pick<Review, 'status' | 'voidReason'> & { readonly revisionHash: string | null };
  readonly rating: Pick<QualityAssessment, 'rating' | 'band' | 'origin'> | null;
  readonly draftedBy: ReviewListItem['draftedBy'];
  /** What the gate recorded last; null where nothing was judged. */
  readonly confidence: number | null;
  readonly findings: readonly Finding[];
};

type Row = ListedPhoto['review'] & {
  readonly photoId: number;
  readonly setId: number;
  readonly originalFileName: string;
  readonly folderKey: string;
  readonly location: string;
  readonly fileName: string | null;
  readonly layers: string;
  readonly renditions: string;
  readonly rating: number | null;
  readonly band: QualityAssessment['band'] | null;
  readonly origin: QualityAssessment['origin'] | null;
  readonly draft: string | null;
  readonly confidence: number | null;
  readonly findings: string | null;
};

/** Throws a plain `Error` where there is no review of that photo. */
export function createListedPhotos({ sqlite }: UnitOfWork): (photoId: number) => ListedPhoto {
  const select = sqlite.prepare<[number], Row>(
    `SELECT p.id AS photoId, p.set_id AS setId, p.original_file_name AS originalFileName, s.folder_key AS folderKey, s.location,
       r.status, r.revision_hash AS revisionHash, r.void_reason AS voidReason,
       (SELECT name FROM file_names WHERE photo_id = p.id AND state IN ('reserved', 'published')) AS fileName,
       (SELECT json_group_object(layer, json(fields)) FROM photo_metadata WHERE photo_id = p.id) AS layers,
       (SELECT json_group_array(json_object('kind', kind, 'sha256', sha256, 'widthPx', width_px, 'heightPx', height_px))
        FROM renditions WHERE photo_id = p.id) AS renditions,
       q.rating, q.band, q.origin,
       (SELECT json_object('captioner', captioner, 'model', model) FROM text_drafts
        WHERE photo_id = p.id AND redraft_id IS NULL ORDER BY id DESC LIMIT 1) AS draft,
       j.overall_confidence AS confidence, j.findings
     FROM reviews r JOIN photos p ON p.id = r.photo_id JOIN photo_sets s ON s.id = p.set_id
       LEFT JOIN quality_ratings q ON q.photo_id = p.id LEFT JOIN text_judgements j ON j.photo_id = p.id
     WHERE r.photo_id = ?`,
  );
  // Not as JSON: a fraction is to come back as it went in, since it is part of the hash that was approved.
  const measurementsOf = sqlite.prepare<[number], Pick<Measurement, 'measure' | 'value'>>(
    `SELECT measure, value FROM quality_measurements WHERE photo_id = ?`,
  );

  return (photoId) => {
    const row = select.get(photoId);
    if (row === undefined) throw new Error(`the review of photo ${photoId} is missing`);
    const { setId, status, revisionHash, voidReason, rating, band, origin, draft, confidence, findings } = row;
    const rated = band === null || origin === null ? null : { rating, band, origin };
    return {
      parts: partsOf(row, rated && { rating, measurements: measurementsOf.all(photoId) }),
      setId,
      review: { status, revisionHash, voidReason },
      rating: rated,
      draftedBy: draft === null ? null : (JSON.parse(draft) as ReviewListItem['draftedBy']),
      confidence,
      findings: findings === null ? [] : (JSON.parse(findings) as readonly Finding[]),
    };
  };
}

function partsOf(row: Row, quality: PublishedPhotoParts['quality']): PublishedPhotoParts {
  const { photoId, originalFileName, folderKey, location, fileName, layers, renditions } = row;
  return {
    photo: { id: photoId, originalFileName },
    set: { folderKey, location },
    fileName,
    metadata: { ...noMetadata, ...(JSON.parse(layers) as Partial<LayeredMetadata>) },
    renditions: JSON.parse(renditions) as readonly (PublishedImage & { readonly kind: RenditionKind })[],
    quality,
  };
}
