import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createApp } from '@proofline/api/app.ts';
import { inMemoryPorts } from '@proofline/api/testing/in-memory-ports.ts';
import { analyticsNames } from '@proofline/domain/analytics.ts';
import type { FieldVersion } from '@proofline/domain/field-history.ts';
import type { Dossier } from '@proofline/domain/dossier.ts';
import type { FailureGroup } from '@proofline/domain/failure.ts';
import type { PhotoListItem } from '@proofline/domain/photo-list.ts';
import type { SiteAudit } from '@proofline/domain/site-audit.ts';
import { expect, test, vi } from 'vitest';
import { describedFetch } from '../support/described-fetch.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** They need a model, and fifty approved photos. */
const NOT_HERE = ['POST /api/subject-suggestions', 'POST /api/quality/naturalness'];

test('every route of a working installation replies what the OpenAPI document says', { timeout: 300_000 }, async () => {
  const folder = await temporaryFolder();
  const photos = join(folder, 'photos');
  await generatePhotos(photos, 5);
  await truncate(join(photos, 'IMG_5.JPG'), 200);
  await using running = await startSystem(join(folder, 'data'), { PROOFLINE_PHOTO_FOLDERS: photos });
  const asked: string[] = [];
  const ask = asker(running, asked);

  await lookAround(ask, photos);
  const set = await ask<{ id: number }>('POST', '/sets', {
    sourceFolder: photos,
    subject: 'Frozen Lake',
    location: 'Amsterdam',
    folderKey: 'nature',
  });
  await running.settled(set.id);
  await ask('PUT', `/sets/${set.id}/hold`, { reason: 'the client calls back' });
  await ask('GET', `/sets/${set.id}`);
  await ask('DELETE', `/sets/${set.id}/hold`);
  const ids = (await ask<readonly PhotoListItem[]>('GET', '/photos?state=in-review')).map(({ id }) => id);
  await review(ask, ids);
  await decide(ask, running, set.id, ids);
  await lookAtTheSite(ask, running);
  await operate(ask, running, set.id, ids);
  await letIn(ask);

  const patterns = createApp(inMemoryPorts().ports)
    .routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path}`);
  const unasked = [...new Set(patterns)].filter((route) => {
    const pattern = new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`);
    return !asked.some((one) => pattern.test(one));
  });
  expect(unasked).toEqual(NOT_HERE);
});

