import { MOST_BULK_PHOTOS } from '@proofline/domain/bulk-size.ts';
import type { QueryClient } from '@tanstack/react-query';
import { problemsOf } from '../../lib/problem.ts';
import { createStore } from '../../lib/store.ts';
import { sendRejections } from './act-queries.ts';
import { decide, keepResults, refuse, settle } from './decisions.ts';
import { noteReason } from './rejection-reasons.ts';
import { noteAct, written } from './under-way.ts';

/**
 * A rejection gives the photo's name and files back at once; undone later, the photo is made anew. So it is sent only after this time, in which it
 * can be taken back without a trace, or when the page is left.
 */
const HELD_MS = 10_000;

export type HeldRejection = {
  readonly photoIds: readonly number[];
  readonly reason: string;
  /** By this machine's clock. */
  readonly heldAtMs: number;
  readonly timer: ReturnType<typeof setTimeout>;
};

/** Newest last; several photos in one are one step. */
export const heldRejections = createStore<readonly HeldRejection[]>([]);

/** By how many milliseconds each rejection was sent after it was decided, by the number of its act. */
const delays = new Map<number, number>();
export const delayMsOf = (actId: number) => delays.get(actId) ?? 0;

export function hold(client: QueryClient, photoIds: readonly number[], reason: string): void {
  for (let start = 0; start < photoIds.length; start += MOST_BULK_PHOTOS) {
    const part = photoIds.slice(start, start + MOST_BULK_PHOTOS);
    const heldAtMs = Date.now();
    const timer = setTimeout(() => sendThose(client, (other) => other.timer === timer), HELD_MS);
    heldRejections.set((all) => [...all, { photoIds: part, reason, heldAtMs, timer }]);
    noteReason(part, reason);
    decide(part, { status: 'rejected', phase: 'held', problems: [] });
  }
  noteAct();
}

/** Lets go of one photo's rejection; false where none is held. */
export function release(photoId: number): boolean {
  const found = heldRejections.get().find(({ photoIds }) => photoIds.includes(photoId));
  if (found === undefined) return false;
  const left = found.photoIds.filter((other) => other !== photoId);
  if (left.length === 0) clearTimeout(found.timer);
  heldRejections.set((all) =>
    all.flatMap((other) => (other !== found ? [other] : left.length === 0 ? [] : [{ ...found, photoIds: left }])),
  );
  settle(photoId);
  return true;
}

/** Sends what is held, because nobody will be here to send it later. */
export const sendAllHeld = (client: QueryClient) => sendThose(client, () => true, true);

function sendThose(client: QueryClient, isMeant: (rejection: HeldRejection) => boolean, keepalive = false): void {
  const meant = heldRejections.get().filter(isMeant);
  heldRejections.set((all) => all.filter((rejection) => !isMeant(rejection)));
  for (const rejection of meant) {
    clearTimeout(rejection.timer);
    void written(send(client, rejection, keepalive));
  }
}

async function send(client: QueryClient, { photoIds, reason, heldAtMs }: HeldRejection, keepalive: boolean) {
  decide(photoIds, { status: 'rejected', phase: 'sending', problems: [] });
  try {
    const { actId, photos } = await sendRejections({ photoIds: [...photoIds], reason }, keepalive);
    if (actId !== null) delays.set(actId, Date.now() - heldAtMs);
    keepResults(client, 'rejected', photos);
  } catch (error) {
    refuse(photoIds, problemsOf(error));
  }
}
