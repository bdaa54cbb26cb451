import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { AssetTarget } from '@proofline/domain/asset-target.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestSite, type TestSite } from './fixtures/test-site.ts';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

test('a target that holds something else than was sent is not believed', async () => {
  const target = { ...site.target, stat: () => Promise.resolve({ bytes: 3, sha256: null }) };
  await expect(site.publish({}, { target, catalogue: site.catalogue })).rejects.toThrow(
    /the site keeps other content at .* 3 times in a row; publishing again sends them again/,
  );
  expect(site.rows()).toEqual([]);
  expect(await site.files()).toEqual([]);
});

test('what a target stores short is sent again', async () => {
  await site.publish({}, { target: storesShort(2), catalogue: site.catalogue });
  expect(await site.publish()).toMatchObject({ remoteId: 1, bytesSent: 0 });
});

test('what it stores short again and again is taken away, so that the next try finds nothing of somebody else’s', async () => {
  const publishing = site.publish({}, { target: storesShort(3), catalogue: site.catalogue });
  await expect(publishing).rejects.toThrow('3 times in a row');
  expect(await site.files()).toEqual([]);
  await site.publish();
  expect(await site.files()).toHaveLength(2);
});

/** The site's target, which drops the last byte of the first `files` files. */
function storesShort(files: number): AssetTarget {
  let left = files;
  return {
    ...site.target,
    async put(path, asset, stop) {
      const result = await site.target.put(path, asset, stop);
      if (left > 0) await truncate(join(site.folder, ...path.split('/')), asset.bytes.length - 1);
      left -= 1;
      return result;
    },
  };
}
