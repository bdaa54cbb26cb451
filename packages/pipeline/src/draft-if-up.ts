import { Blocked } from '@proofline/domain/blocking.ts';
import { NoUsableDraft, type CaptionContext, type Captioner } from '@proofline/domain/captioner.ts';
import type { TextDraft } from '@proofline/domain/text-draft.ts';

/** What a draft is made of. */
export type DraftRequest = { readonly modelInputPath: string; readonly context: CaptionContext };

/** Asks before each draft, and again when one fails: a captioner that went down in the middle is no fault of the photo. */
export async function draftIfUp(
  captioner: Captioner,
  { modelInputPath, context }: DraftRequest,
  signal: AbortSignal,
): Promise<TextDraft> {
  await assertUp(captioner, signal);
  try {
    return await captioner.draft(modelInputPath, context, signal);
  } catch (error) {
    signal.throwIfAborted();
    // Answers, and with nonsense: the server is well.
    if (!(error instanceof NoUsableDraft)) await assertUp(captioner, signal, error);
    throw error;
  }
}

/** Without words, and with the reason, where no draft could be made of the captioner's answers. */
export async function draftOrFailure(
  captioner: Captioner,
  request: DraftRequest,
  signal: AbortSignal,
): Promise<TextDraft> {
  try {
    return await draftIfUp(captioner, request, signal);
  } catch (error) {
    if (!(error instanceof NoUsableDraft)) throw error;
    const report = captioner.report?.() ?? null;
    return {
      captioner: captioner.id,
      model: report?.model ?? null,
      modelDigest: report?.modelDigest ?? null,
      promptVersion: 'none',
      caption: '',
      altText: '',
      keywords: [],
      confidence: 'low',
      latencyMs: 0,
      failure: error.message,
    };
  }
}

async function assertUp(captioner: Captioner, signal: AbortSignal, cause?: unknown): Promise<void> {
  const problems = await captioner.problems(signal);
  const [first] = problems;
  if (first === undefined) return;
  throw new Blocked(first.condition, problems.map(({ reason }) => reason).join('; '), { cause });
}
