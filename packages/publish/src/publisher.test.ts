import { rm, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AssetTarget } from '@proofline/domain/asset-target.ts';
import type { Catalogue } from '@proofline/domain/catalogue.ts';
import { ApprovalVoid, nothingBefore, PublicationConflict } from '@proofline/domain/publication.ts';
import type { PublishRequest } from '@proofline/domain/publication.ts';
import { sitePaths } from '@proofline/domain/published-photo.ts';
import type { PublishedPhoto } from '@proofline/domain/published-photo.ts';
import { contentSha256 } from './content-hash.ts';
import { embedText } from './embed-text.ts';
import { readTestPhoto } from './fixtures/test-photos.ts';
import { openTestSite, published } from './fixtures/test-site.ts';
import type { TestSite } from './fixtures/test-site.ts';
import { publishedFile } from './published-file.ts';
import { createPublisher } from './publisher.ts';

const { signal } = new AbortController();
let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

describe('publishing', () => {
  test('brings the approved image with its text, the thumbnail as it is, and one row', async () => {
    const receipt = await site.publish();
    const expected = embedText(site.webImage, site.photo);
    expect(Buffer.compare(await site.readFile('web'), expected)).toBe(0);
    expect(Buffer.compare(await site.readFile('thumb'), site.thumbImage)).toBe(0);
    expect(site.rows()).toMatchObject([{ File_Name: site.photo.fileName, Caption: site.photo.caption }]);
    expect(receipt).toEqual({
      target: 'directory',
      remoteId: 1,
      webSha256: contentSha256(expected),
      webBytes: expected.length,
      thumbBytes: site.thumbImage.length,
      bytesSent: expected.length + site.thumbImage.length,
      rowChanged: true,
      embedsText: true,
      durationMs: expect.any(Number),
    });
  });

  test('reports every step in order', async () => {
    const steps: string[] = [];
    await site.publish({ onStep: (step) => void steps.push(step) });
    expect(steps).toEqual([
      'checked',
      'previous-kept',
      'embedded',
      'web-sent',
      'thumb-sent',
      'row-written',
      'verified',
    ]);
  });

  test('any number of times leaves one file, one thumbnail, one row, and sends nothing again', async () => {
    await site.publish();
    const before = await site.state();
    expect(await site.publish()).toMatchObject({ remoteId: 1, bytesSent: 0 });
    expect(await site.state()).toEqual(before);
    expect(await site.files()).toHaveLength(2);
  });

  test('sends the image again for a changed text, never the thumbnail, and keeps the row’s id', async () => {
    const { webSha256 } = await site.publish();
    const photo = { ...site.photo, caption: 'A better caption' };
    const receipt = await site.publish({ photo, ownWebSha256s: [webSha256] });
    expect(receipt).toMatchObject({ remoteId: 1, bytesSent: receipt.webBytes });
    expect(site.rows()).toMatchObject([{ id: 1, Caption: 'A better caption' }]);
  });

  test('goes on from an earlier text of the same picture that was sent before a run was cut off', async () => {
    const overtaken = approvedTimes(1, new Error('the run was overtaken'));
    await expect(site.publish({ assertApproved: overtaken })).rejects.toThrow('overtaken');
    const photo = { ...site.photo, caption: 'Approved anew' };
    await site.publish({ photo });
    expect(Buffer.compare(await site.readFile('web'), embedText(site.webImage, photo))).toBe(0);
    expect(site.rows()).toMatchObject([{ Caption: 'Approved anew' }]);
  });

  test('replaces other pixels of its own, known by their hash', async () => {
    const { webSha256 } = await site.publish();
    await writeFile(site.approvedFiles.web, site.thumbImage);
    const photo = { ...site.photo, web: site.photo.thumb };
    await site.publish({ photo, ownWebSha256s: [webSha256] });
    expect(Buffer.compare(await site.readFile('web'), embedText(site.thumbImage, photo))).toBe(0);
  });

  test('replaces its own earlier file although a later revision failed before its file landed', async () => {
    const { webSha256 } = await site.publish();
    const failedSha256 = await publishButSend('nothing', [webSha256], await renderAgain('edge/Landscape_6.jpg'));
    expect(contentSha256(await site.readFile('web'))).toBe(webSha256);

    const photo = await renderAgain('edge/Landscape_7.jpg');
    const receipt = await site.publish({ photo, ownWebSha256s: [webSha256, failedSha256] });
    expect(contentSha256(await site.readFile('web'))).toBe(receipt.webSha256);
    expect(await site.files()).toHaveLength(2);
  });

  test('repairs what was deleted from the site by hand', async () => {
    const { webSha256 } = await site.publish();
    const whole = await site.state();
    await site.removeFiles();
    await site.publish({ ownWebSha256s: [webSha256] });
    expect(await site.state()).toEqual(whole);
  });

  test('gathers the problems of target and catalogue', async () => {
    const publisher = createPublisher({
      kept: site.kept,
      file: publishedFile(true),
      archive: null,
      target: { ...site.target, problems: () => Promise.resolve(['the disk is full']) },
      catalogue: { ...site.catalogue, problems: () => Promise.resolve(['the table is gone']) },
    });
    expect(await publisher.problems(signal)).toEqual(['the disk is full', 'the table is gone']);
  });
});

