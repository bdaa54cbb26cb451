import type { EventLog } from '@proofline/domain/event.ts';
import { duplicateOf } from '@proofline/domain/photos-of-set.ts';
import type { Completion, Job, Next } from '@proofline/domain/work-ledger.ts';
import { isBeforeNames, type Barrier } from './barrier.ts';
import type { BlockedRun } from './blocked-run.ts';
import { eventAbout } from './event-log.ts';
import type { Outbox } from './outbox.ts';
import type { PhotoGrouping } from './photo-grouping.ts';
import type { PhotoEndings } from './photo-endings.ts';
import type { ContentHolders } from './photos-of-set.ts';
import type { Position, Positions } from './positions.ts';
import type { PublicationRecords } from './publication-records.ts';
import type { RestingState } from './resting-state.ts';
import type { TextJudgements } from './text-judgements.ts';
import type { RolledBack } from './rolled-back.ts';
import type { PhotoOutput } from './photo-output.ts';

/** Applies the outcome of one stage to one photo, within the transaction of the run that holds it. */
export type CompletePhoto = (position: Position, job: Job, completion: Completion) => void;

export type CompletePhotoNeeds = {
  readonly positions: Positions;
  readonly outbox: Outbox;
  readonly events: EventLog;
  readonly output: PhotoOutput;
  readonly endings: PhotoEndings;
  readonly holders: ContentHolders;
  readonly barrier: Barrier;
  readonly publications: PublicationRecords;
  readonly restingState: RestingState;
  readonly rolledBack: RolledBack;
  readonly blockedRun: BlockedRun;
  readonly grouping: PhotoGrouping;
  readonly judgements: Pick<TextJudgements, 'burstsFound'>;
};

export function createCompletePhoto(needs: CompletePhotoNeeds): CompletePhoto {
  const {
    positions,
    outbox,
    events,
    output,
    endings,
    holders,
    barrier,
    publications,
    restingState,
    rolledBack,
    blockedRun,
    grouping,
    judgements,
  } = needs;

  function groupAnew(setId: number): void {
    if (grouping.evaluate(setId)) judgements.burstsFound(setId);
  }

  return (position, job, completion) => {
    switch (completion.kind) {
      case 'done':
        output.write(position, completion.output);
        if (!refusedAsDuplicate(position, completion.output.original?.contentSha256)) {
          follow(position, completion.next, 'photo.stage-done', { stage: job.stage });
        }
        break;
      case 'skipped':
        follow(position, completion.next, 'photo.stage-skipped', { stage: job.stage, reason: completion.reason });
        break;
      case 'refused':
        endings.refuse(position, completion.refusal);
        break;
      case 'quarantined':
        endings.refuse(position, completion.refusal, { deaths: completion.deaths });
        break;
      case 'discarded':
        endings.discard(position, completion.error);
        break;
      case 'set-refused':
        throw new Error(`${job.stage} of photo ${position.id} refused a set; only a stage of the set can`);
      case 'snoozed': {
        const { reason, delayMs } = completion;
        again(position, job, delayMs, 'photo.snoozed', { reason });
        return;
      }
      case 'blocked':
        blockedRun(position, job, completion);
        return;
      case 'retryable': {
        const { error, delayMs } = completion;
        again(position, job, delayMs, 'photo.retry-scheduled', { error });
        return;
      }
    }
    if (job.stage === 'publish-photo') publications.closeUnfinished(position);
    if (job.stage === 'withdraw-photo') publications.closeStopped(position);
    if (isBeforeNames(job.stage)) barrier.evaluate(position.setId);
    if (job.stage === 'measure-quality' || isEnd(completion)) groupAnew(position.setId);
    if (job.stage === 'roll-back') grouping.evaluateWithout(position.id, position.setId);
  };

  /** The cheap early check: the photo that came first keeps the content. The set's naming has the last word. */
  function refusedAsDuplicate(position: Position, contentSha256: string | undefined): boolean {
    if (contentSha256 === undefined) return false;
    const holder = holders.earlierHolderOf({ photoId: position.id, contentSha256 });
    if (holder === null) return false;
    endings.refuse(position, duplicateOf(holder));
    return true;
  }

  function follow(position: Position, next: Next, kind: string, detail: Readonly<Record<string, unknown>>): void {
    switch (next.kind) {
      case 'stage':
        positions.movePhoto(position.id, next.stage, 'queued');
        outbox.add({ subject: { kind: 'photo', id: position.id }, stage: next.stage, epoch: position.epoch });
        events.append(eventAbout(position, kind, { ...detail, next: next.stage }));
        break;
      case 'barrier':
        positions.movePhoto(position.id, next.stage, 'waiting');
        events.append(eventAbout(position, kind, { ...detail, next: next.stage }));
        break;
      case 'rest': {
        const state = restingState(position, next.state);
        positions.movePhoto(position.id, position.stage, state);
        events.append(eventAbout(position, kind, { ...detail, state }));
        break;
      }
      case 'rest-as-requested':
        rolledBack.finish(position);
        break;
      case 'each-photo':
        throw new Error(`${position.stage} of photo ${position.id} cannot send a set's photos on`);
    }
  }

  function again(
    position: Position,
    job: Job,
    delayMs: number,
    kind: string,
    detail: Readonly<Record<string, unknown>>,
  ): void {
    positions.giveBack(job.subject);
    outbox.add(job, delayMs);
    events.append(eventAbout(position, kind, { ...detail, stage: job.stage, delayMs }));
  }
}

/** A photo that will never be measured holds up the grouping of its set no longer. */
function isEnd({ kind }: Completion): boolean {
  return kind === 'refused' || kind === 'quarantined' || kind === 'discarded';
}
