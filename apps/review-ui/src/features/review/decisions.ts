import type { ReviewEdit } from '@proofline/domain/review.ts';
import type { QueryClient } from '@tanstack/react-query';
import { problemsOf } from '../../lib/problem.ts';
import { createStore } from '../../lib/store.ts';
import { editsOf, edits, save } from './edits.ts';
import {
  cachedReview,
  keepReview,
  markInQueues,
  reviewQuery,
  sendApproval,
  sendEdit,
  sendRejection,
  sendTakingBack,
  type Override,
} from './queries.ts';
import { forget, put, putAside, remember, takeLast, takeUndone, type Act } from './undo.ts';

/** A decision that the server does not have yet, or refused. */
export type Decision = {
  readonly status: 'approved' | 'rejected' | 'pending';
  /** `held`: it can be taken back without a trace. */
  readonly phase: 'held' | 'sending' | 'failed';
  readonly problems: readonly string[];
};

/**
 * A rejection gives the photo's name and files back at once, and nothing brings them back but adding the photo anew. So it is sent only after this
 * time, in which it can be undone, or when the page is left.
 */
const REJECTION_HELD_MS = 10_000;

export const decisions = createStore<ReadonlyMap<number, Decision>>(new Map());
type Held = { readonly reason: string; readonly timer: ReturnType<typeof setTimeout>; readonly act: Act };
const held = new Map<number, Held>();

/** The mark shows at once. What was typed is saved first, and exactly that is approved. Resolves whether it was. */
export async function approve(
  client: QueryClient,
  photoId: number,
  overrides: readonly Override[] = [],
  isNew = true,
): Promise<boolean> {
  decide(photoId, { status: 'approved', phase: 'sending', problems: [] });
  try {
    if (!(await save(client, photoId))) {
      const { problems } = editsOf(edits.get(), photoId);
      refuse(photoId, problems.length > 0 ? problems : ['its text was not saved, so it was not approved']);
      return false;
    }
    const view = cachedReview(client, photoId) ?? (await client.fetchQuery(reviewQuery(photoId)));
    keepReview(client, await sendApproval(photoId, view.revisionHash, overrides));
    if (isNew) remember({ kind: 'approval', photoId });
    settle(photoId);
    return true;
  } catch (error) {
    refuse(photoId, problemsOf(error));
    await client.invalidateQueries({ queryKey: reviewQuery(photoId).queryKey });
    return false;
  }
}

/** Gives the act, for whoever remembers it as a part of several (`isNew` false). */
export function reject(client: QueryClient, photoId: number, reason: string, isNew = true): Act {
  const act: Act = { kind: 'rejection', photoId, reason };
  const timer = setTimeout(() => void sendHeld(client, photoId), REJECTION_HELD_MS);
  held.set(photoId, { reason, timer, act });
  decide(photoId, { status: 'rejected', phase: 'held', problems: [] });
  if (isNew) remember(act);
  return act;
}

/** Back to waiting for a decision. Resolves false for a rejection that was sent: nothing brings that back. */
export async function takeBack(client: QueryClient, photoId: number, isNew = true): Promise<boolean> {
  const rejection = held.get(photoId);
  if (rejection !== undefined) {
    clearTimeout(rejection.timer);
    held.delete(photoId);
    forget(rejection.act);
    settle(photoId);
    return true;
  }
  if (cachedReview(client, photoId)?.dossier.review?.status === 'rejected') return false;
  decide(photoId, { status: 'pending', phase: 'sending', problems: [] });
  try {
    keepReview(client, await sendTakingBack(photoId));
    if (isNew) remember({ kind: 'taking-back', photoId });
    settle(photoId);
    return true;
  } catch (error) {
    refuse(photoId, problemsOf(error));
    return false;
  }
}

export type Undone = { readonly act: Act; readonly isDone: boolean };

/** Undoes the last act; undefined when there is none left. */
export async function undoLast(client: QueryClient): Promise<Undone | undefined> {
  const act = takeLast();
  if (act === undefined) return undefined;
  const isDone = await undo(client, act);
  if (isDone) putAside(act);
  return { act, isDone };
}

/** Does the act again that was undone last. */
export async function redoLast(client: QueryClient): Promise<Undone | undefined> {
  const act = takeUndone();
  if (act === undefined) return undefined;
  const isDone = await redo(client, act);
  if (isDone) put(act);
  return { act, isDone };
}

async function undo(client: QueryClient, act: Act): Promise<boolean> {
  const { photoId } = act;
  switch (act.kind) {
    case 'approval':
      return takeBack(client, photoId, false);
    case 'rejection':
      return held.has(photoId) ? takeBack(client, photoId, false) : false;
    case 'taking-back':
      return approve(client, photoId, [], false);
    case 'edit':
      return writeOver(client, photoId, act.before);
    case 'several':
      return inTurn(act.acts.toReversed(), (part) => undo(client, part));
  }
}

async function redo(client: QueryClient, act: Act): Promise<boolean> {
  const { photoId } = act;
  switch (act.kind) {
    case 'approval':
      return approve(client, photoId, [], false);
    case 'rejection':
      reject(client, photoId, act.reason, false);
      return true;
    case 'taking-back':
      return takeBack(client, photoId, false);
    case 'edit':
      return writeOver(client, photoId, act.after);
    case 'several':
      return inTurn(act.acts, (part) => redo(client, part));
  }
}

/** Whether all of them could be done; what can be, is. */
async function inTurn(parts: readonly Act[], work: (act: Act) => Promise<boolean>): Promise<boolean> {
  let isWhole = true;
  for (const part of parts) isWhole = (await work(part)) && isWhole;
  return isWhole;
}

async function writeOver(client: QueryClient, photoId: number, edit: ReviewEdit): Promise<boolean> {
  const { revisionHash } = await client.fetchQuery({ ...reviewQuery(photoId), staleTime: 0 });
  keepReview(client, await sendEdit(photoId, revisionHash, edit));
  return true;
}

/** Sends what is held, because nobody will be here to send it later. */
export function sendAllHeld(client: QueryClient): void {
  for (const photoId of held.keys()) void sendHeld(client, photoId, true);
}

async function sendHeld(client: QueryClient, photoId: number, keepalive = false): Promise<void> {
  const rejection = held.get(photoId);
  if (rejection === undefined) return;
  clearTimeout(rejection.timer);
  held.delete(photoId);
  decide(photoId, { status: 'rejected', phase: 'sending', problems: [] });
  try {
    await sendRejection(photoId, rejection.reason, keepalive);
    markInQueues(client, photoId, { status: 'rejected' });
    settle(photoId);
    await client.invalidateQueries({ queryKey: reviewQuery(photoId).queryKey });
  } catch (error) {
    forget(rejection.act);
    refuse(photoId, problemsOf(error));
  }
}

/** Takes the word that a decision was refused away again. */
export function settle(photoId: number): void {
  decisions.set((all) => {
    const next = new Map(all);
    next.delete(photoId);
    return next;
  });
}

function decide(photoId: number, decision: Decision): void {
  decisions.set((all) => new Map(all).set(photoId, decision));
}

function refuse(photoId: number, problems: readonly string[]): void {
  decide(photoId, { status: 'pending', phase: 'failed', problems });
}
