import type { TextDraft } from '@proofline/domain/text-draft.ts';
import { textDrafts } from './schema.ts';

type Row = typeof textDrafts.$inferSelect;

/** Columns of one draft; what a draft does not have is NULL. */
export function draftRow(draft: TextDraft): Omit<typeof textDrafts.$inferInsert, 'photoId' | 'createdAt'> {
  const {
    logprobs = null,
    isRepaired = false,
    fallback = null,
    failure = null,
    hint = null,
    gate = null,
    passedOver = null,
    ...always
  } = draft;
  return { ...always, logprobs, isRepaired, fallback, failure, hint, gate, passedOver };
}

/** The draft of a row; what is NULL is absent. */
export function draftOf(row: Omit<Row, 'id' | 'photoId' | 'createdAt' | 'redraftId'>): TextDraft {
  const { captioner, model, modelDigest, promptVersion, caption, altText, keywords, confidence, latencyMs } = row;
  const { logprobs, isRepaired, fallback, failure, hint, gate, passedOver } = row;
  return {
    captioner,
    model,
    modelDigest,
    promptVersion,
    caption,
    altText,
    keywords,
    confidence,
    latencyMs,
    ...(logprobs !== null && { logprobs }),
    ...(isRepaired && { isRepaired: true }),
    ...(fallback !== null && { fallback }),
    ...(failure !== null && { failure }),
    ...(hint !== null && { hint }),
    ...(gate !== null && { gate }),
    ...(passedOver !== null && { passedOver }),
  };
}
