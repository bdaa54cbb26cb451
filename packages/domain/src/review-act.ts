import type { Actor } from './actor.ts';

export const reviewActKinds = [
  'approval',
  'taking-back',
  'rejection',
  'edit',
  'reversion',
  'bulk-edit',
  'bulk-approval',
] as const;
export type ReviewActKind = (typeof reviewActKinds)[number];

/** How many acts of one person can be undone, newest first. */
export const UNDO_STEPS = 200;

/** `under-way`: the photo's roll-back has to end first; then it is made anew. `left`: it is as it was, `reason` says why. */
export const undoings = ['undone', 'under-way', 'left'] as const;
export type Undoing = (typeof undoings)[number];

/** Something that a person did in review, to one photo or to many at once. */
export type ReviewAct = {
  readonly id: number;
  readonly kind: ReviewActKind;
  readonly actor: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** How many photos it changed. */
  readonly photos: number;
  /** The first of them, to go back to. */
  readonly firstPhotoId: number;
  readonly undoneAt: string | null;
};

export type UndonePhoto = {
  readonly photoId: number;
  readonly undoing: Undoing;
  /** Null where it was undone. */
  readonly reason: string | null;
};

export type UndoneAct = { readonly act: ReviewAct; readonly photos: readonly UndonePhoto[] };

/** What a person did, and the way back. Nobody undoes what somebody else did. */
export type ReviewActs = {
  /** The person's own acts that can still be undone or were, newest first, at most `UNDO_STEPS`; older than `before`, when given. */
  list(actor: Actor, page: { readonly before?: number; readonly limit: number }): readonly ReviewAct[];
  /**
   * Undoes one act of this person, the newest that stands unless `actId` says which: the words and the decision of each photo are again what they
   * were. A photo that somebody changed since, or that left review, is left alone with a reason. A rejected photo is made anew and comes back to
   * review. Throws `DomainError('not_found')` when there is no such act, `DomainError('conflict')` when nothing is left to undo.
   */
  undo(actor: Actor, actId?: number): Promise<UndoneAct>;
};
