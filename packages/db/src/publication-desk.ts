import { DomainError } from '@proofline/domain/domain-error.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import type { PublicationDesk } from '@proofline/domain/publication.ts';
import { sitePaths } from '@proofline/domain/published-photo.ts';
import type { Actor } from '@proofline/domain/actor.ts';
import { eventAbout } from './event-log.ts';
import type { Outbox } from './outbox.ts';
import type { Positions } from './positions.ts';
import type { PlannedPublication, PublicationPlan } from './publication-plan.ts';
import type { PublicationRecords } from './publication-records.ts';
import { publications } from './schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export type PublicationDeskNeeds = {
  readonly unit: UnitOfWork;
  readonly target: string;
  readonly positions: Positions;
  readonly outbox: Outbox;
  readonly plan: PublicationPlan;
  readonly records: PublicationRecords;
  readonly events: EventLog;
};

export function createPublicationDesk(needs: PublicationDeskNeeds): PublicationDesk {
  const { unit, target, positions, outbox, plan, records, events } = needs;

  function makeDue({ item, revision }: PlannedPublication, actor: Actor): void {
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
      })
      .returning({ id: publications.id })
      .get();
    // A new epoch each time: attempts that an earlier request spent do not count against this one.
    const epoch = positions.restartPhoto(photoId, 'publish-photo', 'queued');
    outbox.add({ subject: { kind: 'photo', id: photoId }, stage: 'publish-photo', epoch });
    const detail = { publicationId, change, fileName: item.fileName, revisionHash: revision.hash };
    events.append(eventAbout(position, 'publication.requested', detail, actor.name));
  }

  return {
    plan: (photoIds) => plan(photoIds).map(({ item }) => item),

    publish: (photoIds, actor) =>
      unit.write(() => {
        const planned = plan(photoIds);
        for (const publication of planned) {
          const { blockedBy, change } = publication.item;
          if (blockedBy.length === 0 && change !== 'unchanged') makeDue(publication, actor);
        }
        return planned.map(({ item }) => item);
      }),

    withdraw: (photoId, reason, actor) =>
      unit.write(() => {
        if (!actor.roles.includes('reviewer')) {
          throw new DomainError('not_allowed', `${actor.name} may not withdraw photos; only a reviewer may`);
        }
        const position = positions.find({ kind: 'photo', id: photoId });
        if (position === undefined) throw new DomainError('not_found', `there is no photo ${photoId}`);
        const publication = records.onSite(photoId);
        const rests = position.state === 'published' || position.state === 'in-review';
        if (publication === null || !rests) {
          throw new DomainError(
            'conflict',
            `photo ${photoId} is not published: it is ${position.state} at ${position.stage}; nothing was changed`,
          );
        }
        const epoch = positions.restartPhoto(photoId, 'withdraw-photo', 'queued');
        outbox.add({ subject: { kind: 'photo', id: photoId }, stage: 'withdraw-photo', epoch });
        const detail = { reason, publicationId: publication.id, fileName: publication.fileName };
        events.append(eventAbout(position, 'publication.withdrawal-requested', detail, actor.name));
      }),
  };
}
