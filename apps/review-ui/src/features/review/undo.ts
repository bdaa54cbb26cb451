import type { ReviewAct, ReviewActKind, UndoneAct } from '@proofline/domain/review-act.ts';
import type { ReviewEdit, ReviewView } from '@proofline/domain/review.ts';
import { useQuery, type QueryClient } from '@tanstack/react-query';
import { createStore, useStore } from '../../lib/store.ts';
import { actsQuery, sendUndo } from './act-queries.ts';
import { approve, decide, takeBack } from './decisions.ts';
import { editAtOnce, fieldNames, forgetDrafts, personalOf, type FieldName } from './edits.ts';
import { cachedReview, keepReview, reviewQuery } from './queries.ts';
import { readAgain } from './read-again.ts';
import { delayMsOf, heldRejections, hold, release, type HeldRejection } from './rejections.ts';
import { acted, allWritten } from './under-way.ts';
import { noteUnwritten } from './written-fields.ts';

/** A step that was undone, or done again. */
export type Step = {
  readonly kind: ReviewActKind;
  readonly photos: number;
  /** The one to go back to. */
  readonly photoId: number;
  /** The text to go back into: of one photo, where the person was in it when they wrote. */
  readonly field?: FieldName;
  /** False where all of it stays as it is. */
  readonly isDone: boolean;
  /** What is still to come, and what was left and why. */
  readonly notes: readonly string[];
  /** Photos that stay as they are. */
  readonly left: readonly number[];
};

type Again = () => Promise<unknown>;

/** What was undone and can be done again, newest last; a new act ends it. Of this page, until it is left. */
const undone = createStore<readonly { readonly step: Step; readonly again: Again }[]>([]);
acted.subscribe(() => undone.set(() => []));

/** Acts of many photos, with what it takes to do them again. */
const againOf = new Map<number, Again>();
export const rememberAgain = (actId: number, again: Again) => void againOf.set(actId, again);

/** Acts of this page since the list of acts was read. */
const actedBefore = createStore(0);

export function useCanUndo(): boolean {
  const { data } = useQuery(actsQuery());
  const isNew = useStore(acted) > useStore(actedBefore);
  const isHeld = useStore(heldRejections).length > 0;
  return isNew || isHeld || data?.some(({ undoneAt }) => undoneAt === null) === true;
}

/** One after the other, however fast the keys come. */
let turn: Promise<unknown> = Promise.resolve();
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const done = turn.then(work);
  turn = done.catch(() => {});
  return done;
}

/** Undoes the newest step of this person that stands, of this page or of before; undefined when there is none. */
export const undoLast = (client: QueryClient): Promise<Step | undefined> =>
  inTurn(async () => {
    await allWritten();
    const acts = await client.fetchQuery({ ...actsQuery(), staleTime: 0 });
    actedBefore.set(() => acted.get());
    const newest = acts.filter(({ undoneAt }) => undoneAt === null).toSorted((a, b) => decidedMs(b) - decidedMs(a))[0];
    const held = heldRejections.get().at(-1);
    if (held !== undefined && (newest === undefined || held.heldAtMs >= decidedMs(newest))) return letGo(client, held);
    return newest === undefined ? undefined : undoAct(client, newest);
  });

/** Undoes this one act, newest or not. */
export const undoThis = (client: QueryClient, actId: number): Promise<Step> =>
  inTurn(async () => {
    await allWritten();
    return afterUndo(client, await sendUndo(actId), null);
  });

/** Does the step again that was undone last. */
export const redoLast = (): Promise<Step | undefined> =>
  inTurn(async () => {
    const all = undone.get();
    const last = all.at(-1);
    if (last === undefined) return undefined;
    const isDone = (await last.again()) !== false;
    // Doing it again was a new act; what was undone before it can be done again all the same.
    undone.set(() => all.slice(0, -1));
    return { ...last.step, isDone, notes: [], left: [] };
  });

/** When the person decided it, by the server's clock: a rejection is sent a while later. */
const decidedMs = ({ id, at }: ReviewAct) => Date.parse(at) - delayMsOf(id);

