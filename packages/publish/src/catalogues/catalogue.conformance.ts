import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { entriesOf, type Catalogue, type CatalogueRow } from '@proofline/domain/catalogue.ts';
import { examplePhoto } from '../fixtures/published-photo.ts';

/** A catalogue on an empty table of its own, and what a test can see and do there behind the adapter's back. */
export type TestCatalogue = {
  readonly catalogue: Catalogue;
  /** Every row with every column, by id. */
  allRows(): Promise<readonly CatalogueRow[]>;
  /** Writes a row as another program would. */
  insertForeignRow(row: CatalogueRow): Promise<void>;
  remove(): Promise<void>;
};

/** What every catalogue must do; each adapter's test calls this with a way to open one. */
export function proveCatalogue(name: string, open: () => Promise<TestCatalogue>): void {
  describe(`catalogue: ${name}`, () => {
    const { signal } = new AbortController();
    let table: TestCatalogue;
    let catalogue: Catalogue;
    beforeEach(async () => {
      table = await open();
      catalogue = table.catalogue;
    });
    afterEach(async () => {
      await catalogue.close();
      await table.remove();
    });

    test('can be written to', async () => {
      expect(await catalogue.problems(signal)).toEqual([]);
    });

    test('writes the site’s columns and value formats, and no column more', async () => {
      const { remoteId, changed } = await catalogue.upsert(examplePhoto(), signal);
      expect(changed).toBe(true);
      expect(await table.allRows()).toEqual([{ id: remoteId, ...exampleRow }]);
    });

    test('writes what is not known as NULL', async () => {
      await catalogue.upsert(examplePhoto(nothingKnown), signal);
      const [row] = await table.allRows();
      const unknown = Object.entries(row ?? {}).filter(([, value]) => value === null);
      expect(unknown.map(([column]) => column)).toEqual([
        'DateTime',
        'Camera',
        'Lens_model',
        'Exposure',
        'Aperture',
        'ISO',
        'Focal_length',
        'QR',
        'nima_score',
        'blur_score',
        'brightness_score',
        'contrast_score',
        'brisque_score',
        'clip_aesthetic_score',
      ]);
    });

    test('leaves one row when the same photo is written twice, and says that nothing changed', async () => {
      const first = await catalogue.upsert(examplePhoto(), signal);
      expect(await catalogue.upsert(examplePhoto(), signal)).toEqual({ remoteId: first.remoteId, changed: false });
      expect(await table.allRows()).toHaveLength(1);
    });

    test('changes the row of a known file name and keeps its id', async () => {
      const first = await catalogue.upsert(examplePhoto(), signal);
      const second = await catalogue.upsert(examplePhoto({ caption: 'A better caption', rating: null }), signal);
      expect(second).toEqual({ remoteId: first.remoteId, changed: true });
      expect(await table.allRows()).toMatchObject([{ id: first.remoteId, Caption: 'A better caption', QR: null }]);
    });

    test('keeps every bit of a score', async () => {
      const { measurements } = examplePhoto();
      for (const clipAestheticScore of [9.570264287777725, 0.1 + 0.2, 6.629110161800972]) {
        await catalogue.upsert(examplePhoto({ measurements: { ...measurements, clipAestheticScore } }), signal);
        const row = await catalogue.read(examplePhoto().fileName, signal);
        expect(row?.['clip_aesthetic_score']).toBe(clipAestheticScore);
      }
    });

    test('leaves one row when the same photo is written many times at once', async () => {
      const written = await Promise.all(Array.from({ length: 8 }, () => catalogue.upsert(examplePhoto(), signal)));
      expect(new Set(written.map(({ remoteId }) => remoteId)).size).toBe(1);
      expect(written.filter(({ changed }) => changed)).toHaveLength(1);
      expect(await table.allRows()).toHaveLength(1);
    });

    test('never touches a row that is not its own', async () => {
      await table.insertForeignRow(foreignRow);
      const others = async () => (await table.allRows()).filter((row) => row['File_Name'] === foreignRow['File_Name']);
      const before = await others();
      await catalogue.upsert(examplePhoto(), signal);
      await catalogue.upsert(examplePhoto({ caption: 'Changed' }), signal);
      const row = await catalogue.read(examplePhoto().fileName, signal);
      await catalogue.restore(row as CatalogueRow, signal);
      await catalogue.remove(examplePhoto().fileName, signal);
      expect(before).toMatchObject([foreignRow]);
      expect(await others()).toEqual(before);
    });

    test('keeps text in any script to the letter', async () => {
      const anyText = fc
        .string({ unit: 'binary', minLength: 1, maxLength: 200 })
        .filter((text) => !text.includes('\0'));
      await fc.assert(
        fc.asyncProperty(anyText, anyText, async (caption, altText) => {
          await catalogue.upsert(examplePhoto({ caption, altText }), signal);
          expect(await table.allRows()).toMatchObject([{ Caption: caption, alt_text: altText }]);
        }),
        { numRuns: 50 },
      );
    });

    test('keeps names with quotes, wildcards and statements in them apart', async () => {
      const names = [
        "O'Brien_001.JPG",
        'a%.JPG',
        'a_.JPG',
        "x'; DROP TABLE photos_info_revamp; --.JPG",
        'Größe_東京.JPG',
      ];
      for (const fileName of names) await catalogue.upsert(examplePhoto({ fileName }), signal);
      await catalogue.remove('a%.JPG', signal);
      expect((await table.allRows()).map((row) => row['File_Name'])).toEqual(
        names.filter((fileName) => fileName !== 'a%.JPG'),
      );
    });

    test('keeps half a character from spoiling a row', async () => {
      await catalogue.upsert(examplePhoto({ caption: 'broken \ud83d emoji' }), signal);
      expect(await table.allRows()).toMatchObject([{ Caption: 'broken \ufffd emoji' }]);
    });

    test('reads a row as the site holds it, and none where there is none', async () => {
      await catalogue.upsert(examplePhoto(), signal);
      expect([await catalogue.read(examplePhoto().fileName, signal)]).toEqual(await table.allRows());
      expect(await catalogue.read('Missing_001.JPG', signal)).toBeNull();
    });

    test('removes a row, and minds neither a second time nor a name that never was', async () => {
      await catalogue.upsert(examplePhoto(), signal);
      await catalogue.upsert(examplePhoto({ fileName: 'Other_001.JPG' }), signal);
      await catalogue.remove(examplePhoto().fileName, signal);
      await catalogue.remove(examplePhoto().fileName, signal);
      expect((await table.allRows()).map((row) => row['File_Name'])).toEqual(['Other_001.JPG']);
    });

    test('never gives the id of a row that was taken away to another photo', async () => {
      const first = await catalogue.upsert(examplePhoto(), signal);
      await catalogue.remove(examplePhoto().fileName, signal);
      const second = await catalogue.upsert(examplePhoto({ fileName: 'Other_001.JPG' }), signal);
      expect(second.remoteId).not.toBe(first.remoteId);
    });

    test.each(['changed', 'removed', 'unchanged'])(
      'puts a row back exactly as it was, id included, when it was %s',
      async (what) => {
        await table.insertForeignRow({ ...foreignRow, File_Name: examplePhoto().fileName });
        const before = await table.allRows();
        const row = (await catalogue.read(examplePhoto().fileName, signal)) as CatalogueRow;
        if (what === 'changed') await catalogue.upsert(examplePhoto(), signal);
        if (what === 'removed') await catalogue.remove(examplePhoto().fileName, signal);
        await catalogue.restore(row, signal);
        await catalogue.restore(row, signal);
        expect(await table.allRows()).toEqual(before);
      },
    );

    test('shows every row once, page by page and by rising id, in the domain’s words', async () => {
      const ids: number[] = [];
      for (const number of [1, 2, 3, 4, 5]) {
        const written = await catalogue.upsert(examplePhoto({ fileName: `Page_00${number}.JPG` }), signal);
        ids.push(written.remoteId);
      }
      await catalogue.remove('Page_003.JPG', signal);
      const held = ids.filter((_, index) => index !== 2);
      for (const perPage of [1, 2, 4, 100]) {
        const seen: number[] = [];
        for await (const { remoteId } of entriesOf(catalogue, signal, perPage)) seen.push(remoteId);
        expect(seen).toEqual(held);
      }
      expect((await catalogue.page(null, 2, signal)).map(({ fileName }) => fileName)).toEqual([
        'Page_001.JPG',
        'Page_002.JPG',
      ]);
      expect(await catalogue.page(ids[4] ?? 0, 2, signal)).toEqual([]);
      expect(await catalogue.page(ids[3] ?? 0, 1, signal)).toEqual([
        {
          remoteId: ids[4],
          fileName: 'Page_005.JPG',
          originalFileName: 'IMG_0042.CR3.jpg',
          folderKey: 'nature',
          webUrl: 'https://photos.example/2025/nature/Frozen_Lake.JPG',
          thumbUrl: 'https://photos.example/2025/thumbs/nature/Frozen_Lake.JPG',
          widthPx: 1500,
          heightPx: 1000,
          dateTime: '2025:01:31 08:05:09',
          caption: 'Skaters cross the frozen lake at sunrise.',
          altText: 'Two skaters in red coats on a frozen lake, low sun behind bare trees',
          keywords: 'frozen lake, skating, sunrise',
          location: 'Amsterdam_Netherlands',
          row: { ...exampleRow, id: ids[4], File_Name: 'Page_005.JPG' },
        },
      ]);
    });

    test('shows rows of other writers as they stand', async () => {
      await table.insertForeignRow(foreignRow);
      const [entry] = await catalogue.page(null, 10, signal);
      expect(entry).toMatchObject({ dateTime: '2019-06-01 21:14:00', caption: '  a row with spaces \n' });
      expect(entry?.row).toEqual(foreignRow);
    });

    test('does nothing for somebody who has been told to stop', async () => {
      await catalogue.upsert(examplePhoto(), signal);
      const before = await table.allRows();
      const stopped = AbortSignal.abort();
      await expect(catalogue.upsert(examplePhoto({ caption: 'New' }), stopped)).rejects.toThrow('aborted');
      await expect(catalogue.remove(examplePhoto().fileName, stopped)).rejects.toThrow('aborted');
      await expect(catalogue.restore({ ...exampleRow, id: 99 }, stopped)).rejects.toThrow('aborted');
      await expect(catalogue.read(examplePhoto().fileName, stopped)).rejects.toThrow('aborted');
      await expect(catalogue.page(null, 1, stopped)).rejects.toThrow('aborted');
      await expect(catalogue.problems(stopped)).rejects.toThrow('aborted');
      expect(await table.allRows()).toEqual(before);
    });
  });
}

