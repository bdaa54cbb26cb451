import type { BulkResult } from '@proofline/domain/bulk-edit.ts';
import { MOST_BULK_PHOTOS } from '@proofline/domain/bulk-size.ts';
import { standingAgainst } from '@proofline/domain/text-gate/judgement.ts';
import type { QueryClient } from '@tanstack/react-query';
import { problemsOf } from '../../lib/problem.ts';
import { createStore } from '../../lib/store.ts';
import { sendApprovals, sendTakingsBack } from './act-queries.ts';
import { noteDecided } from './decided-here.ts';
import { editsOf, edits, save } from './edits.ts';
import {
  cachedReview,
  keepReview,
  markInQueues,
  reviewQuery,
  sendApproval,
  sendTakingBack,
  type Override,
} from './queries.ts';
import { noteAct, written } from './under-way.ts';

/** A decision that the server does not have yet, or refused. */
export type Decision = {
  readonly status: 'approved' | 'rejected' | 'pending';
  /** `held`: it can be taken back without a trace · `reviving`: its rejection was undone, and it is made anew. */
  readonly phase: 'held' | 'sending' | 'failed' | 'reviving';
  readonly problems: readonly string[];
};

export const decisions = createStore<ReadonlyMap<number, Decision>>(new Map());

/** The mark shows at once. What was typed is saved first, and exactly that is approved. Resolves whether it was. */
export function approve(client: QueryClient, photoId: number, overrides: readonly Override[] = []): Promise<boolean> {
  const decision = decide(photoId, { status: 'approved', phase: 'sending', problems: [] });
  return inTurn(photoId, async () => {
    try {
      if (!(await save(client, photoId))) return refuseLast(photoId, decision, unsaved(photoId));
      const view = cachedReview(client, photoId) ?? (await client.fetchQuery(reviewQuery(photoId)));
      keepReview(client, await sendApproval(photoId, view.revisionHash, overrides));
    } catch (error) {
      refuseLast(photoId, decision, problemsOf(error));
      await client.invalidateQueries({ queryKey: reviewQuery(photoId).queryKey });
      return false;
    }
    return settleLast(photoId, decision);
  });
}

/** Back to waiting for a decision. Resolves false for a rejection that was sent: only an undo brings that back. */
export async function takeBack(client: QueryClient, photoId: number): Promise<boolean> {
  if (cachedReview(client, photoId)?.dossier.review?.status === 'rejected') return false;
  const decision = decide(photoId, { status: 'pending', phase: 'sending', problems: [] });
  return inTurn(photoId, async () => {
    try {
      keepReview(client, await sendTakingBack(photoId));
    } catch (error) {
      return refuseLast(photoId, decision, problemsOf(error));
    }
    return settleLast(photoId, decision);
  });
}

const turns = new Map<number, Promise<boolean>>();

/** Behind what was decided of this photo before: on a slow line, or on none, what is sent first need not arrive first. */
function inTurn(photoId: number, work: () => Promise<boolean>): Promise<boolean> {
  const done = written((turns.get(photoId) ?? Promise.resolve(true)).then(work));
  turns.set(photoId, done);
  void done.finally(() => turns.get(photoId) === done && turns.delete(photoId));
  return done;
}

/** Where the person decided otherwise meanwhile, the mark is that of the later decision. */
const isLast = (photoId: number, decision: Decision) => decisions.get().get(photoId) === decision;

function settleLast(photoId: number, decision: Decision): true {
  noteAct();
  if (isLast(photoId, decision)) settle(photoId);
  return true;
}

function refuseLast(photoId: number, decision: Decision, problems: readonly string[]): false {
  if (isLast(photoId, decision)) refuse(photoId, problems);
  return false;
}

/** What many photos came to, and the acts that they are. */
export type Together = { readonly done: number; readonly left: readonly string[]; readonly actIds: readonly number[] };

