import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AssetTarget } from '@proofline/domain/asset-target.ts';
import type { CatalogueRow } from '@proofline/domain/catalogue.ts';
import { nothingBefore } from '@proofline/domain/publication.ts';
import type { Delivered, PreviousSite, PublishReceipt, PublishRequest } from '@proofline/domain/publication.ts';
import { sitePaths } from '@proofline/domain/published-photo.ts';
import { contentSha256 } from './content-hash.ts';
import { openTestSite, published, type Site, type TestSite } from './fixtures/test-site.ts';
import { publishedFile } from './published-file.ts';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const withoutText = publishedFile(false);
const corrected = () => ({ ...site.photo, caption: 'A better caption', keywords: ['better'] });

describe('a correction of the text', () => {
  test('sends the full-size file with other metadata and the same pixels, and looks at the thumbnail with a stat only', async () => {
    const { told, target } = listening(site.target);
    const { earlier, receipt } = await correct({ target, catalogue: site.catalogue }, told);
    expect(receipt).toMatchObject({ bytesSent: receipt.webBytes, rowChanged: true, remoteId: earlier.remoteId });
    expect(told.filter(([, path]) => path === sitePaths(site.photo).thumb).map(([what]) => what)).toEqual([
      'stat',
      'stat',
    ]);
  });

  test('on a target that tells sizes only fetches the one file that it replaces', async () => {
    const { told, target } = listening(tellingSizesOnly(site.target));
    const { receipt } = await correct({ target, catalogue: site.catalogue }, told);
    expect(receipt.bytesSent).toBe(receipt.webBytes);
    expect(told.filter(([what]) => what === 'get' || what === 'put')).toEqual([
      ['get', sitePaths(site.photo).web],
      ['put', sitePaths(site.photo).web],
    ]);
  });

  test('sends nothing where the text is not embedded', async () => {
    const { told, target } = listening(tellingSizesOnly(site.target));
    const { earlier, receipt } = await correct({ target, catalogue: site.catalogue, file: withoutText }, told);
    expect(receipt).toMatchObject({ bytesSent: 0, rowChanged: true, remoteId: earlier.remoteId });
    expect(told.map(([what]) => what).filter((what) => what !== 'stat')).toEqual([]);
    expect(Buffer.compare(await site.readFile('web'), site.webImage)).toBe(0);
    expect(site.rows()).toMatchObject([{ Caption: 'A better caption' }]);
    expect(await site.keptFiles()).toEqual([]);
  });

  test('takes an embedded older text out of the file once texts are no longer embedded', async () => {
    const earlier = await site.publish();
    const receipt = await site.publish(
      { photo: corrected(), ownWebSha256s: [earlier.webSha256], delivered: deliveredBy(earlier) },
      { target: site.target, catalogue: site.catalogue, file: withoutText },
    );
    expect(receipt).toMatchObject({ bytesSent: site.webImage.length, webSha256: contentSha256(site.webImage) });
  });

  test('published again sends nothing and changes no row', async () => {
    const { receipt } = await correct(site);
    const again = await site.publish({
      photo: corrected(),
      ownWebSha256s: [receipt.webSha256],
      delivered: deliveredBy(receipt),
    });
    expect(again).toMatchObject({ bytesSent: 0, rowChanged: false });
  });
});

