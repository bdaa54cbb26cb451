import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import {
  editProblems,
  onlyChanges,
  type BulkPreview,
  type EditableFields,
  type PreviewedChange,
  type PreviewedPhoto,
} from '@proofline/domain/bulk-edit.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { Dossier, DossierStore } from '@proofline/domain/dossier.ts';
import { publishedFields } from '@proofline/domain/photo-metadata.ts';
import type { ReviewEdit } from '@proofline/domain/review.ts';
import type { Revise } from './revision.ts';

/** What one photo is to become. `seenHash`: the revision that the writer saw, where it was said. */
export type Wish = {
  readonly photoId: number;
  readonly seenHash?: string;
  readonly make: (before: EditableFields) => { readonly edit: Partial<ReviewEdit>; readonly matches: number };
};

export type PlannedPhoto = { readonly photo: PreviewedPhoto; readonly edit: Partial<ReviewEdit> };
export type BulkPlan = { readonly preview: BulkPreview; readonly planned: readonly PlannedPhoto[] };

/** So many photos are looked at in one turn; in between, others get theirs. */
const AT_ONCE = 50;

export function createBulkPlanner(dossiers: DossierStore, revise: Revise) {
  function planOne({ photoId, seenHash, make }: Wish): PlannedPhoto {
    const found = look(photoId);
    if (typeof found === 'string') return impossible(photoId, found);
    const { dossier, revision } = found;
    const { published, hash } = revision;
    const before = editableFieldsOf(dossier, published);
    const { edit: asked, matches } = make(before);
    const edit = withoutNeedlessNulls(onlyChanges(asked, before), dossier);
    const changes = (Object.entries(edit) as [keyof EditableFields, unknown][]).map(
      ([field, after]): PreviewedChange => ({ field, before: before[field], after }),
    );
    const hasChanges = changes.length > 0;
    const problems = !hasChanges
      ? []
      : seenHash !== undefined && seenHash !== hash
        ? [`photo ${photoId} changed since the file was written`]
        : editProblems(edit);
    return {
      edit,
      photo: {
        photoId,
        fileName: published.fileName,
        revisionHash: hash,
        changes,
        matches,
        voidsApproval: hasChanges && dossier.review?.status === 'approved',
        problem: problems.length === 0 ? null : problems.join('; '),
      },
    };
  }

  function look(photoId: number) {
    const dossier = dossierOf(photoId);
    if (dossier?.review === null || dossier === null) return `there is no review of photo ${photoId}`;
    const revision = revise(dossier);
    const { state, stage } = dossier.photo;
    if (revision === null || (state !== 'in-review' && state !== 'published'))
      return `photo ${photoId} is not in review, it is ${state} at ${stage}`;
    return { dossier, revision };
  }

  function dossierOf(photoId: number): Dossier | null {
    try {
      return dossiers.get(photoId);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'not_found') return null;
      throw error;
    }
  }

  return {
    /** Each photo once, in the order of the wishes. */
    async plan(wishes: readonly Wish[]): Promise<BulkPlan> {
      const planned: PlannedPhoto[] = [];
      const distinct = [...new Map(wishes.map((wish) => [wish.photoId, wish])).values()];
      for (let start = 0; start < distinct.length; start += AT_ONCE) {
        if (start > 0) await setImmediate();
        planned.push(...distinct.slice(start, start + AT_ONCE).map(planOne));
      }
      const photos = planned.map(({ photo }) => photo);
      const hash = createHash('sha256').update(JSON.stringify(photos)).digest('hex');
      return { planned, preview: { hash, photos, counts: countsOf(photos) } };
    },
    /** Of what would be published; null where there is nothing. */
    fieldsOf(photoId: number) {
      const found = look(photoId);
      if (typeof found === 'string') return null;
      const { dossier, revision } = found;
      return { dossier, revision, fields: editableFieldsOf(dossier, revision.published) };
    },
  };
}

export type BulkPlanner = ReturnType<typeof createBulkPlanner>;

function editableFieldsOf(
  { metadata }: Dossier,
  { caption, altText, keywords, headline }: Omit<EditableFields, 'qualityRating'>,
): EditableFields {
  // The computed rating is nobody's word: only a person's is theirs to change.
  return { caption, altText, keywords, headline, qualityRating: publishedFields(metadata).qualityRating ?? null };
}

const layerField = {
  caption: 'description',
  altText: 'altTextAccessibility',
  keywords: 'keywords',
  headline: 'headline',
  qualityRating: 'qualityRating',
} as const;

/** Taking away what no person wrote changes nothing. */
function withoutNeedlessNulls(edit: Partial<ReviewEdit>, { metadata }: Dossier): Partial<ReviewEdit> {
  const isNeedless = ([field, value]: [string, unknown]) =>
    value === null && metadata.person[layerField[field as keyof EditableFields]] === undefined;
  return Object.fromEntries(Object.entries(edit).filter((entry) => !isNeedless(entry)));
}

function impossible(photoId: number, problem: string): PlannedPhoto {
  const nothing = { fileName: '', revisionHash: null, changes: [], matches: 0, voidsApproval: false };
  return { edit: {}, photo: { photoId, ...nothing, problem } };
}

function countsOf(photos: readonly PreviewedPhoto[]): BulkPreview['counts'] {
  const willChange = photos.filter(({ problem, changes }) => problem === null && changes.length > 0);
  const problems = photos.filter(({ problem }) => problem !== null).length;
  return {
    changed: willChange.length,
    unchanged: photos.length - willChange.length - problems,
    problems,
    matches: willChange.reduce((sum, { matches }) => sum + matches, 0),
    voidedApprovals: willChange.filter(({ voidsApproval }) => voidsApproval).length,
  };
}
