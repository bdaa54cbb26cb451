import {
  auditStates,
  findingKinds,
  findingStates,
  type Adoption,
  type RecordedFinding,
  type SiteAudit,
  type SiteFix,
} from '@proofline/domain/site-audit.ts';
import { z } from 'zod';
import { count, id, instant } from './scalars.ts';
import { schemaOf } from './schema-of.ts';

export const audit = schemaOf<SiteAudit>('SiteAudit')(
  z.strictObject({
    id,
    state: z.enum(auditStates),
    startedAt: instant,
    startedBy: z.string(),
    finishedAt: instant.nullable(),
    deep: z.boolean().describe('Whether contents were compared too, not sizes only'),
    extent: z.strictObject({ rows: count, files: count, names: count }).describe('How much was looked at'),
    counts: z.partialRecord(z.enum(findingKinds), count).describe('Findings by kind'),
    error: z.string().nullable().describe('Why it came to nothing'),
  }),
);

const fix = schemaOf<SiteFix>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('publish-again'), photoId: id, replacePath: z.string().nullable() }),
    z.strictObject({ kind: z.literal('remove-file'), path: z.string(), bytes: count }),
    z.strictObject({ kind: z.literal('refresh-mirror'), fileName: z.string() }),
    z.strictObject({ kind: z.literal('adopt-names') }),
  ]),
);

export const auditFinding = schemaOf<RecordedFinding>('SiteFinding')(
  z.strictObject({
    id,
    auditId: id,
    kind: z.enum(findingKinds),
    subject: z.string().describe('The file name or path that it is about'),
    photoId: id.nullable(),
    reason: z.string(),
    fix: fix.nullable().describe('Proposed; nothing changes before a person takes it'),
    state: z.enum(findingStates).describe('open until a person decided'),
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    note: z.string().nullable(),
  }),
);

export const adoption = schemaOf<Adoption>()(z.strictObject({ rows: count, adopted: count }));