describe('without a valid approval', () => {
  test('nothing is sent', async () => {
    await expect(site.publish({ assertApproved: approvedTimes(0) })).rejects.toThrow(ApprovalVoid);
    expect(await site.state()).toEqual({ rows: [], files: [] });
  });

  test.each(['web', 'thumb'] as const)('nothing is sent: the %s file is not the approved one', async (kind) => {
    await writeFile(site.approvedFiles[kind], 'other pixels');
    await expect(site.publish()).rejects.toThrow(ApprovalVoid);
    await expect(site.publish()).rejects.toThrow(/changed after approval; nothing was sent/);
    expect(await site.state()).toEqual({ rows: [], files: [] });
  });

  test('nothing is sent: an approved file is gone, which is named', async () => {
    await rm(site.approvedFiles.web);
    await expect(site.publish()).rejects.toThrow(/web\.jpg of .* cannot be read; nothing was sent/);
    expect(await site.state()).toEqual({ rows: [], files: [] });
  });

  test('everything is taken back when the approval ends while files are sent', async () => {
    await expect(site.publish({ assertApproved: approvedTimes(1) })).rejects.toThrow(ApprovalVoid);
    expect(await site.state()).toEqual({ rows: [], files: [] });
  });

  test('the earlier publication is put back when the approval of a new one ends while files are sent', async () => {
    const { webSha256 } = await site.publish();
    const before = await site.state();
    const photo = { ...site.photo, caption: 'Never approved after all' };
    const publishing = site.publish({ photo, ownWebSha256s: [webSha256], assertApproved: approvedTimes(1) });
    await expect(publishing).rejects.toThrow(ApprovalVoid);
    expect(await site.state()).toEqual(before);
  });

  test('what an earlier run sent without a row is taken back too', async () => {
    const overtaken = approvedTimes(1, new Error('the run was overtaken'));
    await expect(site.publish({ assertApproved: overtaken })).rejects.toThrow('overtaken');
    expect(await site.files()).toHaveLength(2);
    await expect(site.publish({ assertApproved: approvedTimes(1) })).rejects.toThrow(ApprovalVoid);
    expect(await site.state()).toEqual({ rows: [], files: [] });
  });

  test('files stay, without a row, when the approval could not be looked up', async () => {
    const assertApproved = approvedTimes(1, new Error('the run was overtaken'));
    await expect(site.publish({ assertApproved })).rejects.toThrow('overtaken');
    expect(await site.files()).toHaveLength(2);
    expect(site.rows()).toEqual([]);
  });
});

describe('what Proofline did not publish is not touched', () => {
  test.each(['web', 'thumb'] as const)('a file in the place of the %s image', async (kind) => {
    await site.writeFile(kind, 'somebody else’s');
    const before = await site.state();
    await expect(site.publish()).rejects.toThrow(PublicationConflict);
    await expect(site.publish()).rejects.toThrow(`the site holds a file ${sitePaths(site.photo)[kind]} that Proofline`);
    expect(await site.state()).toEqual(before);
  });

  test('a file that somebody changed after this photo was published', async () => {
    const { webSha256 } = await site.publish();
    await site.writeFile('web', 'edited by hand');
    const before = await site.state();
    await expect(site.publish({ ownWebSha256s: [webSha256] })).rejects.toThrow(PublicationConflict);
    expect(await site.state()).toEqual(before);
  });

  test('another picture of the same name', async () => {
    await site.target.put(
      sitePaths(site.photo).web,
      { bytes: site.thumbImage, sha256: contentSha256(site.thumbImage) },
      signal,
    );
    const before = await site.state();
    await expect(site.publish({ ownWebSha256s: ['f'.repeat(64), 'e'.repeat(64)] })).rejects.toThrow(
      PublicationConflict,
    );
    expect(await site.state()).toEqual(before);
  });

  test('a row of the same file name', async () => {
    await site.catalogue.upsert({ ...site.photo, caption: 'somebody else’s' }, signal);
    const before = await site.state();
    await expect(site.publish()).rejects.toThrow(`a catalogue row ${site.photo.fileName} that Proofline did not`);
    expect(await site.state()).toEqual(before);
  });
});

