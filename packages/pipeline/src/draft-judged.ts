import { Blocked } from '@proofline/domain/blocking.ts';
import { NoUsableDraft, type Captioner } from '@proofline/domain/captioner.ts';
import type { DraftJudge } from '@proofline/domain/draft-judge.ts';
import { RefusedPhoto } from '@proofline/domain/refusal.ts';
import type { TextDraft } from '@proofline/domain/text-draft.ts';
import { draftIfUp, type DraftRequest } from './draft-if-up.ts';

export type DraftingNeeds = {
  /** Tries where the set's own captioner gave nothing that passes; null where the operator wants nobody. */
  readonly fallbackCaptioner: Captioner | null;
  readonly draftJudge: DraftJudge;
};

/** A draft with what the judge has against it. */
type Judged = { readonly draft: TextDraft; readonly problems: readonly string[] };

/**
 * Drafts, and lets the second captioner try where the first one's draft does not pass. Of two that do not pass, the one with fewer problems goes
 * to the person. Only where no model gave anything is the draft empty: the photo goes to review all the same, and somebody writes.
 */
export async function draftJudged(
  captioner: Captioner,
  { fallbackCaptioner, draftJudge }: DraftingNeeds,
  request: DraftRequest,
  signal: AbortSignal,
): Promise<TextDraft> {
  const draftBy = (by: Captioner) => draftIfUp(by, request, signal).catch((error: unknown) => noDraft(by, error));
  // Nobody to choose from: what comes goes to the gate anyway.
  if (fallbackCaptioner === null || fallbackCaptioner === captioner) return draftBy(captioner);
  const attempt = async (by: Captioner): Promise<Judged> => {
    const draft = await draftBy(by);
    const problems = draft.failure === undefined ? draftJudge.judge(draft, request.context) : [draft.failure];
    return { draft, problems };
  };
  const first = await attempt(captioner);
  if (first.problems.length === 0) return first.draft;
  const second = await attempt(fallbackCaptioner).catch((error: unknown) => {
    signal.throwIfAborted();
    // One draft is there: a second captioner that is down, or will not look at this photo, keeps nobody waiting.
    if (error instanceof Blocked || error instanceof RefusedPhoto) return null;
    throw error;
  });
  if (second === null || !isBetter(second, first)) return first.draft;
  const { captioner: id, model } = first.draft;
  return { ...second.draft, fallback: { captioner: id, model, reason: first.problems.join('; ') } };
}

/** Everything beside photo and context that makes a draft what it is. JSON-safe. */
export async function draftingVersion(
  captioner: Captioner,
  { fallbackCaptioner, draftJudge }: DraftingNeeds,
  signal: AbortSignal,
): Promise<unknown> {
  const own = { captioner: captioner.id, version: await captioner.version(signal) };
  if (fallbackCaptioner === null || fallbackCaptioner === captioner) return own;
  const version = await fallbackCaptioner.version(signal).catch((error: unknown) => {
    signal.throwIfAborted();
    if (error instanceof Blocked) return 'down';
    throw error;
  });
  return { ...own, fallback: fallbackCaptioner.id, fallbackVersion: version, judge: draftJudge.version };
}

function isBetter(second: Judged, first: Judged): boolean {
  if (second.draft.failure !== undefined) return false;
  return first.draft.failure !== undefined || second.problems.length < first.problems.length;
}

function noDraft(captioner: Captioner, error: unknown): TextDraft {
  if (!(error instanceof NoUsableDraft)) throw error;
  return {
    captioner: captioner.id,
    model: captioner.report?.()?.model ?? null,
    modelDigest: captioner.report?.()?.modelDigest ?? null,
    promptVersion: 'none',
    caption: '',
    altText: '',
    keywords: [],
    confidence: 'low',
    latencyMs: 0,
    failure: error.message,
  };
}
