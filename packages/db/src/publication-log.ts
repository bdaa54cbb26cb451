import type { DossierStore } from '@proofline/domain/dossier.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import {
  ApprovalVoid,
  nothingBefore,
  type Publication,
  type PublicationLog,
  type PublicationStep,
} from '@proofline/domain/publication.ts';
import { sitePaths } from '@proofline/domain/published-photo.ts';
import { and, desc, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import { eventAbout } from './event-log.ts';
import type { Position, Positions } from './positions.ts';
import type { PublicationHistory } from './publication-history.ts';
import { toPublication, type PublicationRecords } from './publication-records.ts';
import { factsOf } from './recorded-step.ts';
import type { Revise, Revision } from './revision.ts';
import { fileNames, publications } from './schema.ts';
import { createStepRecord } from './step-record.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export type PublicationLogNeeds = {
  readonly unit: UnitOfWork;
  readonly positions: Positions;
  readonly dossiers: DossierStore;
  readonly revise: Revise;
  readonly records: PublicationRecords;
  readonly history: PublicationHistory;
  readonly events: EventLog;
};

/**
 * From `embedded` on a file may be on the site, and nobody may take it for somebody else's; what it replaces is written with it. After `taken-back` none
 * is there any more.
 */
const MUST_LAST: ReadonlySet<PublicationStep> = new Set(['embedded', 'taken-back']);

