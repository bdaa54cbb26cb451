import { z } from 'zod';
import type { Actor } from './actor.ts';
import type { ReviewView } from './review.ts';
import type { TextDraft } from './text-draft.ts';

/** `queued`: waits for its turn, or for its captioner (`problem` says so). `failed`: nothing came of it, ever. */
export const redraftStates = ['queued', 'drafted', 'failed'] as const;
export type RedraftState = (typeof redraftStates)[number];

export const redraftRequest = z.strictObject({
  /** What the captioner is to mind, in a person's words. */
  hint: z.exactOptional(z.string().trim().min(1).max(500)),
  /** Another one than the set's own. */
  captioner: z.exactOptional(z.string().min(1).max(50)),
});
export type RedraftRequest = z.infer<typeof redraftRequest>;

export const draftFields = ['caption', 'altText', 'keywords'] as const;
export type DraftField = (typeof draftFields)[number];
export const draftTaking = z.strictObject({ fields: z.array(z.enum(draftFields)).min(1).max(draftFields.length) });

/** Another draft of one photo, on a person's word. It lies beside the first one and changes nothing until a person takes it. */
export type Redraft = {
  readonly id: number;
  readonly photoId: number;
  readonly hint: string | null;
  /** Who is to draft. */
  readonly captioner: string;
  readonly state: RedraftState;
  /** Why it failed, or what it waits for; null otherwise. */
  readonly problem: string | null;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly draft: TextDraft | null;
  /** What a person took of it so far. */
  readonly takenFields: readonly DraftField[];
};

/** The reviewer's door to further drafts. Every act leaves an event. */
export type RedraftDesk = {
  /** Throws `DomainError('conflict')` for a photo that is not in review. */
  request(photoId: number, request: RedraftRequest, actor: Actor): Redraft;
  /** Newest first. */
  list(photoId: number): readonly Redraft[];
  /** Writes these fields as the person's own words; a changed revision voids an approval. */
  take(photoId: number, redraftId: number, fields: readonly DraftField[], actor: Actor): ReviewView;
};

/** The same as the one who drafts sees it. A redraft whose photo was taken back meanwhile is gone; writing about it is a no-op. */
export type RedraftLog = {
  /** Oldest first. */
  queued(): readonly Redraft[];
  finish(redraftId: number, draft: TextDraft): void;
  fail(redraftId: number, problem: string): void;
  /** Stays queued; a person sees why. */
  wait(redraftId: number, problem: string): void;
};
