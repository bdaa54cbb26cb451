import type { FieldVersion } from '@proofline/domain/field-history.ts';
import type { ReviewEdit, ReviewView } from '@proofline/domain/review.ts';
import type { QueryClient } from '@tanstack/react-query';
import { problemsOf, statusOf } from '../../lib/problem.ts';
import { createStore } from '../../lib/store.ts';
import { heldField } from './held-field.ts';
import { cachedReview, historyQuery, keepReview, reviewQuery, sendEdit, sendReversion, sendTaking } from './queries.ts';
import { noteAct, written } from './under-way.ts';
import { noteWritten } from './written-fields.ts';

export type Values = { readonly caption: string; readonly altText: string; readonly keywords: readonly string[] };
export type FieldName = keyof Values;
export const fieldNames = ['caption', 'altText', 'keywords'] as const satisfies readonly FieldName[];

/** What somebody typed for one photo and the server does not have yet. */
export type PhotoEdits = {
  readonly drafts: Partial<Values>;
  /** What each field held when the typing began: another value there now is somebody else's. */
  readonly base: Partial<Values>;
  /** Fields that the person was in while they changed them. */
  readonly held: readonly FieldName[];
  readonly phase: 'resting' | 'waiting' | 'saving' | 'failed' | 'conflict';
  readonly problems: readonly string[];
  /** In a conflict, what somebody else wrote meanwhile. */
  readonly theirs: Partial<Values>;
};

const nothing: PhotoEdits = { drafts: {}, base: {}, held: [], phase: 'resting', problems: [], theirs: {} };
const SAVE_AFTER_MS = 600;

export const edits = createStore<ReadonlyMap<number, PhotoEdits>>(new Map());
const timers = new Map<number, ReturnType<typeof setTimeout>>();
/** One after the other for each photo: each write names the revision that the one before made. */
const chains = new Map<number, Promise<boolean>>();

export const editsOf = (all: ReadonlyMap<number, PhotoEdits>, photoId: number) => all.get(photoId) ?? nothing;

/** Whether a field differs from what the server has, as the server would keep it. */
export function isDirty(photoEdits: PhotoEdits, view: ReviewView, field: FieldName): boolean {
  const draft = photoEdits.drafts[field];
  return draft !== undefined && !same(draft, view.published[field]);
}

export function write<Field extends FieldName>(
  client: QueryClient,
  photoId: number,
  field: Field,
  value: Values[Field],
): void {
  const view = cachedReview(client, photoId);
  if (view === undefined) return;
  change(photoId, (before) => ({
    ...before,
    drafts: { ...before.drafts, [field]: value },
    base: { [field]: view.published[field], ...before.base },
    held: heldField(fieldNames) === field ? [...new Set([...before.held, field])] : before.held,
    phase: before.phase === 'conflict' ? 'conflict' : 'waiting',
  }));
  clearTimeout(timers.get(photoId));
  timers.set(
    photoId,
    setTimeout(() => void save(client, photoId), SAVE_AFTER_MS),
  );
}

/** Resolves whether the server now has everything that was typed. */
export function save(client: QueryClient, photoId: number): Promise<boolean> {
  clearTimeout(timers.get(photoId));
  const before = chains.get(photoId) ?? Promise.resolve(true);
  const saved = written(before.then(() => saveNow(client, photoId)));
  chains.set(photoId, saved);
  return saved;
}

/** An edit that is made in one go, such as a band, behind what was typed before it. Throws what the server answers. */
export function editAtOnce(
  client: QueryClient,
  photoId: number,
  edit: ReviewEdit,
  held: readonly (keyof ReviewEdit)[] = [],
): Promise<void> {
  return inTurn(photoId, async () => {
    const view = await client.ensureQueryData(reviewQuery(photoId));
    keepWritten(client, photoId, await sendEdit(photoId, view.revisionHash, edit), edit, held);
    forgetDrafts(photoId, edit);
  });
}

/** Takes fields of another draft, as the server keeps it, and lets go of what was typed in them. */
export function takeDraft(
  client: QueryClient,
  photoId: number,
  redraftId: number,
  fields: readonly FieldName[],
): Promise<void> {
  const inField = heldField(fields);
  const held = inField === undefined ? [] : [inField];
  return inTurn(photoId, async () => {
    const taken = await sendTaking(photoId, redraftId, fields);
    keepWritten(client, photoId, taken, picked(taken.published, fields) as ReviewEdit, held);
    change(photoId, (now) => ({ ...nothing, drafts: without(now.drafts, picked(now.drafts, fields)) }));
  });
}

/** Lets go of what was typed in fields that hold something else by now: left, it would be written over it again. */
export function forgetDrafts(photoId: number, edit: ReviewEdit): void {
  const { drafts } = editsOf(edits.get(), photoId);
  if (fieldNames.some((field) => field in edit && field in drafts))
    change(photoId, (now) => ({ ...nothing, drafts: without(now.drafts, edit) }));
}

/** Writes an earlier value again. What is typed just now is saved first: it is a version too. */
export async function putBack(
  client: QueryClient,
  photoId: number,
  { id: versionId, field, value }: FieldVersion,
): Promise<void> {
  await save(client, photoId);
  await inTurn(photoId, async () => {
    const view = await client.ensureQueryData(reviewQuery(photoId));
    const reverted = await sendReversion(photoId, view.revisionHash, { field, versionId });
    keepWritten(client, photoId, reverted, { [field]: value }, []);
    change(photoId, (now) => ({ ...nothing, drafts: without(now.drafts, { [field]: value }) }));
  });
  await client.invalidateQueries({ queryKey: historyQuery(photoId).queryKey });
}

