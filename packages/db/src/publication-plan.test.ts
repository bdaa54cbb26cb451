import { expect, test } from 'vitest';
import { settle } from './test-runner.ts';
import { addSet, openTestStores, operator, reviewer, type TestSettings, type TestStores } from './test-stores.ts';

/** Every rendition of the test runner has 100 bytes, and embedding adds 20 here. */
const embedding: TestSettings = { embeddedBytes: () => 20 };

test('a new photo sends the image with its text and the thumbnail', async () => {
  expect(await planOf(approved(embedding))).toMatchObject({ change: 'new', bytes: 220 });
});

test('a changed text sends the image again and no thumbnail; where texts are not embedded, nothing', async () => {
  expect(await planOf(withNewText(published(embedding)))).toMatchObject({ change: 'text-changed', bytes: 120 });
  const without = published({ embeddedBytes: () => null });
  without.sql.exec('UPDATE publications SET embeds_text = 0');
  expect(await planOf(withNewText(without))).toMatchObject({ change: 'text-changed', bytes: 0 });
});

test('a file that carries an older text is replaced even after texts stopped being embedded', async () => {
  const stores = published(embedding).reopen({ embeddedBytes: () => null });
  expect(await planOf(withNewText(stores))).toMatchObject({ change: 'text-changed', bytes: 100 });
});

test.each([
  { what: 'the image alone', another: { web: 'c' }, bytes: 120 },
  { what: 'the thumbnail too', another: { web: 'c', 'web-thumb': 'd' }, bytes: 220 },
])('another image sends $what where only that is another one', async ({ another, bytes }) => {
  const stores = published(embedding);
  const change = stores.sql.prepare('UPDATE renditions SET sha256 = ? WHERE kind = ?');
  for (const [kind, digit] of Object.entries(another)) change.run(digit.repeat(64), kind);
  expect(await planOf(stores)).toMatchObject({ change: 'image-changed', bytes });
});

test('a photo on its way off the site is in the plan, blocks nothing and is not published', async () => {
  const stores = published(embedding);
  stores.publications.withdraw(1, 'asked', reviewer);
  expect(await stores.publications.plan()).toMatchObject({
    items: [{ photoId: 1, change: 'withdrawn', bytes: 0, blockedBy: [] }],
    photos: 0,
    bytes: 0,
  });
  settle(stores);
  expect((await stores.publications.plan()).items).toEqual([]);
  expect(await planOf(stores)).toMatchObject({
    change: 'withdrawn',
    blockedBy: [{ name: 'withdrawn', liftedBy: null }],
  });
});

test('its time is unknown before anything was published, and then follows what that took', async () => {
  const stores = approved(embedding);
  expect(await stores.publications.plan()).toMatchObject({ photos: 1, bytes: 220, seconds: null, measuredBy: 0 });
  stores.publications.publish(undefined, operator);
  settle(stores);
  // 10 ms for each, and 1 ms for every 10 bytes.
  stores.sql.exec(`UPDATE publications SET bytes_sent = 100, duration_ms = 20;
    INSERT INTO publications (photo_id, target, revision_hash, state, file_name, web_path, thumb_path, requested_by, requested_at, bytes_sent, duration_ms)
    SELECT photo_id, target, revision_hash, 'failed', file_name, web_path, thumb_path, requested_by, requested_at, 300, 40 FROM publications`);
  withNewText(stores);
  stores.sql.exec(`DELETE FROM publications WHERE state = 'failed' AND bytes_sent <> 300`);
  const { seconds, measuredBy, bytes } = await stores.publications.plan([1]);
  expect({ measuredBy, bytes }).toMatchObject({ measuredBy: 2 });
  expect(seconds).toBeCloseTo((10 + bytes / 10) / 1000, 9);
});

test('a plan of nothing takes no time', async () => {
  expect(await published(embedding).publications.plan([1])).toMatchObject({ photos: 0, bytes: 0, seconds: 0 });
});

function approved(settings: TestSettings): TestStores {
  const stores = openTestStores(settings);
  addSet(stores);
  settle(stores, { files: ['1.jpg'] });
  approve(stores);
  return stores;
}

function published(settings: TestSettings): TestStores {
  const stores = approved(settings);
  stores.publications.publish(undefined, operator);
  settle(stores);
  return stores;
}

function withNewText(stores: TestStores): TestStores {
  stores.reviews.edit(1, { headline: 'Another one' }, reviewer);
  approve(stores);
  return stores;
}

function approve(stores: TestStores): void {
  stores.reviews.approve(1, { revisionHash: stores.reviews.view(1).revisionHash }, reviewer);
}

async function planOf(stores: TestStores) {
  return (await stores.publications.plan([1])).items[0];
}
