import { z } from 'zod';
import type { Actor } from './actor.ts';
import { MOST_BULK_PHOTOS } from './bulk-size.ts';
import { reviewEdit, type ReviewEdit, type ReviewFilter } from './review.ts';

const keyword = z.string().trim().min(1).max(64);

const words = z.enum(['caption', 'altText', 'headline']);

/** One thing that is done to every photo of a selection. */
export const bulkChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('set'), field: words, value: z.string().trim().max(2000).nullable() }),
  z.strictObject({ kind: z.literal('rate'), value: z.number().min(1).max(10).nullable() }),
  z.strictObject({
    kind: z.literal('replace'),
    field: z.enum(['caption', 'altText', 'headline', 'keywords']),
    find: z.string().min(1).max(500),
    replacement: z.string().max(500),
    matchCase: z.exactOptional(z.boolean()),
    wholeWord: z.exactOptional(z.boolean()),
  }),
  z.strictObject({ kind: z.literal('set-keywords'), keywords: z.array(keyword).max(100) }),
  z.strictObject({ kind: z.literal('add-keywords'), keywords: z.array(keyword).min(1).max(100) }),
  z.strictObject({ kind: z.literal('remove-keywords'), keywords: z.array(keyword).min(1).max(100) }),
]);
export type BulkChange = z.infer<typeof bulkChange>;

export const photoSelection = z.array(z.int().positive()).min(1).max(MOST_BULK_PHOTOS);
export const bulkEditRequest = z.strictObject({
  photoIds: photoSelection,
  changes: z.array(bulkChange).min(1).max(20),
});
export type BulkEditRequest = z.infer<typeof bulkEditRequest>;

export const bulkApprovalRequest = z.strictObject({
  photos: z
    .array(
      z.strictObject({
        photoId: z.int().positive(),
        revisionHash: z.string().regex(/^[0-9a-f]{64}$/, 'must be the revision hash that the review showed'),
      }),
    )
    .min(1)
    .max(MOST_BULK_PHOTOS),
});
export type BulkApprovalRequest = z.infer<typeof bulkApprovalRequest>;

export const bulkRejectionRequest = z.strictObject({
  photoIds: photoSelection,
  reason: z.string().trim().min(1).max(2000),
});
export type BulkRejectionRequest = z.infer<typeof bulkRejectionRequest>;

/** What a person may write, as it would be published now. */
export type EditableFields = {
  readonly caption: string;
  readonly altText: string;
  readonly keywords: readonly string[];
  readonly headline: string | null;
  readonly qualityRating: number | null;
};

/** What the changes, one after the other, make of one photo. `matches`: how often something was found, or how many keywords came and went. */
export function editFor(
  changes: readonly BulkChange[],
  before: EditableFields,
): { readonly edit: Partial<ReviewEdit>; readonly matches: number } {
  const edit: Partial<ReviewEdit> = {};
  let matches = 0;
  const now = <Field extends keyof EditableFields>(field: Field) =>
    (edit[field] === undefined || edit[field] === null ? before[field] : edit[field]) as EditableFields[Field];
  for (const change of changes) {
    switch (change.kind) {
      case 'set':
        edit[change.field] = change.value;
        break;
      case 'set-keywords':
        edit.keywords = distinct(change.keywords);
        break;
      case 'rate':
        edit.qualityRating = change.value;
        break;
      case 'replace': {
        const pattern = patternOf(change);
        const replaced = (text: string) =>
          text.replaceAll(pattern, () => {
            matches += 1;
            return change.replacement;
          });
        if (change.field === 'keywords') edit.keywords = distinct(now('keywords').map(replaced));
        else edit[change.field] = replaced(now(change.field) ?? '');
        break;
      }
      case 'add-keywords': {
        const present = now('keywords');
        edit.keywords = distinct([...present, ...change.keywords]);
        matches += edit.keywords.length - present.length;
        break;
      }
      case 'remove-keywords': {
        const unwanted = new Set(change.keywords.map(folded));
        const present = now('keywords');
        edit.keywords = present.filter((word) => !unwanted.has(folded(word)));
        matches += present.length - edit.keywords.length;
        break;
      }
    }
  }
  return { edit: onlyChanges(edit, before), matches };
}

