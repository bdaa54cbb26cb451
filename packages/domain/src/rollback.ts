import type { StageName, StageOutputPart } from './stage.ts';
import type { Actor } from './actor.ts';

export const rollbackScopes = ['photo', 'set', 'run'] as const;
export type RollbackScope = (typeof rollbackScopes)[number];

export type RollbackRequest = { readonly scope: RollbackScope; readonly id: number; readonly reason: string };

/** What a roll-back takes on. Published photos are left: they are withdrawn, not rolled back. */
export type RollbackTaken = {
  readonly photoIds: readonly number[];
  readonly left: readonly { readonly photoId: number; readonly reason: string }[];
};

export type RollbackDesk = {
  /** In one transaction: fences all running work of the scope, makes its roll-back jobs due. Throws `DomainError('not_found')`. */
  request(request: RollbackRequest, actor: Actor): RollbackTaken;
};

/** What `roll-back` works through. */
export type RollbackLog = {
  /** Stages that left something for this photo that is not undone yet. */
  finishedStages(photoId: number): readonly StageName[];
  /** Erases the parts and writes the undone stage down, fenced by the run's token; one transaction. */
  undo(photoId: number, token: string, stage: StageName, parts: readonly StageOutputPart[]): 'undone' | 'overtaken';
};
