import type { StageName } from '@proofline/domain/stage.ts';

export type LoggedEvent = {
  readonly id: number;
  readonly kind: string;
  readonly setId: number | null;
  readonly photoId: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
};

export type ToldPosition = { stage: StageName; state: string };

/** Events of a photo that leave it where it is, by what they start with. */
const WITHOUT_TRANSITION =
  /^(review\.(opened|approved|rejected|edited|undone|approval-voided)|photo\.not-revived|publication\.(started|finished|failed|withdrawn))$/;

/** Plays the log from its start. `unexplained`: events that cannot have happened to a photo that stood where the log had led it. */
export function replay(
  log: readonly LoggedEvent[],
  photos: readonly { readonly id: number; readonly setId: number }[],
): { readonly positions: ReadonlyMap<number, ToldPosition>; readonly unexplained: readonly string[] } {
  const positions = new Map<number, ToldPosition>();
  const unexplained: string[] = [];
  const bySet = Map.groupBy(photos, ({ setId }) => setId);
  for (const event of log) {
    const { id, kind, setId, photoId } = event;
    if (kind === 'set.accepted') {
      for (const photo of bySet.get(setId!) ?? [])
        positions.set(photo.id, { stage: 'ingest-original', state: 'queued' });
    } else if (kind === 'set.names-reserved') {
      for (const photo of bySet.get(setId!) ?? []) nameGiven(positions.get(photo.id));
    } else if (photoId !== null && !WITHOUT_TRANSITION.test(kind)) {
      const position = positions.get(photoId);
      const next = position === undefined ? null : follow(position, event);
      if (next === null) {
        const where = position === undefined ? 'not accepted yet' : `${position.state} at ${position.stage}`;
        unexplained.push(`event ${id} (${kind}) of photo ${photoId}, which was ${where}`);
      } else positions.set(photoId, next);
    }
  }
  return { positions, unexplained };
}

function nameGiven(position: ToldPosition | undefined): void {
  if (position?.state !== 'waiting') return;
  position.stage = 'render-photo';
  position.state = 'queued';
}

/** Null when the event does not follow from the position. */
function follow({ stage, state }: ToldPosition, { kind, detail }: LoggedEvent): ToldPosition | null {
  const isWorkedOn = state === 'queued' && detail['stage'] === stage;
  switch (kind) {
    case 'photo.stage-done':
    case 'photo.stage-skipped':
      if (!isWorkedOn) return null;
      if (typeof detail['state'] === 'string') return { stage, state: detail['state'] };
      return {
        stage: detail['next'] as StageName,
        state: detail['next'] === 'reserve-file-names' ? 'waiting' : 'queued',
      };
    case 'photo.snoozed':
    case 'photo.retry-scheduled':
      return detail['stage'] === stage && (state === 'queued' || state === 'rolling-back') ? { stage, state } : null;
    case 'photo.refused':
    case 'photo.discarded':
      return detail['stage'] === stage && (state === 'queued' || state === 'waiting')
        ? { stage, state: kind.slice(6) }
        : null;
    case 'photo.rolling-back':
      return detail['from'] === stage && state !== 'rolling-back'
        ? { stage: 'roll-back', state: 'rolling-back' }
        : null;
    case 'photo.stage-undone':
      return state === 'rolling-back' ? { stage, state } : null;
    case 'photo.rolled-back':
    case 'photo.rejected':
      return state === 'rolling-back' ? { stage, state: kind.slice(6) } : null;
    case 'photo.retried':
      return state === 'refused' || state === 'discarded'
        ? { stage: detail['stage'] as StageName, state: 'queued' }
        : null;
    case 'photo.revived':
      return state === 'rejected' ? { stage: 'ingest-original', state: 'queued' } : null;
    case 'publication.requested':
      return state === 'in-review' ? { stage: 'publish-photo', state: 'queued' } : null;
    case 'publication.withdrawal-requested':
      return state === 'published' || state === 'in-review' ? { stage: 'withdraw-photo', state: 'queued' } : null;
    case 'review.reopened':
      return state === 'published' ? { stage: 'open-review', state: 'in-review' } : null;
    default:
      return null;
  }
}
