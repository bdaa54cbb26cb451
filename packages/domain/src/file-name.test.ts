import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignFileNames, captureYear, previewFileName } from './file-name.ts';
import { ledgerOf, photoToName } from './fixtures/file-name-ledger.ts';
import { parseNamingSettings } from './naming-settings.ts';
import type { PhotoFields } from './photo-metadata.ts';
import type { PhotoToName } from './photos-of-set.ts';

const settings = parseNamingSettings({});
const canon: PhotoFields = { make: 'Canon', model: 'Canon EOS R5m2', dateTimeOriginal: '2025-01-12T09:30:00' };
const photo = (originalFileName: string, fields: PhotoFields = canon) => photoToName(originalFileName, fields);
const lake = { subject: 'Frozen Lake', location: 'amsterdam netherlands', folderKey: 'nature' };
const LAKE = 'Frozen_Lake_Amsterdam_Netherlands_Nature_Photography_Canon_EOS_R5_Mark_II_2025_';

function namesByFile(photos: readonly PhotoToName[], ledger = ledgerOf(), set = lake, with_ = settings) {
  const { reservations } = assignFileNames({ ...set, photos }, ledger, with_);
  const fileOf = new Map(photos.map(({ photoId, originalFileName }) => [photoId, originalFileName]));
  return Object.fromEntries(reservations.map(({ photoId, name }) => [fileOf.get(photoId), name]));
}