export function createPublicationLog(needs: PublicationLogNeeds): PublicationLog {
  const { unit, positions, dossiers, revise, records, history, events } = needs;
  const { orm } = unit;
  const steps = createStepRecord(
    unit,
    ({ publicationId, token }) => positions.heldBy(recorded(publicationId).photoId, token) !== undefined,
  );

  /** The revision as it is now; throws unless a person approved exactly this one. */
  function approvedRevision(photoId: number): Revision {
    const dossier = dossiers.get(photoId);
    const revision = revise(dossier);
    const reason = revision === null ? 'it has no published images' : approvalGap(dossier.review, revision.hash);
    if (revision !== null && reason === null) return revision;
    throw new ApprovalVoid(
      `photo ${photoId} is not approved as it is now: ${reason}; its publication stops here; look at it in review again`,
    );
  }

  function approvalGap(review: ReturnType<DossierStore['get']>['review'], hash: string): string | null {
    if (review === null) return 'nobody has reviewed it';
    if (review.status !== 'approved') return review.voidReason ?? `its review is ${review.status}`;
    return records.wasApproved(review.photoId, hash) ? null : 'no approval of this revision is on record';
  }

  function fenced(publicationId: number, token: string): { publication: Publication; position: Position } {
    const publication = recorded(publicationId);
    return { publication, position: heldPosition(publication.photoId, token) };
  }

  function recorded(publicationId: number): Publication {
    const publication = records.get(publicationId);
    if (publication === undefined) throw new Error(`there is no publication ${publicationId}`);
    return publication;
  }

  function heldPosition(photoId: number, token: string): Position {
    const position = positions.heldBy(photoId, token);
    if (position === undefined) {
      throw new RunOvertaken(`photo ${photoId} is held by a newer run or was rolled back; nothing was written`);
    }
    return position;
  }

  /** The publication under way; a run that was cut off right after `finish` finds the finished one and goes over it again. */
  function askedFor(photoId: number): typeof publications.$inferSelect {
    const newest = orm
      .select()
      .from(publications)
      .where(and(eq(publications.photoId, photoId), inArray(publications.state, ['queued', 'uploading', 'published'])))
      .orderBy(desc(publications.id))
      .limit(1)
      .get();
    if (newest === undefined) throw new Error(`nobody asked for photo ${photoId} to be published`);
    return newest;
  }

  /** A withdrawn or failed publication counts too: a file that came back from a copy of the site is still this photo's own. */
  function ownWebSha256s({ photoId, webPath }: Publication): readonly string[] {
    const files = orm
      .select({ webSha256: publications.webSha256 })
      .from(publications)
      .where(
        and(eq(publications.photoId, photoId), eq(publications.webPath, webPath), isNotNull(publications.webSha256)),
      )
      .orderBy(publications.id)
      .all();
    return [...new Set(files.flatMap(({ webSha256 }) => webSha256 ?? []))];
  }

  return {
    begin: (photoId, target, token) =>
      unit.write(() => {
        const position = heldPosition(photoId, token);
        const { published, hash } = approvedRevision(photoId);
        const asked = askedFor(photoId);
        steps.writeLeftOf(asked.id);
        if (asked.revisionHash !== hash) {
          throw new ApprovalVoid(
            `photo ${photoId} was approved anew after its publication was asked for; nothing was sent; publish it again`,
          );
        }
        const paths = sitePaths(published);
        const row = orm
          .update(publications)
          .set({
            target,
            state: asked.state === 'queued' ? 'uploading' : asked.state,
            fileName: published.fileName,
            webPath: paths.web,
            thumbPath: paths.thumb,
            publishedPhoto: published,
            thumbSha256: published.thumb.sha256,
            previous: asked.previous ?? history.leftBefore(photoId, asked.id),
          })
          .where(eq(publications.id, asked.id))
          .returning()
          .get();
        if (asked.state === 'queued') {
          events.append(eventAbout(position, 'publication.started', { publicationId: row.id, target }));
        }
        const publication = toPublication(row);
        return {
          publication,
          photo: published,
          ownWebSha256s: [
            ...ownWebSha256s(publication),
            ...(row.replaceableSha256 === null ? [] : [row.replaceableSha256]),
          ],
          previous: publication.previous,
          delivered: history.delivered(photoId),
        };
      }),

    assertApproved(publicationId) {
      const { photoId, revisionHash } = recorded(publicationId);
      if (approvedRevision(photoId).hash !== revisionHash) {
        throw new ApprovalVoid(
          `photo ${photoId} was approved anew while it was being published; this publication stops; publish it again`,
        );
      }
    },

    step(publicationId, token, step, detail) {
      factsOf({ step, detail });
      if (!MUST_LAST.has(step)) {
        fenced(publicationId, token);
        steps.keep({ publicationId, token, step, finishedAt: unit.now(), detail });
        return;
      }
      unit.write(() => {
        fenced(publicationId, token);
        const written = [...steps.keptOf(token), { publicationId, token, step, finishedAt: unit.now(), detail }];
        steps.write(written);
        for (const facts of written.map(factsOf))
          if (facts !== null) orm.update(publications).set(facts).where(eq(publications.id, publicationId)).run();
      });
      steps.forget(token);
    },

    finish(publicationId, token, receipt) {
      unit.write(() => {
        const { publication, position } = fenced(publicationId, token);
        const { photoId } = publication;
        steps.write(steps.keptOf(token));
        // The photo's earlier revision: its file and row were replaced.
        const replaced = orm
          .update(publications)
          .set({ state: 'withdrawn' })
          .where(
            and(
              eq(publications.photoId, photoId),
              eq(publications.state, 'published'),
              ne(publications.id, publicationId),
            ),
          )
          .returning({ id: publications.id })
          .get();
        orm
          .update(publications)
          .set({
            state: 'published',
            target: receipt.target,
            remoteId: receipt.remoteId,
            webSha256: receipt.webSha256,
            webBytes: receipt.webBytes,
            embedsText: receipt.embedsText,
            ...(publication.state !== 'published' && {
              replacesId: replaced?.id ?? null,
              bytesSent: receipt.bytesSent,
              durationMs: receipt.durationMs,
            }),
          })
          .where(eq(publications.id, publicationId))
          .run();
        orm
          .update(fileNames)
          .set({ state: 'published' })
          .where(and(eq(fileNames.photoId, photoId), eq(fileNames.state, 'reserved')))
          .run();
        if (publication.state === 'published') return;
        events.append(
          eventAbout(position, 'publication.finished', { publicationId, fileName: publication.fileName, ...receipt }),
        );
      });
      steps.forget(token);
    },

    previous: (publicationId) => recorded(publicationId).previous,

    current: (photoId) => records.onSite(photoId),

    ownWebSha256s: (publicationId) => ownWebSha256s(recorded(publicationId)),

    withdrawal(photoId) {
      const asked = history.openWithdrawal(photoId);
      if (asked === null) return 'carried-out';
      const publication = records.onSite(photoId);
      if (publication === null) return null;
      const { kind } = asked;
      return {
        kind,
        publication,
        ownWebSha256s: ownWebSha256s(publication),
        back: (kind === 'roll-back' ? publication.previous : history.beforeAll(photoId)) ?? nothingBefore,
      };
    },

    withdrawn: (publicationId, token) =>
      unit.write(() => {
        const { publication, position } = fenced(publicationId, token);
        const { photoId, fileName } = publication;
        const asked = history.openWithdrawal(photoId);
        if (asked?.backToId == null) {
          orm.update(publications).set({ state: 'withdrawn' }).where(eq(publications.photoId, photoId)).run();
          orm.update(fileNames).set({ state: 'retired' }).where(eq(fileNames.photoId, photoId)).run();
          events.append(eventAbout(position, 'publication.withdrawn', { publicationId, fileName }));
        } else {
          const { backToId } = asked;
          history.standAgain(publication, backToId);
          events.append(eventAbout(position, 'publication.rolled-back', { publicationId, backToId, fileName }));
        }
        history.closeWithdrawals(photoId);
      }),

    neededSha256s: (photoId) => history.neededSha256s(photoId),
  };
}

/** A newer run or a person's decision took the photo from this run; it must stop. */
class RunOvertaken extends Error {
  override readonly name = 'RunOvertaken';
}
