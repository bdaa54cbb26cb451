import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { AssetTarget } from '@proofline/domain/asset-target.ts';
import { ApprovalVoid, PublicationConflict } from '@proofline/domain/publication.ts';
import type { PublishRequest } from '@proofline/domain/publication.ts';
import { sitePaths } from '@proofline/domain/published-photo.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentSha256 } from './content-hash.ts';
import { openTestSite, type TestSite } from './fixtures/test-site.ts';

const { signal } = new AbortController();

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

const KILLED = new Error('the process was killed');

describe('cut off after a file that was stored short came to its place', () => {
  test.each([
    ['nothing of it', () => 0],
    ['its first bytes', () => 40],
    ['half of it', (bytes: number) => bytes >> 1],
    ['all but its last byte', (bytes: number) => bytes - 1],
  ])('the next run finds its own file where the site kept %s, and finishes', async (_kept, keep) => {
    const own = await publishUntilKilled(keep);
    await site.publish({ ownWebSha256s: own });
    expect(contentSha256(await site.readFile('web'))).toBe(own.at(-1));
    expect(site.rows()).toHaveLength(1);
  });

  test('it does so with another text, too, by the picture', async () => {
    const own = await publishUntilKilled((bytes) => bytes - 100);
    const receipt = await site.publish({ photo: { ...site.photo, caption: 'A better caption' }, ownWebSha256s: own });
    expect(receipt.webSha256).not.toBe(own.at(-1));
    expect(contentSha256(await site.readFile('web'))).toBe(receipt.webSha256);
  });

  test('the same beginning is somebody else’s where no publication of the photo was about to put it there', async () => {
    await publishUntilKilled((bytes) => bytes - 1);
    await expect(site.publish()).rejects.toThrow(PublicationConflict);
  });

  test('another beginning is somebody else’s, and not touched', async () => {
    const own = await publishUntilKilled((bytes) => bytes - 1);
    const [path] = Object.values(sitePaths(site.photo)) as [string];
    const other = site.thumbImage.subarray(0, site.thumbImage.length - 1);
    await site.target.put(path, { bytes: other, sha256: contentSha256(other) }, signal);
    const before = await site.state();
    await expect(site.publish({ ownWebSha256s: own })).rejects.toThrow(PublicationConflict);
    expect(await site.state()).toEqual(before);
  });

  test('a void approval leaves the row its whole file: what was stored short is not put back', async () => {
    const first = await site.publish();
    const photo = { ...site.photo, caption: 'A better caption' };
    const own = [first.webSha256, ...(await publishUntilKilled((bytes) => bytes - 1, photo, [first.webSha256]))];
    let looks = 0;
    const assertApproved = () => {
      looks += 1;
      if (looks > 1) throw new ApprovalVoid('the caption changed after approval');
    };
    await expect(site.publish({ photo, ownWebSha256s: own, assertApproved })).rejects.toThrow(ApprovalVoid);
    expect(own).toContain(contentSha256(await site.readFile('web')));
    expect(site.rows()).toMatchObject([{ Caption: site.photo.caption }]);
  });
});

/** A run whose web image is stored short and which is killed before it looks; resolves with the hashes that it wrote down before. */
async function publishUntilKilled(
  keep: (bytes: number) => number,
  photo = site.photo,
  ownWebSha256s: readonly string[] = [],
): Promise<readonly string[]> {
  const own: string[] = [];
  const target: AssetTarget = {
    ...site.target,
    async put(path, asset, stop) {
      await site.target.put(path, asset, stop);
      await truncate(join(site.folder, ...path.split('/')), keep(asset.bytes.length));
      throw KILLED;
    },
  };
  const onStep: PublishRequest['onStep'] = (step, { webSha256 }) => {
    if (step === 'embedded') own.push(String(webSha256));
  };
  const publishing = site.publish({ photo, ownWebSha256s, onStep }, { target, catalogue: site.catalogue });
  await expect(publishing).rejects.toBe(KILLED);
  expect(own).toHaveLength(1);
  return own;
}

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
