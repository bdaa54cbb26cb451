import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Dossier } from '@proofline/domain/dossier.ts';
import { expectedRefusals } from '@proofline/pipeline/adapters/renderer/fixtures/expected-refusals.ts';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { byPath, exiftoolTable, isExiftoolHere } from '../support/exiftool.ts';
import { exiftoolDisagreements, type ExiftoolRow } from '../support/exiftool-oracle.ts';
import { hashFolder } from '../support/folder-hash.ts';
import { startSystem } from '../support/running-system.ts';
import { EMBEDDED } from '../support/test-engine.ts';
import { workFolders } from '../support/work-folders.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';

const COLLECTION = fileURLToPath(new URL('../../../shared/photos', import.meta.url));
const withExiftool = isExiftoolHere();
const WATERMARKS = { PROOFLINE_WATERMARK_LINE_1: 'Jane Doe', PROOFLINE_WATERMARK_LINE_2: 'www.example.com' };
const RIGHTS = { PROOFLINE_CREATOR: 'Jane Doe', PROOFLINE_COPYRIGHT: '© 2026 Jane Doe' };

/** One run of the main job over the whole collection, looked at from several sides. */
describe('the main job over real photographs and edge cases', () => {
  let outcome: Awaited<ReturnType<typeof runMainJob>>;
  beforeAll(async () => {
    const folder = await makeTemporaryFolder();
    try {
      outcome = await runMainJob(folder);
    } finally {
      await removeFolder(folder);
    }
  }, 900_000);

  test('every file ends published or refused by name, none is lost on the way', () => {
    expect(outcome.byState).toEqual({
      published: outcome.dossiers.length,
      refused: outcome.refused.length,
    });
    expect(outcome.dossiers.length + outcome.refused.length).toBe(outcome.photos);
    expect(outcome.dossiers.length).toBeGreaterThan(100);
  });

  test('exactly the bad files are refused, each under its reason', () => {
    const copies = ['exif.png', 'png-named.jpg'];
    const refusals = Object.fromEntries(outcome.refused.map(({ originalFileName, code }) => [originalFileName, code]));
    const duplicates = Object.keys(refusals).filter((name) => refusals[name] === 'duplicate');
    expect(duplicates).toHaveLength(1);
    expect(copies).toContain(duplicates[0]);
    delete refusals[duplicates[0]!];
    const expected = Object.entries(expectedRefusals).filter(([name]) => !name.endsWith('.xmp'));
    expect(refusals).toEqual(Object.fromEntries(expected));
    for (const { reason } of outcome.refused) expect(reason.length).toBeGreaterThan(20);
  });

  test('every field that is held of an accepted photo agrees with exiftool', () => {
    const disagreements = outcome.dossiers.flatMap(({ photo, metadata }) => {
      // Inputs of the BRISQUE reference, made by it: plain grey planes without metadata, which the table leaves out.
      if (photo.sourceRelativePath.startsWith('iqa/gray512/')) return [];
      const row = outcome.exiftool.get(photo.sourceRelativePath);
      if (row === undefined) return [`${photo.sourceRelativePath}: exiftool does not know it`];
      return exiftoolDisagreements(metadata.file, row).map((line) => `${photo.sourceRelativePath}: ${line}`);
    });
    if (disagreements.length > 0) console.error(disagreements.join('\n'));
    expect(disagreements).toEqual([]);
  });

  test.skipIf(!withExiftool)(
    'published files say what was approved, in sRGB, and neither position nor serial number nor owner',
    () => {
      expect(outcome.site.size).toBe(outcome.dossiers.length * 2);
      for (const { published } of outcome.published) {
        const tags = outcome.site.get(`${published.year}/${published.folderKey}/${published.fileName}`);
        expect({ fileName: published.fileName, ...tags }).toMatchObject({
          fileName: published.fileName,
          'XMP-dc:Description': published.caption,
          'XMP-iptcCore:AltTextAccessibility': published.altText,
          'XMP-dc:Creator': 'Jane Doe',
          'XMP-dc:Rights': '© 2026 Jane Doe',
          'IFD0:Copyright': '© 2026 Jane Doe',
          'ICC_Profile:ProfileDescription': 'sRGB',
          'ExifIFD:ColorSpace': 1,
        });
        expect([tags!['XMP-dc:Subject']].flat().map(String)).toEqual(published.keywords);
        const leaked = Object.keys(tags!).filter((tag) => /GPS|Serial|Owner|CameraID|ImageUniqueID/.test(tag));
        expect([published.fileName, leaked]).toEqual([published.fileName, []]);
      }
    },
  );

  test('the catalogue has one row per published photo, with the values that the site expects', () => {
    expect(outcome.rows.map(({ File_Name }) => String(File_Name)).toSorted()).toEqual(
      outcome.published.map(({ published }) => published.fileName).toSorted(),
    );
    const canon = outcome.rows.find(({ Original_File_Name }) => Original_File_Name === 'Canon EOS 5D.jpg');
    expect(canon).toMatchObject({
      Folder: 'nature',
      Camera: 'Canon_EOS_5D',
      DateTime: expect.stringMatching(/^\d{4}:\d\d:\d\d \d\d:\d\d:\d\d$/),
      Exposure: expect.stringMatching(/^(1\/)?[\d.]+ sec$/),
      Aperture: expect.stringMatching(/^f\/\d+\.\d$/),
      QC_Status: expect.stringMatching(/^(Top|Good|Average|Low|Very Low)$/),
    });
  });

  test('what was refused leaves no working file behind', () => {
    const published = new Set(outcome.dossiers.map(({ photo }) => `p${photo.id}`));
    expect(outcome.workFolders.filter((name) => !published.has(name))).toEqual([]);
  });

  test('originals are byte-identical before and after', () => {
    expect(outcome.originalsAfter).toEqual(outcome.originalsBefore);
  });
});

async function runMainJob(folder: string) {
  const originalsBefore = await hashFolder(COLLECTION);
  await using running = await startSystem(join(folder, 'data'), { ...EMBEDDED, ...WATERMARKS, ...RIGHTS });
  const { set } = await running.add({ sourceFolder: COLLECTION, subject: 'Collected Photos', location: 'Many Places' });
  const reviewed = await running.approveAll(set.id);
  const published = reviewed.map((photoId) => running.system.stores.reviews.view(photoId));
  await running.client.publications.$post({ json: {} });
  const { byState, photos, refused } = await running.settled(set.id);
  const dossiers: readonly Dossier[] = reviewed.map((photoId) => running.system.stores.dossiers.get(photoId));
  await running.stop();
  return {
    byState,
    photos,
    refused,
    dossiers,
    published,
    rows: catalogueRows(join(running.config.dataFolder, 'catalogue.db')),
    site: withExiftool ? await exiftoolTable(running.config.siteFolder) : new Map<string, ExiftoolRow>(),
    exiftool: await collectionTable(),
    workFolders: await workFolders(running.config.dataFolder),
    originalsBefore,
    originalsAfter: await hashFolder(COLLECTION),
  };
}

function catalogueRows(file: string) {
  const database = new Database(file, { readonly: true });
  const rows = database.prepare('SELECT * FROM photos_info_revamp').all() as readonly Readonly<
    Record<string, unknown>
  >[];
  database.close();
  return rows;
}

async function collectionTable(): Promise<ReadonlyMap<string, ExiftoolRow>> {
  return byPath(JSON.parse(await readFile(join(COLLECTION, 'exiftool.json'), 'utf8')) as readonly ExiftoolRow[]);
}
