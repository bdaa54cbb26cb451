import { DomainError } from '@proofline/domain/domain-error.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import type {
  Publication,
  PublicationDesk,
  PublicationPlanItem,
  WithdrawalKind,
} from '@proofline/domain/publication.ts';
import { sitePaths } from '@proofline/domain/published-photo.ts';
import { holdInWords } from '@proofline/domain/set-hold.ts';
import type { Actor } from '@proofline/domain/actor.ts';
import { eventAbout } from './event-log.ts';
import type { Outbox } from './outbox.ts';
import type { Position, Positions } from './positions.ts';
import type { PublicationOutlook } from './publication-outlook.ts';
import type { Planner, PlannedPublication } from './publication-plan.ts';
import type { PublicationRecords } from './publication-records.ts';
import type { PublicationEstimate } from './publication-estimate.ts';
import { publications, withdrawals } from './schema.ts';
import type { SetHolds } from './set-holds.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export type PublicationDeskNeeds = {
  readonly unit: UnitOfWork;
  readonly target: string;
  readonly positions: Positions;
  readonly outbox: Outbox;
  readonly planner: Planner;
  readonly outlook: PublicationOutlook;
  readonly estimate: PublicationEstimate;
  readonly records: PublicationRecords;
  readonly holds: Pick<SetHolds, 'of'>;
  readonly events: EventLog;
};

export function createPublicationDesk(needs: PublicationDeskNeeds): PublicationDesk {
  const { unit, target, positions, outbox, holds, planner, outlook, estimate, records, events } = needs;

  function makeDue({ item, revision }: PlannedPublication, actor: Actor, replaceableSha256?: string): number {
    const { photoId, change } = item;
    const position = positions.find({ kind: 'photo', id: photoId });
    if (position === undefined || revision === null) throw new Error(`photo ${photoId} cannot be published`);
    const paths = sitePaths(revision.published);
    const { id: publicationId } = unit.orm
      .insert(publications)
      .values({
        photoId,
        target,
        revisionHash: revision.hash,
        state: 'queued',
        fileName: revision.published.fileName,
        webPath: paths.web,
        thumbPath: paths.thumb,
        requestedBy: actor.name,
        requestedAt: unit.now(),
        ...(replaceableSha256 !== undefined && { replaceableSha256 }),
      })
      .returning({ id: publications.id })
      .get();
    // A new epoch each time: attempts that an earlier request spent do not count against this one.
    const epoch = positions.restartPhoto(photoId, 'publish-photo', 'queued');
    outbox.add({ subject: { kind: 'photo', id: photoId }, stage: 'publish-photo', epoch });
    const detail = { publicationId, change, fileName: item.fileName, revisionHash: revision.hash };
    events.append(eventAbout(position, 'publication.requested', detail, actor.name));
    return publicationId;
  }

  /** The publication that a reviewer takes off the site, and where its photo stands. */
  function onSite(photoId: number, actor: Actor, what: string): { position: Position; publication: Publication } {
    if (!actor.roles.includes('reviewer')) {
      throw new DomainError('not_allowed', `${actor.name} may not ${what}; only a reviewer may`);
    }
    const position = positions.find({ kind: 'photo', id: photoId });
    if (position === undefined) throw new DomainError('not_found', `there is no photo ${photoId}`);
    const publication = records.onSite(photoId);
    const rests = position.state === 'published' || position.state === 'in-review';
    if (publication !== null && rests) return { position, publication };
    const hold = holds.of(position.setId);
    const why = hold === null || position.stage !== 'publish-photo' ? '' : `, and ${holdInWords(position.setId, hold)}`;
    throw new DomainError(
      'conflict',
      `photo ${photoId} is not at rest on the site: it is ${position.state} at ${position.stage}${why}; nothing was changed`,
    );
  }

  function makeWithdrawalDue(
    { position, publication }: { position: Position; publication: Publication },
    asked: { readonly kind: WithdrawalKind; readonly backToId: number | null; readonly reason: string },
    actor: Actor,
  ): void {
    const epoch = positions.restartPhoto(position.id, 'withdraw-photo', 'queued');
    outbox.add({ subject: { kind: 'photo', id: position.id }, stage: 'withdraw-photo', epoch });
    unit.orm
      .insert(withdrawals)
      .values({ ...asked, publicationId: publication.id, reviewer: actor.name, requestedAt: unit.now() })
      .run();
    const { reason, backToId } = asked;
    const detail = { reason, publicationId: publication.id, fileName: publication.fileName };
    events.append(
      backToId === null
        ? eventAbout(position, 'publication.withdrawal-requested', detail, actor.name)
        : eventAbout(position, 'publication.roll-back-requested', { ...detail, backToId }, actor.name),
    );
  }

  const isDue = ({ blockedBy, change }: PublicationPlanItem) =>
    blockedBy.length === 0 && change !== 'unchanged' && change !== 'withdrawn';

  const summarised = (items: readonly PublicationPlanItem[]) => ({ items, ...estimate(items.filter(isDue)) });

  return {
    plan: async (photoIds) => summarised(await outlook(photoIds)),

    publish: (photoIds, actor) =>
      unit.write(() => {
        const planned = planner.wanted(photoIds).map(planner.plan);
        const summary = summarised(planned.map(({ item }) => item));
        const ids = planned.filter(({ item }) => isDue(item)).map((publication) => makeDue(publication, actor));
        return { ...summary, asked: ids.length === 0 ? null : { first: ids[0]!, last: ids.at(-1)! } };
      }),

    repair: (photoId, actor, replaceSha256) =>
      unit.write(() => {
        if (replaceSha256 !== undefined && !actor.roles.includes('reviewer')) {
          throw new DomainError('not_allowed', `${actor.name} may not let a changed file be replaced; a reviewer may`);
        }
        const planned = planner.plan(photoId);
        const state = positions.find({ kind: 'photo', id: photoId })?.state;
        if (planned.item.change !== 'unchanged' || (state !== 'published' && state !== 'in-review')) {
          const [blocker] = planned.item.blockedBy;
          throw new DomainError(
            'conflict',
            `photo ${photoId} is not on the site as it is approved${blocker === undefined ? '' : `: ${blocker.reason}`}; nothing was sent; publish or withdraw it instead`,
          );
        }
        if (!records.isApproved(photoId)) {
          throw new DomainError(
            'conflict',
            `no valid approval covers photo ${photoId}; nothing was sent; look at it in review again`,
          );
        }
        makeDue(planned, actor, replaceSha256);
      }),

    withdraw: (photoId, reason, actor) =>
      unit.write(() => {
        const found = onSite(photoId, actor, 'withdraw photos');
        makeWithdrawalDue(found, { kind: 'withdrawal', backToId: null, reason }, actor);
      }),

    rollBack: (photoId, reason, actor) =>
      unit.write(() => {
        const found = onSite(photoId, actor, 'roll publications back');
        const { state, previous, replacesId } = found.publication;
        if (state !== 'published' || previous === null || replacesId === null) {
          throw new DomainError(
            'conflict',
            `the publication of photo ${photoId} replaced nothing that was kept; nothing was changed; withdraw the photo to take it off the site`,
          );
        }
        makeWithdrawalDue(found, { kind: 'roll-back', backToId: replacesId, reason }, actor);
      }),
  };
}