/** `examplePhoto()` as the site's row, written out by hand from original-system.md §1.4. */
const exampleRow: CatalogueRow = {
  Folder: 'nature',
  File_Name: 'Frozen_Lake_Amsterdam_Netherlands_Nature_Photography_Canon_EOS_R5_Mark_II_2025_001.JPG',
  Path: 'https://photos.example/2025/nature/Frozen_Lake.JPG',
  Thumb_Path: 'https://photos.example/2025/thumbs/nature/Frozen_Lake.JPG',
  DateTime: '2025:01:31 08:05:09',
  Camera: 'Canon_EOS_R5_Mark_II',
  Lens_model: 'RF24-105mm F4 L IS USM',
  Width: 1500,
  Height: 1000,
  Exposure: '1/250 sec',
  Aperture: 'f/4.0',
  ISO: 100,
  Focal_length: 35,
  Keywords: 'frozen lake, skating, sunrise',
  Caption: 'Skaters cross the frozen lake at sunrise.',
  alt_text: 'Two skaters in red coats on a frozen lake, low sun behind bare trees',
  Location: 'Amsterdam_Netherlands',
  QR: 7.25,
  QC_Status: 'Good',
  Original_File_Name: 'IMG_0042.CR3.jpg',
  nima_score: 5.43,
  blur_score: 8.1,
  brightness_score: 6.2,
  contrast_score: 7.75,
  brisque_score: 21.4,
  clip_aesthetic_score: 6.66,
};

/** As the original system wrote rows over the years: other formats, gaps, its own ids. */
const foreignRow: CatalogueRow = {
  ...exampleRow,
  id: 42_429,
  File_Name: 'Booking_com_campus_Offices_Amsterdam_Netherlands_Night_Photography_001.JPG',
  DateTime: '2019-06-01 21:14:00',
  Aperture: 'F4.0',
  Camera: null,
  Caption: '  a row with spaces \n',
  QR: 6,
  nima_score: null,
};

const nothingKnown = {
  headline: null,
  creator: null,
  copyrightNotice: null,
  dateTimeOriginal: null,
  offsetTimeOriginal: null,
  camera: null,
  make: null,
  model: null,
  lensModel: null,
  fNumber: null,
  exposureTimeSeconds: null,
  iso: null,
  focalLengthMm: null,
  focalLengthIn35mmFormatMm: null,
  rating: null,
  band: 'NA',
  measurements: {},
} as const;
