import type { BulkEditRequest, BulkPreview, BulkResult } from '@proofline/domain/bulk-edit.ts';
import type { QueryClient } from '@tanstack/react-query';
import { askBulkPreview, askCsvPreview, sendBulkEdit, sendCsv } from './act-queries.ts';
import { readAgain } from './read-again.ts';
import { allWritten, noteAct, written } from './under-way.ts';
import { rememberAgain } from './undo.ts';

/** Something that many photos are to become: looked at first, then carried out as it was seen. */
export type Proposal = {
  preview(): Promise<BulkPreview>;
  apply(hash: string): Promise<BulkResult>;
};

export const proposeEdit = (client: QueryClient, request: BulkEditRequest): Proposal => ({
  preview: () => previewEdit(request),
  apply: (hash) => applyEdit(client, request, hash),
});

/** What a file says of photos. */
export const proposeCsv = (client: QueryClient, csv: string): Proposal => ({
  async preview() {
    await allWritten();
    return askCsvPreview(csv);
  },
  apply: (hash) => applyCsv(client, csv, hash),
});

/** What the edit would do to each photo. What was typed is saved first: it is what is edited. */
export async function previewEdit(request: BulkEditRequest) {
  await allWritten();
  return askBulkPreview(request);
}

/** Writes what the preview showed, as one step. Throws what the server answers, above all where something changed since. */
export const applyEdit = (client: QueryClient, request: BulkEditRequest, hash: string): Promise<BulkResult> =>
  keepTogether(
    client,
    () => sendBulkEdit(request, hash),
    // Undone, every photo is what it was: the same preview is carried out, or nothing.
    () => applyEdit(client, request, hash),
  );

const applyCsv = (client: QueryClient, csv: string, hash: string): Promise<BulkResult> =>
  keepTogether(
    client,
    () => sendCsv(csv, hash),
    () => applyCsv(client, csv, hash),
  );

async function keepTogether(
  client: QueryClient,
  send: () => Promise<BulkResult>,
  again: () => Promise<unknown>,
): Promise<BulkResult> {
  const result = await written(send());
  if (result.actId !== null) {
    noteAct();
    rememberAgain(result.actId, again);
  }
  await readAgain(
    client,
    result.photos.filter(({ outcome }) => outcome === 'changed').map(({ photoId }) => photoId),
  );
  return result;
}
