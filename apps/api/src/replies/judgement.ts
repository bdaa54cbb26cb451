import type { Finding } from '@proofline/domain/text-gate/finding.ts';
import type { GateRecord, Judgement } from '@proofline/domain/text-gate/gate-record.ts';
import { z } from 'zod';
import { listOf } from './list-of.ts';
import { count, id, share, words } from './scalars.ts';
import { schemaOf } from './schema-of.ts';

const gateField = z.enum(['caption', 'altText', 'keywords']);
/** How far somebody trusts a draft. */
export const trust = z.enum(['low', 'medium', 'high']);

const finding = schemaOf<Finding>('Finding')(
  z.strictObject({
    rule: z.string(),
    field: gateField,
    severity: z.enum(['block', 'warn']).describe('block: nobody approves the text unless the rule is overridden'),
    span: z
      .strictObject({ start: count, end: count })
      .describe('UTF-16 offsets of a text, positions in the list of keywords'),
    reason: z.string(),
    otherPhotoId: z.exactOptional(id).describe('Whose text it is like'),
    repair: z
      .exactOptional(z.strictObject({ replacement: z.string().nullable() }))
      .describe('What may stand there instead; null takes the keyword away'),
  }),
);

const judged = {
  gateVersion: count,
  rulingVersion: z.string().describe("Of the operator's settings that it was judged by"),
  findings: listOf(finding),
  confidence: z
    .strictObject({ caption: share, altText: share, keywords: share, overall: share })
    .describe('How far each part can be trusted'),
};

export const judgement = schemaOf<Judgement>('Judgement')(z.strictObject(judged));

export const gateRecord = schemaOf<GateRecord>('GateRecord')(
  z.strictObject({
    ...judged,
    raw: z.strictObject({ caption: z.string(), altText: z.string(), keywords: words }).describe('Before repairs'),
    repairs: z.array(z.strictObject({ rule: z.string(), field: gateField, before: z.string(), after: z.string() })),
    captionerTrust: trust,
    known: z.strictObject({
      sunAltitudeDegrees: z.exactOptional(z.number().min(-90).max(90)).describe('Above the horizon'),
      allowedPlaceNames: words,
    }),
  }),
);
