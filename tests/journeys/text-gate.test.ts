import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseResponse } from '@proofline/api/client.ts';
import { expect, onTestFinished, test } from 'vitest';
import { editReview } from '../support/edit-review.ts';
import { generatePhotos } from '../support/generated-photos.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('words that the gate blocks are not approved until they are fixed or the rule is overridden by name', async () => {
  const { running, setId } = await frozenLakes(2);
  const { client } = running;
  const view = (photoId: number) =>
    parseResponse(client.reviews[':photoId'].$get({ param: { photoId: String(photoId) } }));
  const edit = (photoId: number, caption: string) => editReview(client, photoId, { caption });
  const approve = (photoId: number, revisionHash: string, overrides: { rule: string; note: string }[] = []) =>
    client.photos[':photoId'].approval.$put({ param: { photoId: String(photoId) }, json: { revisionHash, overrides } });

  const wrongPlace = 'Thin ice covers the frozen lake on the edge of Rotterdam.';
  const edited = await edit(2, wrongPlace);
  expect(edited.judgement.findings).toMatchObject([{ rule: 'place-not-allowed', field: 'caption', severity: 'block' }]);
  const [{ span }] = edited.judgement.findings as [(typeof edited.judgement.findings)[0]];
  expect(wrongPlace.slice(span.start, span.end)).toBe('Rotterdam');
  const list = await parseResponse(client.reviews.$get({ query: { setId: String(setId) } }));
  expect(list.map(({ photoId, blockedBy }) => [photoId, blockedBy])).toEqual([
    [2, ['place-not-allowed']],
    [1, []],
  ]);

  const refused = await approve(2, edited.revisionHash);
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ problems: [expect.stringContaining('"Rotterdam" is a place')] });

  // The same words on another photo are refused as well, whoever wrote them.
  const twin = await edit(1, wrongPlace);
  expect(twin.judgement.findings.map(({ rule }) => rule)).toContain('exact-duplicate');
  const fixed = await edit(1, 'Bare trees stand around the frozen lake on the edge of Amsterdam.');
  expect(fixed.judgement.findings).toEqual([]);
  expect((await approve(1, fixed.revisionHash)).status).toBe(200);

  const overrides = [{ rule: 'place-not-allowed', note: 'the town sign is in the picture' }];
  expect((await approve(2, edited.revisionHash, overrides)).status).toBe(200);
  expect((await view(2)).overrides).toMatchObject(overrides);
  await client.publications.$post({ json: {} });
  expect((await running.settled(setId)).byState).toEqual({ published: 2 });
});

test('settings that were changed between two starts judge anew what waits in review', async () => {
  const { running, setId, data, variables } = await frozenLakes(2);
  await editReview(running.client, 2, { caption: 'Thin ice covers the frozen lake on the edge of Rotterdam.' });
  const blocked = ({ system }: RunningSystem) =>
    system.stores.reviews.list({ setId, order: 'by-photo' }).map(({ blockedBy }) => blockedBy);
  expect(blocked(running)).toEqual([[], ['place-not-allowed']]);
  await running.stop();

  await writeFile(join(data, 'text-gate.jsonc'), '{ "rules": { "place-not-allowed": "warn" } }');
  await using again = await startSystem(data, variables);
  expect(blocked(again)).toEqual([[], []]);
  expect(again.system.stores.reviews.view(2).judgement.findings).toMatchObject([
    { rule: 'place-not-allowed', severity: 'warn' },
  ]);
});

async function frozenLakes(count: number) {
  const folder = await temporaryFolder();
  const photos = join(folder, 'photos');
  await generatePhotos(photos, count);
  const data = join(folder, 'data');
  const variables = { PROOFLINE_SITE: join(folder, 'site') };
  const running = await startSystem(data, variables);
  onTestFinished(() => running.stop());
  const { set } = await running.add({
    sourceFolder: photos,
    subject: 'Frozen Lake',
    location: 'Amsterdam, Netherlands',
  });
  return { running, setId: set.id, data, variables };
}
