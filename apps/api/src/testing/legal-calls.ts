import type { Role } from '@proofline/domain/actor.ts';
import { SAMPLE_PREVIEW } from './sample-bulk.ts';
import { sampleCause } from './sample-operations.ts';
import { SAMPLE_IMAGE } from './sample-doors.ts';

export type Call = [method: string, path: string, body?: unknown];

export const newSet = {
  sourceFolder: '/photos/birds',
  subject: 'Heron',
  location: 'Amsterdam',
  folderKey: 'wildlife',
};

const newUser = { name: 'Uwe', roles: ['operator'], password: 'five cups of coffee a day' };

const bulkEdit = { photoIds: [1], changes: [{ kind: 'add-keywords', keywords: ['ice'] }] };
const CSV = 'photo_id,caption\r\n1,A lake\r\n';
const csv = () => ({ 'Content-Type': 'text/csv' });
const seenPreview = () => ({ 'If-Match': `"${SAMPLE_PREVIEW}"` });

type LegalCall = {
  call: () => Call;
  headers?: () => Record<string, string>;
  needs: Role | readonly Role[] | null;
  succeeds: number;
};

/** Every route with a legal call, the role that it needs (several: one of them; null: any token), and its status when all is well. */
export const legalCalls = (revisionHash: () => string): readonly LegalCall[] => [
  { call: () => ['GET', '/sets'], needs: null, succeeds: 200 },
  { call: () => ['GET', '/sets/1'], needs: null, succeeds: 200 },
  { call: () => ['POST', '/sets', newSet], needs: 'operator', succeeds: 201 },
  { call: () => ['PUT', '/sets/1/hold', { reason: 'the client calls back' }], needs: 'operator', succeeds: 204 },
  { call: () => ['DELETE', '/sets/1/hold'], needs: 'operator', succeeds: 204 },
  { call: () => ['GET', '/overview'], needs: null, succeeds: 200 },
  { call: () => ['GET', '/overview?setId=1'], needs: null, succeeds: 200 },
  { call: () => ['GET', '/crash-reports?limit=5'], needs: null, succeeds: 200 },
  { call: () => ['GET', '/stages/load'], needs: null, succeeds: 200 },
  { call: () => ['GET', '/preflight'], needs: null, succeeds: 200 },
  {
    call: () => ['GET', '/name-previews?subject=Heron&location=Amsterdam&folderKey=wildlife'],
    needs: null,
    succeeds: 200,
  },
  { call: () => ['GET', '/resumption'], needs: null, succeeds: 200 },
  { call: () => ['GET', '/reviews?status=pending&limit=10'], needs: null, succeeds: 200 },
  { call: () => ['GET', '/reviews/1'], needs: null, succeeds: 200 },
  { call: () => ['GET', '/photos/1'], needs: null, succeeds: 200 },
  { call: () => ['GET', '/quality/groups?setId=1&limit=5'], needs: null, succeeds: 200 },
  { call: () => ['GET', '/quality/photos/1'], needs: null, succeeds: 200 },
  { call: () => ['POST', '/quality/naturalness'], needs: 'operator', succeeds: 201 },
  {
    call: () => ['PUT', '/photos/1/approval', { revisionHash: revisionHash() }],
    needs: 'reviewer',
    succeeds: 200,
  },
  { call: () => ['PUT', '/photos/1/rejection', { reason: 'blurred' }], needs: 'reviewer', succeeds: 204 },
  {
    call: () => ['PATCH', '/photos/1/review', { caption: 'A lake' }],
    headers: () => ({ 'If-Match': `"${revisionHash()}"` }),
    needs: 'reviewer',
    succeeds: 200,
  },
  { call: () => ['DELETE', '/photos/1/approval'], needs: 'reviewer', succeeds: 200 },
  { call: () => ['GET', `/photos/1/images/${SAMPLE_IMAGE}`], needs: null, succeeds: 200 },
  { call: () => ['GET', `/photos/1/whole-images/${SAMPLE_IMAGE}`], needs: 'reviewer', succeeds: 200 },
  { call: () => ['GET', '/folders/thumbs?path=/photos&name=IMG_1.JPG'], needs: 'operator', succeeds: 200 },
  { call: () => ['GET', '/reviews/queue?setId=1'], needs: null, succeeds: 200 },
  { call: () => ['GET', '/folders?path=/photos'], needs: 'operator', succeeds: 200 },
  { call: () => ['POST', '/sign-in-links'], needs: null, succeeds: 201 },
  { call: () => ['GET', '/session'], needs: null, succeeds: 200 },
  { call: () => ['DELETE', '/session'], needs: null, succeeds: 204 },
  { call: () => ['GET', '/sessions'], needs: null, succeeds: 200 },
  { call: () => ['GET', '/sessions/all'], needs: 'ops', succeeds: 200 },
  { call: () => ['DELETE', '/sessions/1'], needs: null, succeeds: 204 },
  { call: () => ['DELETE', '/sessions?name=Una'], needs: 'ops', succeeds: 200 },
  { call: () => ['GET', '/users'], needs: 'ops', succeeds: 200 },
  { call: () => ['POST', '/users', newUser], needs: 'ops', succeeds: 201 },
  { call: () => ['DELETE', '/users/Una'], needs: 'ops', succeeds: 204 },
  { call: () => ['PUT', '/users/Una/roles', { roles: ['ops'] }], needs: 'ops', succeeds: 200 },
  { call: () => ['PUT', '/users/Una/password', { password: newUser.password }], needs: 'ops', succeeds: 200 },
  { call: () => ['GET', '/events/newest?limit=5'], needs: null, succeeds: 200 },
  { call: () => ['GET', '/rollbacks?before=9&limit=5'], needs: null, succeeds: 200 },
  { call: () => ['GET', '/events/stream'], needs: null, succeeds: 200 },
  { call: () => ['PUT', '/photos/2/withdrawal', { reason: 'wrong lake' }], needs: 'reviewer', succeeds: 204 },
  {
    call: () => ['PUT', '/photos/2/publication-roll-back', { reason: 'wrong text' }],
    needs: 'reviewer',
    succeeds: 204,
  },
  { call: () => ['GET', '/photos/1/redrafts'], needs: null, succeeds: 200 },
  { call: () => ['POST', '/photos/1/redrafts', { hint: 'two skaters' }], needs: 'reviewer', succeeds: 202 },
  {
    call: () => ['POST', '/photos/1/redrafts/1/taking', { fields: ['caption'] }],
    needs: 'reviewer',
    succeeds: 200,
  },
  { call: () => ['GET', '/captioners'], needs: null, succeeds: 200 },
  { call: () => ['POST', '/subject-suggestions', { sourceFolder: '/photos' }], needs: 'operator', succeeds: 200 },
  { call: () => ['GET', '/publications/plan?photoId=1&photoId=2'], needs: null, succeeds: 200 },
  {
    call: () => ['GET', '/publications/progress?first=1&last=9&state=failed&after=1&limit=5'],
    needs: null,
    succeeds: 200,
  },
  { call: () => ['POST', '/publications', {}], needs: 'operator', succeeds: 202 },
  { call: () => ['POST', '/rollbacks', { scope: 'set', id: 1, reason: 'mistake' }], needs: 'operator', succeeds: 202 },
  { call: () => ['GET', '/audits'], needs: null, succeeds: 200 },
  { call: () => ['GET', '/audits/1'], needs: null, succeeds: 200 },
  { call: () => ['GET', '/audits/1/findings?kind=row-changed&after=0&limit=5'], needs: null, succeeds: 200 },
  { call: () => ['POST', '/audits', { deep: true }], needs: 'operator', succeeds: 202 },
  { call: () => ['POST', '/audits/adoption'], needs: 'operator', succeeds: 200 },
  { call: () => ['PUT', '/audits/findings/1/taking'], needs: 'reviewer', succeeds: 200 },
  { call: () => ['PUT', '/audits/findings/1/dismissal', { reason: 'a logo' }], needs: 'reviewer', succeeds: 200 },
  { call: () => ['GET', '/stages'], needs: null, succeeds: 200 },
  {
    call: () => ['PUT', '/stages/draft-text/pause', { reason: 'a new model' }],
    needs: ['operator', 'ops'],
    succeeds: 204,
  },
  { call: () => ['DELETE', '/stages/draft-text/pause'], needs: ['operator', 'ops'], succeeds: 204 },
  { call: () => ['PUT', '/stages/draft-text/concurrency', { max: 2 }], needs: 'ops', succeeds: 204 },
  { call: () => ['GET', '/queues'], needs: 'ops', succeeds: 200 },
  { call: () => ['GET', '/queues/draft-text/jobs?state=waiting&skip=0&limit=5'], needs: 'ops', succeeds: 200 },
  { call: () => ['GET', '/events?after=0&limit=5'], needs: null, succeeds: 200 },
  { call: () => ['GET', '/photos?setId=1&state=in-review&after=1&limit=5'], needs: null, succeeds: 200 },
  { call: () => ['GET', '/searches?text=frozen%20lake&limit=5'], needs: null, succeeds: 200 },
  { call: () => ['GET', '/publications?before=9&limit=5'], needs: null, succeeds: 200 },
  { call: () => ['GET', '/failures?setId=1'], needs: null, succeeds: 200 },
  { call: () => ['POST', '/failures/retries', sampleCause], needs: 'ops', succeeds: 202 },
  { call: () => ['POST', '/failures/retries', { ...sampleCause, photoId: 4 }], needs: 'ops', succeeds: 202 },
  { call: () => ['GET', '/analytics/quality-bands'], needs: null, succeeds: 200 },
  { call: () => ['GET', '/analytics/quality-bands/csv'], needs: null, succeeds: 200 },
  { call: () => ['GET', '/review-acts?before=9&limit=5'], needs: null, succeeds: 200 },
  { call: () => ['POST', '/review-acts/undo', {}], needs: 'reviewer', succeeds: 200 },
  { call: () => ['POST', '/bulk/edits/preview', bulkEdit], needs: 'reviewer', succeeds: 200 },
  { call: () => ['POST', '/bulk/edits', bulkEdit], headers: seenPreview, needs: 'reviewer', succeeds: 200 },
  {
    call: () => ['POST', '/bulk/approvals', { photos: [{ photoId: 1, revisionHash: revisionHash() }] }],
    needs: 'reviewer',
    succeeds: 200,
  },
  {
    call: () => ['POST', '/bulk/rejections', { photoIds: [1], reason: 'blurred' }],
    needs: 'reviewer',
    succeeds: 200,
  },
  { call: () => ['POST', '/bulk/takings-back', { photoIds: [1] }], needs: 'reviewer', succeeds: 200 },
  { call: () => ['POST', '/bulk/keyword-counts', { photoIds: [1] }], needs: null, succeeds: 200 },
  { call: () => ['GET', '/review-fields?status=pending'], needs: null, succeeds: 200 },
  { call: () => ['POST', '/review-fields/selection', { photoIds: [1] }], needs: null, succeeds: 200 },
  { call: () => ['POST', '/review-fields/preview', CSV], headers: csv, needs: 'reviewer', succeeds: 200 },
  {
    call: () => ['POST', '/review-fields', CSV],
    headers: () => ({ ...csv(), ...seenPreview() }),
    needs: 'reviewer',
    succeeds: 200,
  },
  { call: () => ['GET', '/photos/1/field-history'], needs: null, succeeds: 200 },
  {
    call: () => ['POST', '/photos/1/reversions', { field: 'caption', versionId: 'file' }],
    headers: () => ({ 'If-Match': `"${revisionHash()}"` }),
    needs: 'reviewer',
    succeeds: 200,
  },
];
