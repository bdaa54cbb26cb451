import { Blocked } from '@proofline/domain/blocking.ts';
import type { Captioner } from '@proofline/domain/captioner.ts';
import { RefusedPhoto } from '@proofline/domain/refusal.ts';
import type { OtherDraft, TextDraft } from '@proofline/domain/text-draft.ts';

export type DraftingNeeds = {
  /** Tries where the set's own captioner gave nothing that passes; null where the operator wants nobody. */
  readonly fallbackCaptioner: Captioner | null;
};

type Steps = {
  /** As it comes from the captioner. One of which nothing could be made says so by `failure`. */
  draftBy(captioner: Captioner): Promise<TextDraft>;
  /** The whole gate, among the texts of this moment: as the draft goes to review. */
  pass(draft: TextDraft): TextDraft;
};

/** A draft as it left the gate, with what blocks it, in words. */
type Judged = { readonly draft: TextDraft; readonly problems: readonly string[] };

/**
 * Drafts, and lets the second captioner try where the gate blocks the first one's draft. Of two that are blocked the one with fewer reasons goes to the
 * person, of equal ones the first; it stays blocked there. Only where no captioner gave anything is the draft empty: the photo goes to review all the same,
 * and somebody writes.
 */
export async function draftJudged(
  captioner: Captioner,
  { fallbackCaptioner }: DraftingNeeds,
  { draftBy, pass }: Steps,
  signal: AbortSignal,
): Promise<TextDraft> {
  const attempt = async (by: Captioner): Promise<Judged> => {
    const drafted = await draftBy(by);
    if (drafted.failure !== undefined) return { draft: drafted, problems: [drafted.failure] };
    const draft = pass(drafted);
    return { draft, problems: blocksOf(draft) };
  };
  const first = await attempt(captioner);
  if (first.problems.length === 0 || fallbackCaptioner === null || fallbackCaptioner === captioner) return first.draft;
  try {
    const second = await attempt(fallbackCaptioner);
    return isBetter(second, first)
      ? { ...second.draft, fallback: notTaken(first) }
      : { ...first.draft, passedOver: notTaken(second) };
  } catch (error) {
    signal.throwIfAborted();
    // One draft is there: a second captioner that is down, or will not look at this photo, keeps nobody waiting.
    if (!(error instanceof Blocked || error instanceof RefusedPhoto)) throw error;
    const { id, report } = fallbackCaptioner;
    const passedOver = { captioner: id, model: report?.()?.model ?? null, reason: error.message };
    return { ...first.draft, passedOver };
  }
}

function blocksOf({ gate }: TextDraft): readonly string[] {
  const findings = gate?.findings ?? [];
  return findings.filter(({ severity }) => severity === 'block').map(({ rule, reason }) => `${rule}: ${reason}`);
}

function isBetter(second: Judged, first: Judged): boolean {
  if (second.draft.failure !== undefined) return false;
  return first.draft.failure !== undefined || second.problems.length < first.problems.length;
}

function notTaken({ draft: { captioner, model }, problems }: Judged): OtherDraft {
  return { captioner, model, reason: [...new Set(problems)].join('; ') };
}
