import type { TextLimits } from '@proofline/domain/text-gate/gate-settings.ts';
import { z } from 'zod';
import { jsonSchemaOf } from './json-schema-of.ts';

/** Flat on purpose: small models get lost in nested answers. */
export function draftSchemaOf({ keywords: { most } }: TextLimits) {
  const keywords = z.array(z.string()).min(1).max(most);
  return jsonSchemaOf(z.object({ caption: z.string(), alt_text: z.string(), keywords }));
}

/**
 * What is accepted is wider than what is asked for: the gate judges the words and their number, and writes down what it takes away. Nothing is left
 * out before it.
 */
export const draftReply = z
  .object({
    caption: z.string().transform(tidy).pipe(z.string().min(1)),
    alt_text: z.string().transform(tidy).pipe(z.string().min(1)),
    keywords: z.union([z.array(z.string()), z.string().transform((list) => list.split(/[,;]/u))]),
  })
  .transform(({ caption, alt_text: altText, keywords }) => ({
    caption,
    altText,
    keywords: keywords.map(tidy).filter((word) => word !== ''),
  }));

/** One line, without what no reader sees. */
function tidy(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