/** The problems of an edit that a person asked for, each in words. */
export function editProblems(edit: Partial<ReviewEdit>): readonly string[] {
  const checked = reviewEdit.safeParse(edit);
  return checked.success ? [] : checked.error.issues.map(({ path, message }) => [...path, message].join(': '));
}

/** Without what would be written as it is. Taking a person's value away is always a change: only the layers know. */
export function onlyChanges(edit: Partial<ReviewEdit>, before: EditableFields): Partial<ReviewEdit> {
  const differs = ([field, value]: [string, unknown]) =>
    value !== undefined && JSON.stringify(value) !== JSON.stringify(before[field as keyof EditableFields]);
  return Object.fromEntries(Object.entries(edit).filter(differs));
}

function patternOf({ find, matchCase = false, wholeWord = false }: Extract<BulkChange, { kind: 'replace' }>): RegExp {
  const literal = find.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
  const bounded = wholeWord ? String.raw`(?<![\p{L}\p{N}_])${literal}(?![\p{L}\p{N}_])` : literal;
  return new RegExp(bounded, matchCase ? 'gu' : 'giu');
}

/** Keywords differ by more than case. */
const folded = (word: string) => word.normalize('NFC').toLowerCase();

function distinct(keywords: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const word of keywords.map((one) => one.trim()).filter((one) => one !== ''))
    if (!kept.has(folded(word))) kept.set(folded(word), word);
  return [...kept.values()];
}

export type PreviewedChange = {
  readonly field: keyof EditableFields;
  readonly before: unknown;
  readonly after: unknown;
};

export type PreviewedPhoto = {
  readonly photoId: number;
  readonly fileName: string;
  /** Null where there is nothing to look at any more. */
  readonly revisionHash: string | null;
  readonly changes: readonly PreviewedChange[];
  readonly matches: number;
  /** Whether the edit voids an approval, or puts a published photo into review again. */
  readonly voidsApproval: boolean;
  /** Why it cannot be changed; null where it can. */
  readonly problem: string | null;
};

export type BulkPreview = {
  /** Of everything below: applying takes it, so that nothing is written that nobody saw. */
  readonly hash: string;
  readonly photos: readonly PreviewedPhoto[];
  readonly counts: {
    readonly changed: number;
    readonly unchanged: number;
    readonly problems: number;
    readonly matches: number;
    readonly voidedApprovals: number;
  };
};

export type BulkPhotoResult = {
  readonly photoId: number;
  /** `left`: nothing of it was changed, `reason` says why. */
  readonly outcome: 'changed' | 'unchanged' | 'left';
  readonly reason: string | null;
};

export type BulkResult = {
  /** To undo all of it at once; null where nothing was changed. */
  readonly actId: number | null;
  readonly photos: readonly BulkPhotoResult[];
};

export type KeywordCount = { readonly keyword: string; readonly photos: number };

/** The reviewer's door to many photos at once. Each photo is written alone, and all of them are one act. */
export type BulkDesk = {
  preview(request: BulkEditRequest): Promise<BulkPreview>;
  /** Throws `DomainError('changed')` unless the preview is still the one that `seenHash` is of; nothing is written then. */
  apply(request: BulkEditRequest, actor: Actor, seenHash: string): Promise<BulkResult>;
  /** Approves each photo at exactly the revision that was shown; what the gate blocks is left. */
  approve(request: BulkApprovalRequest, actor: Actor): Promise<BulkResult>;
  /** What is in review is rejected, as one photo is; whatever is not is left. */
  reject(request: BulkRejectionRequest, actor: Actor): Promise<BulkResult>;
  /** Takes approvals back; what waits for a decision anyway is unchanged. */
  takeBack(photoIds: readonly number[], actor: Actor): Promise<BulkResult>;
  /** Of what would be published, most frequent first. */
  keywordCounts(photoIds: readonly number[]): Promise<readonly KeywordCount[]>;
  /** The editable fields of a filter's photos as CSV (RFC 4180, UTF-8), in the list's order. */
  exportCsv(filter: Omit<ReviewFilter, 'after'>): Promise<string>;
  /** The same of these photos, in their order; one that is not in review has no line. */
  exportCsvOf(photoIds: readonly number[]): Promise<string>;
  /** What such a file would change. Throws `DomainError('invalid')` with every problem of the file. */
  previewCsv(csv: string): Promise<BulkPreview>;
  applyCsv(csv: string, actor: Actor, seenHash: string): Promise<BulkResult>;
};
