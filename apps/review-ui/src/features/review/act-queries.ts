import type { BulkApprovalRequest, BulkEditRequest, BulkRejectionRequest } from '@proofline/domain/bulk-edit.ts';
import { queryOptions } from '@tanstack/react-query';
import { api, parseResponse } from '../../lib/api.ts';
import { untilAnswered } from '../../lib/until-answered.ts';

/** What the signed-in person did in review and can undo, newest first. */
export const actsQuery = () =>
  queryOptions({
    queryKey: ['review-acts'],
    queryFn: ({ signal }) => parseResponse(api['review-acts'].$get({ query: {} }, { init: { signal } })),
  });

export const sendUndo = (actId: number) =>
  once((headers) => parseResponse(api['review-acts'].undo.$post({ json: { actId } }, { headers })));

export const sendApprovals = (photos: BulkApprovalRequest['photos']) =>
  once((headers) => parseResponse(api.bulk.approvals.$post({ json: { photos } }, { headers })));

export const sendTakingsBack = (photoIds: readonly number[]) =>
  once((headers) => parseResponse(api.bulk['takings-back'].$post({ json: { photoIds: [...photoIds] } }, { headers })));

/** `keepalive`: it is sent even while the page is being closed. */
export const sendRejections = (request: BulkRejectionRequest, keepalive: boolean) => {
  const send = (headers: Record<string, string>) =>
    parseResponse(api.bulk.rejections.$post({ json: request }, { headers, init: { keepalive } }));
  return keepalive ? send({}) : once(send);
};

export const askBulkPreview = (request: BulkEditRequest) =>
  parseResponse(api.bulk.edits.preview.$post({ json: request }));

/** Carries out the preview of this hash, and nothing else. */
export const sendBulkEdit = (request: BulkEditRequest, hash: string) =>
  once((headers) =>
    parseResponse(api.bulk.edits.$post({ json: request }, { headers: { ...headers, 'If-Match': `"${hash}"` } })),
  );

/** How many of the photos have each keyword, the most frequent first. */
export const keywordCountsQuery = (photoIds: readonly number[]) =>
  queryOptions({
    queryKey: ['keyword-counts', photoIds],
    queryFn: () => parseResponse(api.bulk['keyword-counts'].$post({ json: { photoIds: [...photoIds] } })),
    staleTime: 0,
  });

/** The texts of these photos, as a file. */
export const askCsv = (photoIds: readonly number[]) =>
  parseResponse(api['review-fields'].selection.$post({ json: { photoIds: [...photoIds] } }));

const csv = { 'Content-Type': 'text/csv' };

export const askCsvPreview = (text: string) =>
  parseResponse(api['review-fields'].preview.$post({}, { init: { body: text, headers: csv } }));

export const sendCsv = (text: string, hash: string) =>
  parseResponse(api['review-fields'].$post({}, { init: { body: text, headers: { ...csv, 'If-Match': `"${hash}"` } } }));

/** A write that may arrive twice is carried out once. */
function once<Answer>(send: (headers: Record<string, string>) => Promise<Answer>): Promise<Answer> {
  const headers = { 'Idempotency-Key': crypto.randomUUID() };
  return untilAnswered(() => send(headers));
}
