import type { ReviewEdit } from '@proofline/domain/review.ts';
import { createStore } from '../../lib/store.ts';

type Written = { readonly photoId: number; readonly field: keyof ReviewEdit };

const KEY = 'proofline.written';
/** As many as a long day writes. */
const MOST = 5000;

/** What the person wrote in this tab, for the summary at the end of a list. */
export const writtenFields = createStore<readonly Written[]>(
  JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as readonly Written[],
);
writtenFields.subscribe(() => sessionStorage.setItem(KEY, JSON.stringify(writtenFields.get())));

export function noteWritten(photoId: number, edit: ReviewEdit): void {
  const fields = Object.keys(edit) as (keyof ReviewEdit)[];
  writtenFields.set((all) => [...all, ...fields.map((field) => ({ photoId, field }))].slice(-MOST));
}

export function noteUnwritten(photoId: number, edit: ReviewEdit): void {
  writtenFields.set((all) =>
    Object.keys(edit).reduce<readonly Written[]>((left, field) => {
      const at = left.findLastIndex((one) => one.photoId === photoId && one.field === field);
      return at < 0 ? left : left.toSpliced(at, 1);
    }, all),
  );
}