type Ask = <Body>(method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Body>;

/** Throws unless the reply is a success; that it is as described is `describedFetch`'s word. */
function asker({ system }: RunningSystem, asked: string[]): Ask {
  return async (method, path, body, headers = {}) => {
    asked.push(`${method} /api${path.split('?')[0]}`);
    const isCsv = typeof body === 'string';
    const reply = await describedFetch(`${system.apiUrl}/api${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${system.token}`,
        ...(body !== undefined && { 'Content-Type': isCsv ? 'text/csv' : 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isCsv ? body : JSON.stringify(body) }),
    });
    const type = reply.headers.get('Content-Type') ?? '';
    if (type === 'text/event-stream') {
      await reply.body?.cancel();
      return undefined as never;
    }
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path}: ${text}`);
    return (type === 'application/json' ? JSON.parse(text) : text) as never;
  };
}

async function lookAround(ask: Ask, photos: string): Promise<void> {
  const path = encodeURIComponent(photos);
  await ask('GET', '/health');
  await ask('GET', '/preflight');
  await ask('GET', '/captioners');
  await ask('GET', '/resumption');
  await ask('GET', '/crash-reports');
  await ask('GET', '/folders');
  await ask('GET', `/folders?path=${path}`);
  await ask('GET', `/folders/thumbs?path=${path}&name=IMG_1.JPG`);
  await ask('GET', '/name-previews?subject=Lake&location=Amsterdam&folderKey=nature');
}

async function review(ask: Ask, [first, second]: readonly number[]): Promise<void> {
  const photo = `/photos/${first}`;
  const dossier = await ask<Dossier>('GET', photo);
  await ask('GET', `${photo}/images/${dossier.renditions.find(({ kind }) => kind === 'grid-thumb')!.sha256}`);
  await ask('GET', `${photo}/whole-images/${dossier.photo.contentSha256}`);
  await ask('GET', `/quality/photos/${first}`);
  await ask('GET', '/reviews');
  await ask('GET', '/reviews/queue');
  const inView = async () => {
    const { revisionHash } = await ask<{ revisionHash: string }>('GET', `/reviews/${first}`);
    return { 'If-Match': `"${revisionHash}"` };
  };
  await ask('PATCH', `${photo}/review`, { caption: 'A lake under ice', qualityRating: 8 }, await inView());
  const versions = await ask<FieldVersion[]>('GET', `${photo}/field-history`);
  const drafted = versions.find(({ field, author }) => field === 'caption' && author.kind === 'model')!;
  await ask('POST', `${photo}/reversions`, { field: 'caption', versionId: drafted.id }, await inView());
  const redraft = await ask<{ id: number }>('POST', `${photo}/redrafts`, { hint: 'two skaters' });
  await vi.waitFor(async () => expect(await ask('GET', `${photo}/redrafts`)).toMatchObject([{ state: 'drafted' }]), {
    timeout: 60_000,
  });
  await ask('POST', `${photo}/redrafts/${redraft.id}/taking`, { fields: ['keywords'] });

  const edit = { photoIds: [first, second], changes: [{ kind: 'add-keywords', keywords: ['ice'] }] };
  const preview = await ask<{ hash: string }>('POST', '/bulk/edits/preview', edit);
  await ask('POST', '/bulk/edits', edit, { 'If-Match': `"${preview.hash}"` });
  await ask('POST', '/bulk/keyword-counts', { photoIds: [first] });
  await ask('GET', '/review-acts');
  await ask('POST', '/review-acts/undo', {});
  await ask('POST', '/review-fields/selection', { photoIds: [first] });
  const csv = await ask<string>('GET', '/review-fields');
  const filePreview = await ask<{ hash: string }>('POST', '/review-fields/preview', csv);
  await ask('POST', '/review-fields', csv, { 'If-Match': `"${filePreview.hash}"` });
}

/** Two are published, of which one leaves the site again and one goes back to what was there before; one is rejected. */
async function decide(ask: Ask, running: RunningSystem, setId: number, ids: readonly number[]): Promise<void> {
  const [first, second, third, fourth] = ids;
  const seen = async (photoId: number | undefined) => {
    const { revisionHash } = await ask<{ revisionHash: string }>('GET', `/reviews/${photoId}`);
    return { revisionHash };
  };
  await ask('PUT', `/photos/${first}/approval`, await seen(first));
  await ask('DELETE', `/photos/${first}/approval`);
  await ask('PUT', `/photos/${first}/approval`, await seen(first));
  await ask('POST', '/bulk/approvals', { photos: [{ photoId: second, ...(await seen(second)) }] });
  await ask('POST', '/bulk/takings-back', { photoIds: [third] });
  await ask('PUT', `/photos/${third}/rejection`, { reason: 'blurred' });
  await ask('POST', '/bulk/rejections', { photoIds: [fourth], reason: 'blurred' });
  await ask('GET', '/publications/plan');
  await ask('POST', '/publications', {});
  await running.settled(setId);
  await ask('GET', '/publications/progress?first=1&last=9');
  await ask('GET', '/publications');
}

async function lookAtTheSite(ask: Ask, running: RunningSystem): Promise<void> {
  for (const name of ['Stray_001.JPG', 'Stray_002.JPG']) {
    const year = join(running.config.siteFolder, '2025', 'nature');
    await mkdir(year, { recursive: true });
    await writeFile(join(year, name), 'nobody’s');
  }
  const { id } = await ask<SiteAudit>('POST', '/audits', { deep: true });
  await vi.waitFor(async () => expect(await ask('GET', `/audits/${id}`)).toMatchObject({ state: 'finished' }), {
    timeout: 60_000,
  });
  await ask('GET', '/audits');
  const findings = await ask<readonly { id: number }[]>('GET', `/audits/${id}/findings`);
  await ask('PUT', `/audits/findings/${findings[0]!.id}/taking`);
  await ask('PUT', `/audits/findings/${findings[1]!.id}/dismissal`, { reason: 'a logo' });
  await ask('POST', '/audits/adoption');
}

async function operate(ask: Ask, running: RunningSystem, setId: number, [first, second]: readonly number[]) {
  await ask('GET', '/sets');
  await ask('GET', `/sets/${setId}`);
  await ask('GET', '/overview');
  await ask('GET', '/searches?text=lake');
  await ask('GET', '/quality/groups');
  for (const name of analyticsNames) {
    await ask('GET', `/analytics/${name}`);
    await ask('GET', `/analytics/${name}/csv`);
  }
  const [failed] = await ask<readonly FailureGroup[]>('GET', '/failures');
  await ask('POST', '/failures/retries', { state: failed!.state, stage: failed!.stage, code: failed!.code });
  await ask('GET', '/stages');
  await ask('GET', '/stages/load');
  await ask('PUT', '/stages/draft-text/pause', { reason: 'a new model' });
  await ask('GET', '/stages');
  await ask('DELETE', '/stages/draft-text/pause');
  await ask('PUT', '/stages/draft-text/concurrency', { max: 2 });
  await ask('GET', '/queues');
  await ask('GET', '/queues/draft-text/jobs?state=waiting');
  await ask('PUT', `/photos/${second}/withdrawal`, { reason: 'asked' });
  await running.settled(setId);
  const { revisionHash } = await ask<{ revisionHash: string }>('GET', `/reviews/${first}`);
  await ask('PATCH', `/photos/${first}/review`, { headline: 'Ice' }, { 'If-Match': `"${revisionHash}"` });
  await running.approveAll(setId);
  await ask('POST', '/publications', { photoIds: [first] });
  await running.settled(setId);
  await ask('PUT', `/photos/${first}/publication-roll-back`, { reason: 'the first one was right' });
  await running.settled(setId);
  await ask('POST', '/rollbacks', { scope: 'set', id: setId, reason: 'mistake' });
  await running.settled(setId);
  await ask('GET', '/rollbacks');
  await ask('GET', '/overview');
  await ask('GET', '/events?limit=1000');
  await ask('GET', '/events/newest');
  await ask('GET', '/events/stream');
}

async function letIn(ask: Ask): Promise<void> {
  const person = { name: 'Una', roles: ['operator'], password: 'five cups of coffee a day' };
  await ask('POST', '/users', person);
  await ask('GET', '/users');
  await ask('PUT', '/users/Una/roles', { roles: ['ops'] });
  await ask('PUT', '/users/Una/password', { password: person.password });
  await ask('DELETE', '/users/Una');
  await signIn(ask);
  await signIn(ask);
  const { name } = await ask<{ name: string }>('GET', '/session');
  await ask('GET', '/sessions');
  const [newest] = await ask<readonly { id: number }[]>('GET', '/sessions/all');
  await ask('DELETE', `/sessions/${newest!.id}`);
  await ask('DELETE', `/sessions?name=${encodeURIComponent(name)}`);
  await ask('DELETE', '/session');
}

async function signIn(ask: Ask): Promise<void> {
  const { code } = await ask<{ code: string }>('POST', '/sign-in-links');
  await ask('POST', '/session', { code });
}
