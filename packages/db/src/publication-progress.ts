import { publicAddress } from '@proofline/domain/photo-list.ts';
import { publicationSteps, type PublicationRange, type PublicationState } from '@proofline/domain/publication.ts';
import type {
  PublicationProgressItem,
  PublicationProgressReader,
  PublicationStepDone,
  TargetProgress,
} from '@proofline/domain/publication-progress.ts';
import type { PublicationRecords } from './publication-records.ts';
import type { UnitOfWork } from './unit-of-work.ts';

type Page = PublicationRange & {
  readonly state: PublicationState | null;
  readonly after: number;
  readonly limit: number;
};
type Group = Omit<TargetProgress, 'byState'> & { readonly state: PublicationState; readonly photos: number };
type Item = Omit<PublicationProgressItem, 'steps' | 'failure'>;

/** Many are asked for piece by piece, and somebody else may ask between. A photo that was published again within the range counts once. */
const NEWEST = `SELECT (SELECT max(n.id) FROM publications n WHERE n.photo_id = a.photo_id) AS id FROM publications a
   WHERE a.id BETWEEN @first AND @last AND a.requested_by = (SELECT requested_by FROM publications WHERE id = @first)
     AND NOT EXISTS (SELECT 1 FROM publications l WHERE l.photo_id = a.photo_id AND l.id > a.id AND l.id <= @last)`;

export function createPublicationProgress(
  { sqlite }: UnitOfWork,
  records: Pick<PublicationRecords, 'lastFailure'>,
): PublicationProgressReader {
  const groups = sqlite.prepare<PublicationRange, Group>(
    `SELECT p.target, p.state, count(*) AS photos, min(p.requested_at) AS requestedAt,
       max((SELECT finished_at FROM publication_steps WHERE publication_id = p.id AND step = 'verified')) AS verifiedAt,
       total(coalesce(p.bytes_sent,
         (SELECT sum(detail ->> 'bytesSent') FROM publication_steps WHERE publication_id = p.id))) AS bytesSent
     FROM (${NEWEST}) newest CROSS JOIN publications p ON p.id = newest.id
     GROUP BY p.target, p.state ORDER BY p.target`,
  );
  const items = sqlite.prepare<Page, Item>(
    `SELECT p.id AS publicationId, p.photo_id AS photoId, p.file_name AS fileName, p.target, p.state,
       CASE p.state WHEN 'published' THEN p.published_photo ->> 'webUrl' END AS webUrl
     FROM (${NEWEST} AND a.photo_id > @after) newest CROSS JOIN publications p ON p.id = newest.id
     WHERE @state IS NULL OR p.state = @state ORDER BY p.photo_id LIMIT @limit`,
  );
  const stepsOf = sqlite.prepare<[number], PublicationStepDone>(
    `SELECT step, finished_at AS finishedAt, detail ->> 'bytesSent' AS bytesSent FROM publication_steps
     WHERE publication_id = ?`,
  );
  const lastTry = sqlite.prepare<[number], { outcome: string | null; errorText: string | null }>(
    `SELECT outcome, error_text AS errorText FROM stage_attempts
     WHERE subject_kind = 'photo' AND subject_id = ? AND stage = 'publish-photo' ORDER BY epoch DESC, attempt DESC LIMIT 1`,
  );

  function failureOf({ photoId, state }: Item): string | null {
    if (state === 'failed') return records.lastFailure(photoId)?.reason ?? null;
    if (state !== 'uploading') return null;
    const last = lastTry.get(photoId);
    return last?.outcome === 'retryable' ? last.errorText : null;
  }

  return {
    read: (range, { state = null, after = 0, limit }) => ({
      targets: [...Map.groupBy(groups.all(range), ({ target }) => target).values()].map(together),
      items: items.all({ ...range, state, after, limit }).map((item) => ({
        ...item,
        webUrl: publicAddress(item.webUrl),
        failure: failureOf(item),
        steps: stepsOf.all(item.publicationId).toSorted((a, b) => placeOf(a) - placeOf(b)),
      })),
    }),
  };
}

const placeOf = ({ step }: PublicationStepDone) => publicationSteps.indexOf(step);

function together(groups: readonly Group[]): TargetProgress {
  const verified = groups.flatMap(({ verifiedAt }) => verifiedAt ?? []);
  return {
    target: groups[0]!.target,
    byState: Object.fromEntries(groups.map(({ state, photos }) => [state, photos])),
    bytesSent: groups.reduce((sum, group) => sum + group.bytesSent, 0),
    requestedAt: groups.map(({ requestedAt }) => requestedAt).toSorted()[0]!,
    verifiedAt: verified.toSorted().at(-1) ?? null,
  };
}