describe('file names of a set', () => {
  test('follow the grammar of the site and are numbered from 001', () => {
    expect(assignFileNames({ ...lake, photos: [photo('IMG_1.JPG')] }, ledgerOf(), settings)).toEqual({
      reservations: [
        {
          photoId: expect.any(Number),
          name: `${LAKE}001.JPG`,
          foldedKey: `${LAKE}001`.toLowerCase(),
          seriesKey: LAKE.toLowerCase(),
          sequence: 1,
        },
      ],
      refused: [],
    });
  });

  test.each([
    [
      'Cosmos pink and white petals with bright yellow disk',
      'Flower Photography',
      'macro',
      'Cosmos_pink_and_white_petals_with_bright_yellow_disk_Flower_Photography_Macro_Photography_004.JPG',
    ],
    [
      'Booking.com campus Offices',
      'Amsterdam Netherlands',
      'night',
      'Booking_com_campus_Offices_Amsterdam_Netherlands_Night_Photography_001.JPG',
    ],
  ])(
    'the public name of %s can be made by a template without camera and year',
    (subject, location, folderKey, name) => {
      const template = parseNamingSettings({
        fileNameTemplate: '{subject}_{location}_{folderPhotography}_{sequence}.JPG',
      });
      const before = Number(/(\d+)\.JPG$/u.exec(name)?.[1]) - 1;
      const ledger =
        before === 0 ? ledgerOf() : ledgerOf(name.replace(/\d+\.JPG$/u, `${String(before).padStart(3, '0')}.JPG`));
      expect(namesByFile([photo('a.jpg')], ledger, { subject, location, folderKey }, template)).toEqual({
        'a.jpg': name,
      });
    },
  );

  test('go on from the ledger, in the spelling that the series has there', () => {
    const ledger = ledgerOf('frozen_lake_AMSTERDAM_Netherlands_nature_Photography_Canon_EOS_R5_Mark_II_2025_041.jpeg');
    expect(namesByFile([photo('a.jpg'), photo('b.jpg')], ledger)).toEqual({
      'a.jpg': 'frozen_lake_AMSTERDAM_Netherlands_nature_Photography_Canon_EOS_R5_Mark_II_2025_042.JPG',
      'b.jpg': 'frozen_lake_AMSTERDAM_Netherlands_nature_Photography_Canon_EOS_R5_Mark_II_2025_043.JPG',
    });
  });

  test('keep our own spelling when the one in the ledger is not safe', () => {
    const ledger = ledgerOf(`${LAKE.replace('Frozen', 'Ｆrozen')}007.JPG`);
    expect(namesByFile([photo('a.jpg')], ledger)).toEqual({ 'a.jpg': `${LAKE}008.JPG` });
  });

  test('skip a name that is taken though its series does not know it', () => {
    const ledger = { series: () => undefined, isTaken: (key: string) => key === `${LAKE}001`.toLowerCase() };
    const { reservations } = assignFileNames({ ...lake, photos: [photo('a.jpg')] }, ledger, settings);
    expect(reservations.map(({ name }) => name)).toEqual([`${LAKE}002.JPG`]);
  });

  test('go on with four digits after 999', () => {
    const ledger = ledgerOf(`${LAKE}998.JPG`);
    expect(Object.values(namesByFile([photo('a.jpg'), photo('b.jpg'), photo('c.jpg')], ledger))).toEqual([
      `${LAKE}999.JPG`,
      `${LAKE}1000.JPG`,
      `${LAKE}1001.JPG`,
    ]);
    expect(Object.values(namesByFile([photo('a.jpg')], ledgerOf(`${LAKE}1001.JPG`)))).toEqual([`${LAKE}1002.JPG`]);
  });

  test('go by capture time and sub-seconds, then by natural order; photos without a time come last', () => {
    const at = (dateTimeOriginal: string, subSecTimeOriginal?: string): PhotoFields => ({
      ...canon,
      dateTimeOriginal,
      ...(subSecTimeOriginal !== undefined && { subSecTimeOriginal }),
    });
    const undated: PhotoFields = { make: 'Canon', model: 'Canon EOS R5m2' };
    const oneSeries = parseNamingSettings({ fileNameTemplate: '{subject}_{sequence}.JPG' });
    const photos = [
      photo('undated_2.jpg', undated),
      photo('undated_10.jpg', undated),
      photo('same_10.jpg', at('2025-01-12T10:00:00')),
      photo('same_9.jpg', at('2025-01-12T10:00:00')),
      photo('half.jpg', at('2025-01-12T09:00:00', '5')),
      photo('before half.jpg', at('2025-01-12T09:00:00', '49')),
      photo('whole.jpg', at('2025-01-12T09:00:00', '00')),
      photo('also half.jpg', at('2025-01-12T09:00:00', '500')),
      photo('older.jpg', at('2024-12-31T23:59:59')),
    ];
    const names = namesByFile(photos, ledgerOf(), lake, oneSeries);
    expect(Object.keys(names).toSorted((a, b) => (String(names[a]) < String(names[b]) ? -1 : 1))).toEqual([
      'older.jpg',
      'whole.jpg',
      'before half.jpg',
      'also half.jpg',
      'half.jpg',
      'same_9.jpg',
      'same_10.jpg',
      'undated_2.jpg',
      'undated_10.jpg',
    ]);
  });

  test('go by the name of the file before its folder, and by its folder before nothing', () => {
    const inFolder = (folder: string, name: string) => ({ ...photo(name), sourceRelativePath: `${folder}/${name}` });
    const photos = [inFolder('a', 'IMG_2.JPG'), inFolder('c', 'IMG_1.JPG'), inFolder('b', 'IMG_1.JPG')];
    const { reservations } = assignFileNames({ ...lake, photos }, ledgerOf(), settings);
    expect(reservations.map(({ photoId }) => photoId)).toEqual([2, 1, 0].map((index) => photos[index]?.photoId));
  });

  test('state a missing camera and date, by words of the operator, never by the current year', () => {
    expect(namesByFile([photo('a.jpg', {})])).toEqual({
      'a.jpg': 'Frozen_Lake_Amsterdam_Netherlands_Nature_Photography_Unknown_Camera_Undated_001.JPG',
    });
    const film = parseNamingSettings({ fallbackCamera: 'Film', fallbackYear: 'Archive' });
    expect(namesByFile([photo('a.jpg', {})], ledgerOf(), lake, film)).toEqual({
      'a.jpg': 'Frozen_Lake_Amsterdam_Netherlands_Nature_Photography_Film_Archive_001.JPG',
    });
  });

  test('do not say photography twice', () => {
    expect(
      Object.values(namesByFile([photo('a.jpg')], ledgerOf(), { ...lake, folderKey: 'night photography' })),
    ).toEqual(['Frozen_Lake_Amsterdam_Netherlands_Night_Photography_Canon_EOS_R5_Mark_II_2025_001.JPG']);
  });

  test('a name over 150 characters refuses that photo, takes no number and lets the others pass', () => {
    const long = { ...lake, subject: 'Lake'.repeat(16) };
    const wordy = { ...canon, model: 'Canon EOS R5 Mark II with an engraved plate' };
    const photos = [photo('a.jpg', wordy), photo('b.jpg')];
    const { reservations, refused } = assignFileNames({ ...long, photos }, ledgerOf(), settings);
    expect(reservations.map(({ photoId, sequence }) => [photoId, sequence])).toEqual([[photos[1]?.photoId, 1]]);
    expect(refused).toEqual([
      {
        photoId: photos[0]?.photoId,
        refusal: { code: 'name-too-long', reason: expect.stringMatching(/has 15\d characters, more than the 150/u) },
      },
    ]);
  });

  test('a name of 150 characters is given, one of 151 is not', () => {
    const naming = parseNamingSettings({ fileNameTemplate: '{subject}_{sequence}.JPG' });
    const given = (chars: number) =>
      assignFileNames({ ...lake, subject: 'L'.repeat(chars - 8), photos: [photo('a.jpg')] }, ledgerOf(), naming);
    expect(given(150).reservations.map(({ name }) => name.length)).toEqual([150]);
    expect(given(151).reservations).toEqual([]);
  });

  test('a name over 255 bytes is refused though it has fewer characters', () => {
    const { refused } = assignFileNames(
      { ...lake, subject: '湖'.repeat(80), photos: [photo('a.jpg')] },
      ledgerOf(),
      parseNamingSettings({ fileNameTemplate: '{subject}_{location}_{sequence}.JPG' }),
    );
    expect(refused[0]?.refusal.reason).toContain('bytes, more than the 255');
  });

  test('are not made of nothing', () => {
    const set = { subject: '!!!', location: '???', folderKey: 'nature', photos: [photo('a.jpg')] };
    expect(() => assignFileNames(set, ledgerOf(), settings)).toThrow(/the subject "!!!" .*; the location "\?\?\?"/u);
  });
});

