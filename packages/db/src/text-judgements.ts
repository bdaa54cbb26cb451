import type { Actor } from '@proofline/domain/actor.ts';
import type { Dossier, DossierStore } from '@proofline/domain/dossier.ts';
import type { RecordedOverride } from '@proofline/domain/review.ts';
import type { Judgement } from '@proofline/domain/text-gate/gate-record.ts';
import type { JudgeText, Override } from '@proofline/domain/text-gate/judgement.ts';
import { GATE_VERSION } from '@proofline/domain/text-gate/run-gate.ts';
import { and, asc, eq, sql } from 'drizzle-orm';
import { createBurstMates } from './burst-mates.ts';
import type { Revise, Revision } from './revision.ts';
import { findingOverrides, textJudgements } from './schema.ts';
import type { TextLookupRecords } from './similar-texts.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** What the gate says of each photo in review, and what people set aside. */
export type TextJudgements = {
  /** Of the text as it is now, among all others as they are now. */
  of(dossier: Dossier, revision: Revision): Judgement;
  /** Writes down what a new text is worth, and what those are now of which it bears on. */
  record(dossier: Dossier, revision: Revision): Judgement;
  /** The same where the words are the ones that were there; an approval needs it for its very revision. */
  recordOne(dossier: Dossier, revision: Revision): Judgement;
  /** What was written down last; undefined before. */
  recorded(photoId: number): Judgement | undefined;
  overrides(photoId: number, revisionHash: string): readonly RecordedOverride[];
  override(photoId: number, revisionHash: string, override: Override, actor: Actor): void;
  forget(photoId: number): void;
  /** The bursts of the set are known only now: their frames are to be judged by what the others say. */
  burstsFound(setId: number): void;
  /** Judges at most `limit` of what is to be judged anew; returns how many there were. */
  judgeDue(limit: number): number;
  /** Judges what an older gate judged, or none, or one that the operator had set otherwise. Returns how many. */
  judgeAnew(rulingVersion: string): number;
};

/** Frames of one burst that are judged with the text that bears on them, in its transaction; of more, each is judged soon. */
const JUDGED_AT_ONCE = 12;

