import type { ReviewEdit } from '@proofline/domain/review.ts';
import { createStore } from '../../lib/store.ts';

type Written = {
  readonly photoId: number;
  readonly field: keyof ReviewEdit;
  /** The person was in the field when they changed it. */
  readonly wasHeld: boolean;
};

const KEY = 'proofline.written';
/** As many as a long day writes. */
const MOST = 5000;

/** What the person wrote in this tab, for the summary at the end of a list. */
export const writtenFields = createStore<readonly Written[]>(
  JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as readonly Written[],
);
writtenFields.subscribe(() => sessionStorage.setItem(KEY, JSON.stringify(writtenFields.get())));

export function noteWritten(photoId: number, edit: ReviewEdit, held: readonly (keyof ReviewEdit)[]): void {
  const fields = Object.keys(edit) as (keyof ReviewEdit)[];
  const written = fields.map((field) => ({ photoId, field, wasHeld: held.includes(field) }));
  writtenFields.set((all) => [...all, ...written].slice(-MOST));
}

/** Gives the fields that the person had been in. */
export function noteUnwritten(photoId: number, edit: ReviewEdit): readonly (keyof ReviewEdit)[] {
  const held: (keyof ReviewEdit)[] = [];
  let left = writtenFields.get();
  for (const field of Object.keys(edit) as (keyof ReviewEdit)[]) {
    const at = left.findLastIndex((one) => one.photoId === photoId && one.field === field);
    if (at < 0) continue;
    if (left[at]!.wasHeld) held.push(field);
    left = left.toSpliced(at, 1);
  }
  writtenFields.set(() => left);
  return held;
}
