import { z } from 'zod';
import type { Actor } from './actor.ts';
import type { SetHold } from './set-hold.ts';

/**
 * `queued` and `running`: a stage of the whole set (`validate-set`, `reserve-file-names`) is due or being worked on.
 * `accepted`: its photos are on their way. `refused`: nothing of it was taken in.
 */
export const photoSetStates = [
  'queued',
  'running',
  'accepted',
  'refused',
  'discarded',
  'rolling-back',
  'rolled-back',
] as const;

export type PhotoSetState = (typeof photoSetStates)[number];

/** What the operator asks for. Text limits keep a request from carrying megabytes; names have their own, tighter limit. */
export const photoSetRequest = z.object({
  sourceFolder: z.string().min(1).max(4096),
  includeSubfolders: z.boolean().default(true),
  subject: z.string().trim().min(1).max(200),
  location: z.string().trim().min(1).max(200),
  folderKey: z.string().trim().min(1).max(100),
  captioner: z.string().min(1).max(50).default('template'),
  /** What becomes of the set when a dependency of a stage before review is down: it waits, or it gives everything back. */
  onBlocked: z.enum(['pause', 'roll-back']).default('pause'),
});

export type PhotoSetRequest = z.infer<typeof photoSetRequest>;

export type PhotoSet = PhotoSetRequest & {
  readonly id: number;
  readonly runId: number;
  readonly state: PhotoSetState;
  readonly stage: 'validate-set' | 'reserve-file-names';
  readonly epoch: number;
  readonly requestedBy: string;
  readonly createdAt: string;
  /** When the whole set got its names; null before. */
  readonly namesReservedAt: string | null;
  /** Every problem for which the set was refused. */
  readonly problems: readonly string[];
  /** Null when nobody holds it. */
  readonly hold: SetHold | null;
};

/** The operator's door to sets. */
export type PhotoSetDesk = {
  /** Writes the set down and makes `validate-set` due. Joins the open run, or opens one. */
  add(request: PhotoSetRequest, actor: Actor): PhotoSet;
  /** Throws `DomainError('not_found')`. */
  get(setId: number): PhotoSet;
  /** By id, behind `after`, at most `limit`; all of them without. */
  list(page?: { readonly after?: number; readonly limit?: number }): readonly PhotoSet[];
  /**
   * Nothing of the set is begun from now on. Holding what is held changes the reason. Throws `DomainError('conflict')` for a set of which nothing can
   * be begun any more.
   */
  hold(setId: number, reason: string, actor: Actor): void;
  /** Makes everything of the set that is due go on. Changes nothing for a set that is not held. */
  resume(setId: number, actor: Actor): void;
};
