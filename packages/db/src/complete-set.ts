import type { EventLog } from '@proofline/domain/event.ts';
import { reachFaultPoint } from '@proofline/domain/fault-point.ts';
import type { AttemptError, Completion, Job } from '@proofline/domain/work-ledger.ts';
import { eq } from 'drizzle-orm';
import type { Barrier } from './barrier.ts';
import type { BlockedRun } from './blocked-run.ts';
import { eventAbout } from './event-log.ts';
import type { Outbox } from './outbox.ts';
import type { PhotoEndings } from './photo-endings.ts';
import type { Position, Positions } from './positions.ts';
import { photoSets } from './schema.ts';
import type { SetOutput } from './set-output.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Applies the outcome of a stage of a whole set, within the transaction of the run that holds it. */
export type CompleteSet = (position: Position, job: Job, completion: Completion) => void;

export type CompleteSetNeeds = {
  readonly unit: UnitOfWork;
  readonly positions: Positions;
  readonly outbox: Outbox;
  readonly events: EventLog;
  readonly output: SetOutput;
  readonly endings: PhotoEndings;
  readonly barrier: Barrier;
  readonly blockedRun: BlockedRun;
};

export function createCompleteSet(needs: CompleteSetNeeds): CompleteSet {
  const { unit, positions, outbox, events, output, endings, barrier, blockedRun } = needs;
  const waiting = unit.sqlite
    .prepare<[number], number>(`SELECT id FROM photos WHERE set_id = ? AND state = 'waiting' ORDER BY position`)
    .pluck();

  return (position, job, completion) => {
    switch (completion.kind) {
      case 'done':
        accept(position, job, completion);
        break;
      case 'refused':
        end(position, 'refused', [completion.refusal.reason], {
          class: completion.refusal.code,
          text: completion.refusal.reason,
        });
        break;
      case 'set-refused':
        end(position, 'refused', completion.problems, { class: 'SetRefused', text: completion.problems.join('; ') });
        break;
      case 'discarded':
        end(position, 'discarded', [completion.error.text], completion.error);
        break;
      case 'snoozed':
        again(position, job, completion.delayMs, 'set.snoozed', { reason: completion.reason });
        break;
      case 'blocked':
        blockedRun(position, job, completion);
        break;
      case 'retryable':
        again(position, job, completion.delayMs, 'set.retry-scheduled', { error: completion.error });
        break;
      case 'quarantined':
      case 'skipped':
        throw new Error(
          `${job.stage} of set ${position.setId} was ${completion.kind}; a stage of a set is done or refused`,
        );
    }
    barrier.evaluate(position.setId);
  };

  function accept(position: Position, job: Job, { output: found, next }: Extract<Completion, { kind: 'done' }>): void {
    if (next.kind !== 'each-photo')
      throw new Error(`${job.stage} of set ${position.setId} has no stage for its photos`);
    output.write(position, found, next.stage);
    reachFaultPoint('set-output-written', job.stage);
    output.sendPhotosOn(position.setId, next.stage);
    reachFaultPoint('set-photos-sent-on', job.stage);
    unit.orm
      .update(photoSets)
      .set({
        state: 'accepted',
        runToken: null,
        ...(job.stage === 'reserve-file-names' && { namesReservedAt: unit.now() }),
      })
      .where(eq(photoSets.id, position.setId))
      .run();
  }

  /** Photos that wait for a set which ended would wait for ever: they end with it. */
  function end(
    position: Position,
    state: 'refused' | 'discarded',
    problems: readonly string[],
    error: AttemptError,
  ): void {
    unit.orm.update(photoSets).set({ state, problems, runToken: null }).where(eq(photoSets.id, position.setId)).run();
    events.append(eventAbout(position, `set.${state}`, { stage: position.stage, problems }));
    for (const id of waiting.all(position.setId)) {
      const photo = positions.find({ kind: 'photo', id });
      if (photo !== undefined) endings.discard(photo, error);
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