export function createTextJudgements(
  unit: UnitOfWork,
  judge: JudgeText,
  lookup: TextLookupRecords,
  dossiers: DossierStore,
  revise: Revise,
): TextJudgements {
  const { orm, sqlite } = unit;
  const outdated = sqlite
    .prepare<[number, string], number>(
      `SELECT p.id FROM photos p CROSS JOIN reviews r ON r.photo_id = p.id LEFT JOIN text_judgements j ON j.photo_id = p.id
       WHERE p.state = 'in-review' AND r.status = 'pending' AND (j.gate_version IS NOT ? OR j.ruling_version IS NOT ?)`,
    )
    .pluck();

  const judgementOf = orm
    .select()
    .from(textJudgements)
    .where(eq(textJudgements.photoId, sql.placeholder('photoId')))
    .prepare();
  const isPending = sqlite.prepare<[number], number>(
    `SELECT 1 FROM photos p JOIN reviews r ON r.photo_id = p.id
     WHERE p.id = ? AND p.state = 'in-review' AND r.status = 'pending'`,
  );
  const burstMates = createBurstMates(sqlite);
  const addDue = sqlite.prepare(`INSERT OR IGNORE INTO judgements_due (photo_id) SELECT value FROM json_each(?)`);
  const firstDue = sqlite.prepare(`SELECT 1 FROM judgements_due LIMIT 1`);
  const takeDue = sqlite
    .prepare<[number], number>(
      `DELETE FROM judgements_due WHERE photo_id IN (SELECT photo_id FROM judgements_due ORDER BY photo_id LIMIT ?)
       RETURNING photo_id`,
    )
    .pluck();

  /** Within the transaction that changed what they are judged by. */
  function makeDue(photoIds: readonly number[]): void {
    addDue.run(JSON.stringify(photoIds));
  }

  function of(dossier: Dossier, { published: { caption, altText, keywords } }: Revision): Judgement {
    return judge(dossier, { caption, altText, keywords }, lookup.besides(dossier), lookup.burstMates(dossier.photo.id));
  }

  /** With one frame of a burst, what the gate says of the others may change. */
  function record(dossier: Dossier, revision: Revision): Judgement {
    const { id } = dossier.photo;
    const before = recorded(id);
    const judgement = recordOne(dossier, revision);
    recordAlike(id, [before, judgement]);
    const listeners = burstMates.listeners(dossier.photo.id);
    if (listeners.length > JUDGED_AT_ONCE) makeDue(listeners);
    else for (const listener of listeners) recordPending(listener);
    return judgement;
  }

  /** Photos that had the text of this one, or have it now, and those that these are like themselves: of three one may go. */
  function recordAlike(photoId: number, judgements: readonly (Judgement | undefined)[]): void {
    const judged = new Set([photoId]);
    const judgeOnce = (id: number) => {
      if (judged.has(id)) return undefined;
      judged.add(id);
      return recordPending(id);
    };
    for (const alike of likenesses(judgements).map(judgeOnce)) for (const id of likenesses([alike])) judgeOnce(id);
  }

  function recordPending(photoId: number): Judgement | undefined {
    if (isPending.get(photoId) === undefined) return undefined;
    const dossier = dossiers.get(photoId);
    const revision = revise(dossier);
    return revision === null ? undefined : recordOne(dossier, revision);
  }

  function recorded(photoId: number): Judgement | undefined {
    const row = judgementOf.get({ photoId });
    if (row === undefined) return undefined;
    const { gateVersion, rulingVersion, findings, confidence } = row;
    return { gateVersion, rulingVersion, findings, confidence };
  }

  function recordOne(dossier: Dossier, revision: Revision): Judgement {
    const judgement = of(dossier, revision);
    const row = {
      ...judgement,
      revisionHash: revision.hash,
      overallConfidence: judgement.confidence.overall,
      judgedAt: unit.now(),
    };
    orm
      .insert(textJudgements)
      .values({ photoId: dossier.photo.id, ...row })
      .onConflictDoUpdate({ target: textJudgements.photoId, set: row })
      .run();
    lookup.note(dossier.photo.id);
    return judgement;
  }

  return {
    of,
    record,
    recordOne,
    recorded,
    overrides: (photoId, revisionHash) =>
      orm
        .select({
          rule: findingOverrides.rule,
          note: findingOverrides.note,
          overriddenBy: findingOverrides.overriddenBy,
          overriddenAt: findingOverrides.overriddenAt,
        })
        .from(findingOverrides)
        .where(and(eq(findingOverrides.photoId, photoId), eq(findingOverrides.revisionHash, revisionHash)))
        .orderBy(asc(findingOverrides.id))
        .all(),
    override(photoId, revisionHash, { rule, note }, actor) {
      const row = { photoId, revisionHash, rule, note, overriddenBy: actor.name, overriddenAt: unit.now() };
      orm.insert(findingOverrides).values(row).run();
    },
    forget(photoId) {
      makeDue(likenesses([recorded(photoId)]));
      orm.delete(textJudgements).where(eq(textJudgements.photoId, photoId)).run();
    },
    burstsFound: (setId) => makeDue(burstMates.ofSet(setId)),
    judgeDue(limit) {
      if (firstDue.get() === undefined) return 0;
      return unit.write(() => {
        const ids = takeDue.all(limit);
        for (const id of ids) recordPending(id);
        return ids.length;
      });
    },
    judgeAnew: (rulingVersion) =>
      unit.write(() => {
        const ids = outdated.all(GATE_VERSION, rulingVersion);
        for (const id of ids) recordPending(id);
        return ids.length;
      }),
  };
}

/** The photos here that these texts were found to be like. */
function likenesses(judgements: readonly (Judgement | undefined)[]): readonly number[] {
  const ids = judgements.flatMap((judgement) => judgement?.findings ?? []).map(({ otherPhotoId }) => otherPhotoId);
  return [...new Set(ids)].filter((id) => id !== undefined);
}