describe('what a correction replaced', () => {
  test('is kept to the byte before it is replaced, row and id included', async () => {
    const before = await untouched();
    const { previous } = await correct(site);
    expect(previous).toEqual({
      row: before.rows[0],
      web: { sha256: contentSha256(before.web), bytes: before.web.length },
      thumb: { sha256: contentSha256(before.thumb), bytes: before.thumb.length },
    });
    expect(Buffer.compare((await kept(previous.web!.sha256))!, before.web)).toBe(0);
    expect(await kept(previous.thumb!.sha256)).toBeNull();
  });

  test('stands there again after a roll-back, byte for byte and column by column, and again is a no-op', async () => {
    const before = await untouched();
    const { receipt, previous, own } = await correct(site);
    await site.withdraw(published(corrected(), receipt), own, site, previous);
    expect(await untouched()).toEqual(before);
    const { told, target } = listening(site.target);
    await site.withdraw(published(corrected(), receipt), own, { target, catalogue: site.catalogue }, previous);
    expect(await untouched()).toEqual(before);
    expect(told.filter(([what]) => what === 'remove')).toEqual([]);
  });

  test('comes back with what somebody had changed in the row by hand', async () => {
    let row: CatalogueRow = {};
    const { receipt, previous, own } = await correct(site, [], async () => {
      row = { ...site.rows()[0]!, Caption: 'by hand', QC_Status: 'Top' };
      await site.catalogue.restore(row, new AbortController().signal);
    });
    expect(site.rows()).toMatchObject([{ Caption: 'A better caption' }]);
    await site.withdraw(published(corrected(), receipt), own, site, previous);
    expect(site.rows()).toEqual([row]);
  });

  test('is not put back in part: where a file is nowhere any more nothing is touched', async () => {
    const { receipt, previous, own } = await correct(site);
    await site.kept.dropAllBut(1, []);
    const before = await untouched();
    const rollingBack = site.withdraw(published(corrected(), receipt), own, site, previous);
    await expect(rollingBack).rejects.toThrow(/stood at .* before .* is nowhere any more; nothing was touched/);
    expect(await untouched()).toEqual(before);
  });

  test('stays where it is when somebody else changed the file on the site meanwhile', async () => {
    const { receipt, previous, own } = await correct(site);
    await site.writeFile('web', 'edited by hand');
    const before = await untouched();
    const rollingBack = site.withdraw(published(corrected(), receipt), own, site, previous);
    await expect(rollingBack).rejects.toThrow('is none that was published of this photo');
    expect(await untouched()).toEqual(before);
  });

  test('comes back when the correction is given up, though the run that kept it is gone', async () => {
    const earlier = await site.publish();
    const before = await untouched();
    const run = remembering({
      photo: corrected(),
      ownWebSha256s: [earlier.webSha256],
      delivered: deliveredBy(earlier),
    });
    const locked = { ...site.catalogue, upsert: () => Promise.reject(new Error('the table is locked')) };
    await expect(site.publish(run.request(), { target: site.target, catalogue: locked })).rejects.toThrow('locked');
    expect(Buffer.compare(await site.readFile('web'), before.web)).not.toBe(0);
    await site.takeBack({ ...run.request(), ownWebSha256s: [earlier.webSha256, run.embedded()] });
    expect(await untouched()).toEqual(before);
  });

  test('is what the site had before the first try, not what a try that was cut off left there', async () => {
    const earlier = await site.publish();
    const before = await untouched();
    const run = remembering({
      photo: corrected(),
      ownWebSha256s: [earlier.webSha256],
      delivered: deliveredBy(earlier),
    });
    const locked = { ...site.catalogue, upsert: () => Promise.reject(new Error('the table is locked')) };
    await expect(site.publish(run.request(), { target: site.target, catalogue: locked })).rejects.toThrow('locked');
    const receipt = await site.publish(run.request());
    await site.withdraw(published(corrected(), receipt), [earlier.webSha256, receipt.webSha256], site, run.previous());
    expect(await untouched()).toEqual(before);
  });
});

test('a publication of which nobody knows what was there before takes nothing back', async () => {
  await site.publish();
  const before = await untouched();
  await site.takeBack({ previous: null });
  expect(await untouched()).toEqual(before);
});

/** Publishes the photo and then its correction, through the given site, as the log would have it. */
async function correct(through: Site, told: string[][] = [], meanwhile?: () => Promise<void>) {
  const earlier = await site.publish({}, { ...through, target: through.target });
  await meanwhile?.();
  told.length = 0;
  const run = remembering({ photo: corrected(), ownWebSha256s: [earlier.webSha256], delivered: deliveredBy(earlier) });
  const receipt = await site.publish(run.request(), { ...through, target: through.target });
  return { earlier, receipt, previous: run.previous(), own: [earlier.webSha256, receipt.webSha256] };
}

/** Remembers what a run writes down, and offers it to the next run as the log would. */
function remembering(known: Partial<PublishRequest>) {
  let previous: PreviousSite | null = null;
  let embedded = '';
  const onStep: PublishRequest['onStep'] = (step, detail) => {
    if (step === 'previous-kept') previous = detail['previous'] as PreviousSite;
    if (step === 'embedded') embedded = String(detail['webSha256']);
  };
  return {
    request: (): Partial<PublishRequest> => ({ ...known, previous, onStep }),
    previous: () => previous ?? nothingBefore,
    embedded: () => embedded,
  };
}

function deliveredBy(receipt: PublishReceipt): Delivered {
  return { webSha256: receipt.webSha256, thumbSha256: site.photo.thumb.sha256 };
}

function kept(sha256: string): Promise<Uint8Array | null> {
  return site.kept.get(1, sha256, new AbortController().signal);
}

/** Everything of the photo on the site, ids included. */
async function untouched() {
  if ((await site.files()).length === 0) await site.publish();
  return { rows: site.rows(), web: await site.readFile('web'), thumb: await site.readFile('thumb') };
}

/** The target, and every call to it by name and path. */
function listening(target: AssetTarget): { readonly told: string[][]; readonly target: AssetTarget } {
  const told: string[][] = [];
  const heard = new Proxy(target, {
    get(holder, name, receiver) {
      const member: unknown = Reflect.get(holder, name, receiver);
      if (typeof member !== 'function') return member;
      return (...args: readonly unknown[]): unknown => {
        told.push([String(name), String(args[0])]);
        return Reflect.apply(member, holder, args);
      };
    },
  });
  return { told, target: heard };
}

/** As most FTP servers. */
function tellingSizesOnly(target: AssetTarget): AssetTarget {
  return {
    ...target,
    async stat(path, signal) {
      const found = await target.stat(path, signal);
      return found && { ...found, sha256: null };
    },
  };
}