function letGo(client: QueryClient, { photoIds, reason }: HeldRejection): Step {
  for (const photoId of photoIds) release(photoId);
  const step = {
    kind: 'rejection',
    photos: photoIds.length,
    photoId: photoIds[0]!,
    isDone: true,
    notes: [],
    left: [],
  } as const;
  keep(step, () => Promise.resolve(hold(client, photoIds, reason)));
  return step;
}

async function undoAct(client: QueryClient, act: ReviewAct): Promise<Step> {
  // Of a rejected photo nothing is there to look at.
  const isOfOne = act.photos === 1 && act.kind !== 'rejection';
  const before = isOfOne ? await viewOf(client, act.firstPhotoId) : null;
  return afterUndo(client, await sendUndo(act.id), before);
}

/** `before`: the photo as it was, where the act was about one. */
async function afterUndo(client: QueryClient, { act, photos }: UndoneAct, before: ReviewView | null): Promise<Step> {
  const changed = photos.filter(({ undoing }) => undoing !== 'left');
  const photoId = changed[0]?.photoId ?? act.firstPhotoId;
  const notes = [...new Set(photos.flatMap(({ reason }) => reason ?? []))];
  const left = photos.filter(({ undoing }) => undoing === 'left').map((photo) => photo.photoId);
  const step = { kind: act.kind, photos: photos.length, photoId, isDone: changed.length > 0, notes, left };
  void client.invalidateQueries({ queryKey: actsQuery().queryKey });
  for (const { photoId: revived, undoing } of changed) {
    if (undoing !== 'under-way') continue;
    decide(revived, { status: 'pending', phase: 'reviving', problems: [] });
    client.removeQueries({ queryKey: reviewQuery(revived).queryKey });
  }
  const atOnce = changed.filter(({ undoing }) => undoing === 'undone').map((photo) => photo.photoId);
  if (before === null || atOnce.length !== 1) {
    await readAgain(client, atOnce);
    const again = againOf.get(act.id);
    againOf.delete(act.id);
    if (step.isDone && again !== undefined) keep(step, again);
    return step;
  }
  const after = await client.fetchQuery({ ...reviewQuery(photoId), staleTime: 0 });
  keepReview(client, after);
  const edit = editBetween(personalOf(after), personalOf(before));
  forgetDrafts(photoId, edit);
  const held = noteUnwritten(photoId, edit);
  const field = fieldNames.find((name) => held.includes(name));
  const ofField = field === undefined ? step : { ...step, field };
  const again = againOfOne(client, act.kind, before, edit, held);
  if (again !== null) keep(ofField, again);
  return ofField;
}

function againOfOne(
  client: QueryClient,
  kind: ReviewActKind,
  before: ReviewView,
  edit: ReviewEdit,
  held: readonly (keyof ReviewEdit)[],
): Again | null {
  const photoId = before.dossier.photo.id;
  if (kind === 'approval' || kind === 'bulk-approval')
    return () =>
      approve(
        client,
        photoId,
        before.overrides.map(({ rule, note }) => ({ rule, note })),
      );
  if (kind === 'taking-back') return () => takeBack(client, photoId);
  return Object.keys(edit).length === 0 ? null : () => editAtOnce(client, photoId, edit, held);
}

/** What was undone is no new act: only `undone` knows of it. */
function keep(step: Step, again: Again): void {
  undone.set((all) => [...all, { step, again }]);
}

const viewOf = async (client: QueryClient, photoId: number): Promise<ReviewView | null> =>
  cachedReview(client, photoId) ?? client.fetchQuery(reviewQuery(photoId)).catch(() => null);

function editBetween(from: ReviewEdit, to: ReviewEdit): ReviewEdit {
  const fields = Object.keys(to) as (keyof ReviewEdit)[];
  return Object.fromEntries(
    fields
      .filter((field) => JSON.stringify(from[field]) !== JSON.stringify(to[field]))
      .map((field) => [field, to[field]]),
  );
}