/** Approves photos as they stand, as one act; what is blocked or incomplete is left and named. */
export async function approveTogether(client: QueryClient, photoIds: readonly number[]): Promise<Together> {
  const left: string[] = [];
  const photos: { readonly photoId: number; readonly revisionHash: string }[] = [];
  const names = new Map<number, string>();
  for (const photoId of photoIds) {
    const isSaved = await save(client, photoId);
    const view = await client.ensureQueryData(reviewQuery(photoId));
    names.set(photoId, view.published.fileName);
    const blocks = standingAgainst(view.judgement.findings, view.overrides).length + view.blockers.length > 0;
    if (isSaved && !blocks) photos.push({ photoId, revisionHash: view.revisionHash });
    else left.push(view.published.fileName);
  }
  const result = await written(
    sendInParts(
      client,
      'approved',
      photos,
      ({ photoId }) => photoId,
      (part) => sendApprovals([...part]),
    ),
  );
  return { ...result, left: [...left, ...result.left.map((photoId) => names.get(photoId) ?? `photo ${photoId}`)] };
}

/** Takes the approvals of photos back, as one act. */
export async function takeBackTogether(client: QueryClient, photoIds: readonly number[]): Promise<Together> {
  const result = await written(sendInParts(client, 'pending', photoIds, (photoId) => photoId, sendTakingsBack));
  return { ...result, left: result.left.map((photoId) => `photo ${photoId}`) };
}

/** One act, unless there are more photos than one request takes. */
async function sendInParts<Photo>(
  client: QueryClient,
  status: 'approved' | 'pending',
  photos: readonly Photo[],
  idOf: (photo: Photo) => number,
  send: (part: readonly Photo[]) => Promise<BulkResult>,
) {
  const left: number[] = [];
  const actIds: number[] = [];
  decide(photos.map(idOf), { status, phase: 'sending', problems: [] });
  for (let start = 0; start < photos.length; start += MOST_BULK_PHOTOS) {
    const part = photos.slice(start, start + MOST_BULK_PHOTOS);
    try {
      const { actId, photos: results } = await send(part);
      if (actId !== null) actIds.push(actId);
      left.push(...keepResults(client, status, results));
    } catch (error) {
      left.push(...part.map(idOf));
      refuse(part.map(idOf), problemsOf(error));
    }
  }
  if (actIds.length > 0) noteAct();
  return { done: photos.length - left.length, left, actIds };
}

/** Marks what a write of many photos came to; gives those that were left. */
export function keepResults(
  client: QueryClient,
  status: Decision['status'],
  results: BulkResult['photos'],
): readonly number[] {
  const left = results.filter(({ outcome }) => outcome === 'left');
  const done = results.filter(({ outcome }) => outcome !== 'left').map(({ photoId }) => photoId);
  for (const { photoId, reason } of left) refuse(photoId, [reason ?? 'it was left as it is']);
  markInQueues(client, done, { status });
  settle(...done);
  for (const { photoId } of results) void client.invalidateQueries({ queryKey: reviewQuery(photoId).queryKey });
  return left.map(({ photoId }) => photoId);
}

/** Of these photos the server says how they stand; a refusal was read. */
export function settle(...photoIds: readonly number[]): void {
  const settled = new Set(photoIds);
  decisions.set((all) => new Map([...all].filter(([photoId]) => !settled.has(photoId))));
}

export function decide(photoId: number | readonly number[], decision: Decision): Decision {
  const decided = typeof photoId === 'number' ? [photoId] : photoId;
  noteDecided(decided, decision.status);
  decisions.set((all) => new Map([...all, ...decided.map((id) => [id, decision] as const)]));
  return decision;
}

export function refuse(photoId: number | readonly number[], problems: readonly string[]): void {
  decide(photoId, { status: 'pending', phase: 'failed', problems });
}

function unsaved(photoId: number): readonly string[] {
  const { problems } = editsOf(edits.get(), photoId);
  return problems.length > 0 ? problems : ['its text was not saved, so it was not approved'];
}
