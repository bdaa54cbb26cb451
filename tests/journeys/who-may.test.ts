import { join } from 'node:path';
import { parseResponse, type ApiClient } from '@proofline/api/client.ts';
import type { Role } from '@proofline/domain/actor.ts';
import { expect, test } from 'vitest';
import { generatePhotos } from '../support/generated-photos.ts';
import { startSystem } from '../support/running-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('each role may do its own part and nothing else, and the log names everybody', { timeout: 300_000 }, async () => {
  const folder = await temporaryFolder();
  const photos = join(folder, 'photos');
  await generatePhotos(photos, 2);
  const { system, add, clientOf } = await startSystem(join(folder, 'data'));
  const { set } = await add({ sourceFolder: photos });
  const { photoId } = system.stores.reviews.list({ setId: set.id })[0]!;
  const { revisionHash } = system.stores.reviews.view(photoId);
  const param = { photoId: String(photoId) };
  const clients = Object.fromEntries(
    (['operator', 'reviewer', 'ops'] as const).map((role) => [role, clientOf({ name: `The ${role}`, roles: [role] })]),
  ) as Record<Role, ApiClient>;

  const approve = (role: Role) => clients[role].photos[':photoId'].approval.$put({ param, json: { revisionHash } });
  const publish = (role: Role) => clients[role].publications.$post({ json: {} });
  const rollBack = (role: Role) => clients[role].rollbacks.$post({ json: { scope: 'set', id: set.id, reason: 'no' } });

  expect([(await approve('operator')).status, (await approve('ops')).status]).toEqual([403, 403]);
  expect([(await publish('reviewer')).status, (await publish('ops')).status]).toEqual([403, 403]);
  expect([(await rollBack('reviewer')).status, (await rollBack('ops')).status]).toEqual([403, 403]);
  expect(system.stores.reviews.view(photoId).dossier.review!.status).toBe('pending');
  expect(system.stores.overview.set(set.id).byState).toEqual({ 'in-review': 2 });

  const { dossier } = await parseResponse(approve('reviewer'));
  expect(dossier.review).toMatchObject({ status: 'approved', decidedBy: 'The reviewer' });

  const refusals = system.stores.events.list({ limit: 1000 }).filter(({ kind }) => kind === 'request.refused');
  expect(
    refusals.map(({ actor, detail }) => `${actor}: ${String(detail['method'])} ${String(detail['path'])}`),
  ).toEqual([
    `The operator: PUT /api/photos/${photoId}/approval`,
    `The ops: PUT /api/photos/${photoId}/approval`,
    'The reviewer: POST /api/publications',
    'The ops: POST /api/publications',
    'The reviewer: POST /api/rollbacks',
    'The ops: POST /api/rollbacks',
  ]);
});
