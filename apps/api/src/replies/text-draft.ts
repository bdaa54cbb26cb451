import type { DraftLogprobs, OtherDraft, TextDraft } from '@proofline/domain/text-draft.ts';
import { z } from 'zod';
import { gateRecord, trust } from './judgement.ts';
import { words } from './scalars.ts';
import { schemaOf } from './schema-of.ts';

/** Who drafted; without a model nobody looked at the photo. */
export const draftedBy = { captioner: z.string(), model: z.string().nullable() };

const otherDraft = schemaOf<OtherDraft>('OtherDraft')(z.strictObject({ ...draftedBy, reason: z.string() }));

const logarithms = z.array(z.number());
const logprobs = schemaOf<DraftLogprobs>()(
  z
    .strictObject({ caption: logarithms, altText: logarithms, keywords: logarithms })
    .describe('Natural logarithms of the probability of each token'),
);

export const textDraft = schemaOf<TextDraft>('TextDraft')(
  z.strictObject({
    ...draftedBy,
    modelDigest: z.string().nullable(),
    promptVersion: z.string(),
    caption: z.string(),
    altText: z.string(),
    keywords: words,
    confidence: trust.describe('Our trust in the draft'),
    latencyMs: z.number().min(0),
    logprobs: z.exactOptional(logprobs),
    isRepaired: z.exactOptional(z.literal(true)).describe('The reply was no JSON and had to be mended'),
    fallback: z.exactOptional(otherDraft).describe("The set's own captioner, where the second one's draft was taken"),
    passedOver: z.exactOptional(otherDraft).describe('The second captioner, where its draft was not taken'),
    failure: z.exactOptional(z.string()).describe('Why there is no text'),
    hint: z.exactOptional(z.string()).describe('What a person asked to mind'),
    gate: z.exactOptional(gateRecord),
  }),
);