describe('the preview of a set', () => {
  test('shows the first name and finds nothing wrong', () => {
    expect(previewFileName(lake, settings)).toEqual({
      name: 'Frozen_Lake_Amsterdam_Netherlands_Nature_Photography_Unknown_Camera_Undated_001.JPG',
      problems: [],
    });
  });

  test('keeps room for the camera, where the template has one', () => {
    const subject = 'L'.repeat(70);
    expect(previewFileName({ ...lake, subject }, settings).problems).toEqual([
      expect.stringMatching(
        /^a name like L+_.* has 158 characters, .*, with room for a camera of 30 characters; shorten/u,
      ),
    ]);
    const short = parseNamingSettings({ fileNameTemplate: '{subject}_{location}_{sequence}.JPG' });
    expect(previewFileName({ ...lake, subject }, short).problems).toEqual([]);
    expect(previewFileName({ ...lake, subject: 'L'.repeat(130) }, short).problems).toEqual([
      expect.not.stringContaining('camera'),
    ]);
  });

  test('tells every part that has no letter or digit', () => {
    expect(previewFileName({ subject: '…', location: '--', folderKey: 'nature' }, settings).problems).toHaveLength(2);
    const onlySubject = parseNamingSettings({ fileNameTemplate: '{subject}_{sequence}.JPG' });
    expect(previewFileName({ subject: 'Lake', location: '--', folderKey: '!' }, onlySubject).problems).toEqual([]);
  });

  test('a set that passes has a name for each of its photos, whatever the camera up to 30 characters', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 25 }), (subjectChars, modelChars) => {
        const set = { ...lake, subject: 'L'.repeat(subjectChars) };
        const named = photo('a.jpg', { ...canon, make: 'Acme', model: 'M'.repeat(modelChars) });
        fc.pre(previewFileName(set, settings).problems.length === 0);
        expect(assignFileNames({ ...set, photos: [named] }, ledgerOf(), settings).refused).toEqual([]);
      }),
    );
  });
});

test('the year is that of the capture, or none', () => {
  expect(captureYear({ dateTimeOriginal: '2025-01-12T09:30:00' })).toBe('2025');
  expect(captureYear({ dateTimeOriginal: '0000-00-00T00:00:00' })).toBeNull();
  expect(captureYear({})).toBeNull();
});
