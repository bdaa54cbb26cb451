import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignFileNames } from './file-name.ts';
import type { FileNameReservation } from './file-name.ts';
import { ledgerOf, photoToName } from './fixtures/file-name-ledger.ts';
import { foldFileName, splitFileName } from './folded-file-name.ts';
import { parseNamingSettings } from './naming-settings.ts';
import type { PhotoFields } from './photo-metadata.ts';

describe('the laws of file names', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((words) => `${words}x`),
    fc.constantFrom('Frozen Lake', 'frozen lake', 'FROZEN_LAKE', 'CON', 'Кижи', '東京', 'Łódź', '../up'),
  );
  const sets = fc.record({ subject: text, location: text, folderKey: fc.constantFrom('nature', 'Night', 'blog') });
  const fields = fc
    .record({
      make: fc.constantFrom(undefined, 'Canon', 'NIKON CORPORATION', 'nikon'),
      model: fc.constantFrom(undefined, 'Canon EOS R5m2', 'NIKON D60', '\u202Eevil/../'),
      dateTimeOriginal: fc.constantFrom(undefined, '2024-12-31T23:59:59', '2025-01-01T00:00:00', '2025-01-01T00:00:01'),
      subSecTimeOriginal: fc.constantFrom(undefined, '5', '50', '049'),
    })
    .map(
      (record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as PhotoFields,
    );
  const photoLists = fc
    .array(fc.record({ fields, originalFileName: fc.constantFrom('IMG_1.JPG', 'img_1.jpg', 'IMG_10.JPG', 'Ä.jpg') }), {
      minLength: 1,
      maxLength: 25,
    })
    .map((items) => items.map((item) => photoToName(item.originalFileName, item.fields)));
  const template = fc.constantFrom(
    '{subject}_{location}_{folderPhotography}_{camera}_{year}_{sequence}.JPG',
    '{subject}_{sequence}.JPG',
    '{sequence}.JPG',
  );
  const namings = template.map((fileNameTemplate) => parseNamingSettings({ fileNameTemplate }));
  /** Numbers of the set's own series that the ledger holds already. */
  const earlier = fc.array(fc.integer({ min: 1, max: 1005 }), { maxLength: 8 });

  const filledLedger = (reservations: readonly FileNameReservation[], numbers: readonly number[]) =>
    ledgerOf(
      ...reservations.flatMap(({ name }) =>
        numbers.map((number) => name.replace(/\d+\.JPG$/u, `${String(number).padStart(3, '0')}.jpeg`).toLowerCase()),
      ),
    );

  test('no two photos ever share a folded key, nor one with the ledger, and every number is above those before', () => {
    fc.assert(
      fc.property(sets, photoLists, namings, earlier, (set, photos, naming, numbers) => {
        const first = assignFileNames({ ...set, photos }, ledgerOf(), naming);
        const ledger = filledLedger(first.reservations, numbers);
        const { reservations, refused } = assignFileNames({ ...set, photos }, ledger, naming);
        expect(reservations.length + refused.length).toBe(photos.length);
        expect(new Set(reservations.map(({ foldedKey }) => foldedKey)).size).toBe(reservations.length);
        for (const { name, foldedKey, seriesKey, sequence } of reservations) {
          expect(foldFileName(name)).toBe(foldedKey);
          expect(ledger.isTaken(foldedKey)).toBe(false);
          expect(splitFileName(name)).toMatchObject({ seriesKey, sequence });
          expect(sequence).toBeGreaterThan(ledger.series(seriesKey)?.highestSequence ?? 0);
        }
      }),
    );
  });

  test('the same set gives the same names in whatever order its photos come', () => {
    fc.assert(
      fc.property(
        sets,
        photoLists,
        namings,
        earlier,
        fc.infiniteStream(fc.nat()),
        (set, photos, naming, numbers, noise) => {
          const ledger = filledLedger(assignFileNames({ ...set, photos }, ledgerOf(), naming).reservations, numbers);
          const shuffled = photos
            .map((item) => ({ item, key: noise.next().value as number }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ item }) => item);
          expect(assignFileNames({ ...set, photos: shuffled }, ledger, naming)).toEqual(
            assignFileNames({ ...set, photos }, ledger, naming),
          );
        },
      ),
    );
  });

  test('releasing gives exactly the reserved names back, and naming again gives the same ones', () => {
    fc.assert(
      fc.property(sets, photoLists, namings, earlier, (set, photos, naming, numbers) => {
        const ledger = filledLedger(assignFileNames({ ...set, photos }, ledgerOf(), naming).reservations, numbers);
        const before = new Map(ledger.names);
        const { reservations } = assignFileNames({ ...set, photos }, ledger, naming);
        for (const { foldedKey, name } of reservations) ledger.names.set(foldedKey, name);
        expect(ledger.names.size).toBe(before.size + reservations.length);
        for (const { foldedKey } of reservations) ledger.names.delete(foldedKey);
        expect(ledger.names).toEqual(before);
        expect(assignFileNames({ ...set, photos }, ledger, naming).reservations).toEqual(reservations);
      }),
    );
  });

  test('every name is safe on every system and within both limits', () => {
    fc.assert(
      fc.property(sets, photoLists, namings, (set, photos, naming) => {
        for (const { name } of assignFileNames({ ...set, photos }, ledgerOf(), naming).reservations) {
          expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}_-]*\.JPG$/u);
          expect(name).not.toMatch(/[\p{M}\p{C}]/u);
          expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\./iu);
          expect(Array.from(name).length).toBeLessThanOrEqual(150);
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        }
      }),
    );
  });
});