/** Behind every write of this photo that was begun before. */
function inTurn<Result>(photoId: number, work: () => Promise<Result>): Promise<Result> {
  const done = written((chains.get(photoId) ?? Promise.resolve(true)).then(work));
  chains.set(
    photoId,
    done.then(
      () => true,
      () => false,
    ),
  );
  return done;
}

/** The person decides a conflict: what they typed goes over what somebody else wrote, or gives way to it. */
export function settleConflict(client: QueryClient, photoId: number, keep: 'mine' | 'theirs'): Promise<boolean> {
  change(photoId, ({ drafts, base, theirs }) => ({
    ...nothing,
    drafts: keep === 'mine' ? drafts : without(drafts, theirs),
    base: { ...base, ...theirs },
  }));
  return save(client, photoId);
}

async function saveNow(client: QueryClient, photoId: number): Promise<boolean> {
  const current = editsOf(edits.get(), photoId);
  if (current.phase === 'conflict') return false;
  const view = cachedReview(client, photoId);
  const fields = view === undefined ? [] : fieldNames.filter((field) => isDirty(current, view, field));
  if (view === undefined || fields.length === 0) {
    change(photoId, (before) => (before.phase === 'waiting' ? { ...before, phase: 'resting' } : before));
    return true;
  }
  change(photoId, (before) => ({ ...before, phase: 'saving', problems: [] }));
  const sent = Object.fromEntries(fields.map((field) => [field, current.drafts[field]])) as ReviewEdit;
  try {
    keepWritten(client, photoId, await sendEdit(photoId, view.revisionHash, sent), sent, current.held);
    change(photoId, (before) => settled(before, sent));
    return true;
  } catch (error) {
    if (statusOf(error) === 412) return lookAgain(client, photoId, fields);
    change(photoId, (before) => ({ ...before, phase: 'failed', problems: problemsOf(error) }));
    return false;
  }
}

/** Somebody else changed the photo. Where they changed other fields, nobody has to decide anything. */
async function lookAgain(client: QueryClient, photoId: number, fields: readonly FieldName[]): Promise<boolean> {
  const fresh = await client.fetchQuery({ ...reviewQuery(photoId), staleTime: 0 }).catch(() => null);
  if (fresh === null) {
    change(photoId, (before) => ({ ...before, phase: 'failed', problems: ['the photo could not be read again'] }));
    return false;
  }
  const { base, drafts } = editsOf(edits.get(), photoId);
  const contested = fields.filter(
    (field) => !same(fresh.published[field], base[field]) && !same(fresh.published[field], drafts[field]),
  );
  if (contested.length === 0) return saveNow(client, photoId);
  const theirs = Object.fromEntries(contested.map((field) => [field, fresh.published[field]])) as Partial<Values>;
  change(photoId, (before) => ({ ...before, phase: 'conflict', theirs }));
  return false;
}

/** What was typed meanwhile stays; so does a space at the end, which the server does not keep and the next word needs. */
function settled(before: PhotoEdits, sent: ReviewEdit): PhotoEdits {
  const left = fieldNames.filter((field) => {
    const draft = before.drafts[field];
    const isWhole = typeof draft !== 'string' || draft === draft.trim();
    return draft !== undefined && !(isWhole && same(draft, sent[field]));
  });
  const drafts = Object.fromEntries(left.map((field) => [field, before.drafts[field]])) as Partial<Values>;
  const isSaved = left.every((field) => same(drafts[field], sent[field]));
  const held = before.held.filter((field) => field in drafts);
  return { ...nothing, drafts, held, phase: isSaved ? 'resting' : 'waiting' };
}

function keepWritten(
  client: QueryClient,
  photoId: number,
  view: ReviewView,
  edit: ReviewEdit,
  held: readonly (keyof ReviewEdit)[],
): void {
  keepReview(client, view);
  noteWritten(photoId, edit, held);
  noteAct();
}

/** What people wrote of the photo; `null` where nobody did. */
export function personalOf({ dossier }: ReviewView): Required<ReviewEdit> {
  const { description, altTextAccessibility, keywords, headline, qualityRating } = dossier.metadata.person;
  return {
    caption: description ?? null,
    altText: altTextAccessibility ?? null,
    keywords: keywords === undefined ? null : [...keywords],
    headline: headline ?? null,
    qualityRating: qualityRating ?? null,
  };
}

function picked<Whole extends object, Key extends keyof Whole>(whole: Whole, keys: readonly Key[]): Pick<Whole, Key> {
  return Object.fromEntries(keys.filter((key) => key in whole).map((key) => [key, whole[key]])) as Pick<Whole, Key>;
}

function change(photoId: number, next: (before: PhotoEdits) => PhotoEdits): void {
  edits.set((all) => new Map(all).set(photoId, next(editsOf(all, photoId))));
}

function without(drafts: Partial<Values>, taken: object): Partial<Values> {
  return Object.fromEntries(Object.entries(drafts).filter(([field]) => !(field in taken))) as Partial<Values>;
}

function same(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) => JSON.stringify(typeof value === 'string' ? value.trim() : value);
  return plain(a) === plain(b);
}