describe('withdrawing', () => {
  test('takes row and files away, and minds no second time', async () => {
    const receipt = await site.publish();
    const publication = published(site.photo, receipt);
    await site.withdraw(publication, [receipt.webSha256]);
    await site.withdraw(publication, [receipt.webSha256]);
    expect(await site.state()).toEqual({ rows: [], files: [] });
  });

  test('puts back the row that the site had before', async () => {
    const receipt = await site.publish();
    const row = { ...site.rows()[0], id: 42, Caption: 'as it was' };
    const back = { ...nothingBefore, row };
    await site.withdraw(published(site.photo, receipt), [receipt.webSha256], site, back);
    expect(site.rows()).toEqual([row]);
  });

  test.each(['nothing', 'the web image'] as const)(
    'takes row and files away when a later revision sent %s before it failed',
    async (sent) => {
      const receipt = await site.publish();
      const own = [receipt.webSha256];
      own.push(await publishButSend(sent, own, await renderAgain('edge/Landscape_6.jpg')));
      expect(contentSha256(await site.readFile('web'))).toBe(sent === 'nothing' ? own[0] : own[1]);

      await site.withdraw(published(site.photo, receipt), own);
      expect(await site.state()).toEqual({ rows: [], files: [] });
    },
  );

  test('leaves row and files alone when the file is none that was published of the photo', async () => {
    const receipt = await site.publish();
    await site.writeFile('web', 'edited by hand');
    const before = await site.state();
    const withdrawing = site.withdraw(published(site.photo, receipt), [receipt.webSha256, 'f'.repeat(64)]);
    await expect(withdrawing).rejects.toThrow(PublicationConflict);
    expect(await site.state()).toEqual(before);
  });

  test('leaves the neighbours alone', async () => {
    const receipt = await site.publish();
    const neighbour = { ...site.photo, fileName: 'Neighbour_001.JPG' };
    await site.publish({ photo: neighbour });
    await site.withdraw(published(site.photo, receipt), [receipt.webSha256]);
    expect(await site.files()).toEqual(Object.values(sitePaths(neighbour)).toSorted());
    expect(site.rows()).toMatchObject([{ File_Name: 'Neighbour_001.JPG' }]);
  });
});

/** An approval that holds for the first `times` looks and is then answered with `end`. */
function approvedTimes(times: number, end: Error = new ApprovalVoid('the caption changed after approval')) {
  let looks = 0;
  return () => {
    looks += 1;
    if (looks > times) throw end;
  };
}

/** The photo as another rendering makes it: other pixels under the same name. */
async function renderAgain(name: string): Promise<PublishedPhoto> {
  const pixels = await readTestPhoto(name);
  await writeFile(site.approvedFiles.web, pixels);
  return { ...site.photo, web: { ...site.photo.web, sha256: contentSha256(pixels) } };
}

/** A publication that fails after it sent that much; resolves with the hash that it wrote down before. */
async function publishButSend(
  sent: 'nothing' | 'the web image',
  ownWebSha256s: readonly string[],
  photo: PublishedPhoto,
): Promise<string> {
  let embedded = '';
  const full = () => Promise.reject(new Error('the disk is full'));
  const target: AssetTarget = sent === 'nothing' ? { ...site.target, put: full } : site.target;
  const catalogue: Catalogue = { ...site.catalogue, upsert: full };
  const onStep: PublishRequest['onStep'] = (step, detail) => {
    if (step === 'embedded') embedded = String(detail['webSha256']);
  };
  const publishing = site.publish({ photo, ownWebSha256s, onStep }, { target, catalogue });
  await expect(publishing).rejects.toThrow('the disk is full');
  return embedded;
}
