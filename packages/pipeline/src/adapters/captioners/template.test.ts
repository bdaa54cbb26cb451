import type { CaptionContext } from '@proofline/domain/captioner.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proveCaptioner, proveOwnKeywords } from './captioner.conformance.ts';
import { defaultGateSettings } from '@proofline/domain/text-gate/gate-settings.ts';
import { createTemplateCaptioner } from './template.ts';

const templateCaptioner = createTemplateCaptioner();

proveCaptioner('template', () => Promise.resolve({ captioner: templateCaptioner, modelInputPath: 'not looked at' }));
proveOwnKeywords('template', templateCaptioner);

const context: CaptionContext = {
  subject: 'Frozen Lake',
  location: 'Amsterdam_Netherlands',
  folderDisplayName: 'Nature Landscape Photography',
  fields: {
    make: 'Canon',
    model: 'Canon EOS R5m2',
    lensModel: 'RF24-70mm',
    dateTimeOriginal: '2025-01-12T09:30:00',
    gpsLatitude: 52.37,
    widthPx: 6000,
    heightPx: 4000,
  },
  numberInSet: 1,
};

const draft = (changes: Partial<CaptionContext> = {}) =>
  templateCaptioner.draft('', { ...context, ...changes }, new AbortController().signal);

describe('template captioner', () => {
  /** When this fails because the text changed: raise RULES_VERSION unless the wording itself changed, and write the new version here. */
  test('its version stands for exactly this text', async () => {
    expect({ ...(await draft()), latencyMs: 0 }).toEqual({
      captioner: 'template',
      model: null,
      modelDigest: null,
      promptVersion: 'template-0a5e436794a3',
      caption: 'Frozen Lake in Amsterdam, Netherlands, on a winter morning in January 2025, number 1 in its series.',
      altText: 'Horizontal view of Frozen Lake, number 1 in its series, details not described in words.',
      keywords: [
        'Frozen Lake',
        'Frozen',
        'Lake',
        'Amsterdam',
        'Netherlands',
        'Nature',
        'Landscape',
        'winter',
        'January',
        'morning',
      ],
      confidence: 'low',
      latencyMs: 0,
    });
  });

  test('no two photos of a set get the same text, and neighbours are worded differently', async () => {
    const drafts = await Promise.all(Array.from({ length: 40 }, (_, index) => draft({ numberInSet: index + 1 })));
    expect(new Set(drafts.map(({ caption }) => caption)).size).toBe(40);
    expect(new Set(drafts.map(({ altText }) => altText)).size).toBe(40);
    const wording = drafts.map(({ caption }) => caption.replace(/number \d+/u, 'number'));
    expect(new Set(wording.slice(0, 3)).size).toBe(3);
  });

  test('the same photo gets the same text every time', async () => {
    const [first, second] = [await draft(), await draft()];
    expect({ ...second, latencyMs: 0 }).toEqual({ ...first, latencyMs: 0 });
  });

  test('gear never gets into the text', async () => {
    const { caption, altText, keywords } = await draft();
    expect([caption, altText, ...keywords].join(' ')).not.toMatch(/canon|eos|rf24/iu);
  });

  test('a photo turned by its orientation is described as it is looked at', async () => {
    expect((await draft({ fields: { ...context.fields, orientation: 6 } })).altText).toMatch(/^Vertical/u);
    expect((await draft({ fields: { ...context.fields, orientation: 3 } })).altText).toMatch(/^Horizontal/u);
    expect((await draft({ fields: { widthPx: 10, heightPx: 10, orientation: 6 } })).altText).toMatch(/^Square/u);
  });

  test('says nothing about time where the file says nothing', async () => {
    const { caption, altText, keywords } = await draft({ fields: {} });
    expect([caption, altText, ...keywords].join(' ')).not.toMatch(/20\d\d|january|morning|winter|horizontal/iu);
  });

  test('a text that is too short without it says that there are no more facts', async () => {
    const { caption, altText } = await draft({ subject: 'Lake', location: '???', fields: {}, numberInSet: 5 });
    expect(caption).toBe('Lake, number 5 in its series, with no further place or time given.');
    expect(altText).toBe('View of Lake, number 5 in its series, details not described in words.');
  });

  test('keeps the lengths that the operator set, and gives the shortest text where none can', async () => {
    const draftWithin = (most: number) => {
      const limits = { ...defaultGateSettings, captionWords: { least: 3, most }, altTextWords: { least: 3, most } };
      return createTemplateCaptioner(limits).draft('', context, new AbortController().signal);
    };
    const [short, none] = [await draftWithin(10), await draftWithin(3)];
    expect(short.caption).toBe('Frozen Lake, in January 2025, number 1 in its series.');
    expect(short.altText).toBe('Horizontal view of Frozen Lake, number 1 in its series.');
    expect(none.caption).toBe('Frozen Lake, number 1 in its series.');
    expect(short.promptVersion).not.toBe(none.promptVersion);
  });

  test('keeps both lengths and invents no word, whatever the operator typed', async () => {
    const words = fc.array(fc.constantFrom('Lake', 'of', 'KLM', 'bridges', 'and', 'Łódź', '東京', "King's", '787-9'), {
      minLength: 1,
      maxLength: 30,
    });
    const own =
      'a an in on at of the with no or details not described words view composition scene horizontal vertical square number series its further place time given night morning afternoon evening winter spring summer autumn';
    const months = 'january february march april may june july august september october november december';
    await fc.assert(
      fc.asyncProperty(
        words,
        words,
        fc.option(
          fc.date({
            min: new Date('1990-01-01T00:00:00Z'),
            max: new Date('2030-01-01T00:00:00Z'),
            noInvalidDate: true,
          }),
        ),
        fc.option(fc.double({ min: -90, max: 90, noNaN: true })),
        fc.integer({ min: 1, max: 2000 }),
        async (subject, location, taken, latitude, numberInSet) => {
          const { caption, altText } = await draft({
            subject: subject.join(' '),
            location: location.join('_'),
            fields: {
              ...(taken !== null && { dateTimeOriginal: taken.toISOString().slice(0, 19) }),
              ...(latitude !== null && { gpsLatitude: latitude }),
            },
            numberInSet,
          });
          const allowed = new Set(
            [own, months, ...subject, ...location, numberInSet, taken?.getUTCFullYear()]
              .join(' ')
              .toLowerCase()
              .split(' '),
          );
          for (const text of [caption, altText]) {
            const used = text
              .toLowerCase()
              .replace(/[,:.](?= |$)/gu, '')
              .split(' ');
            expect(used.filter((word) => !allowed.has(word))).toEqual([]);
          }
          expect(caption.split(' ').length).toBeGreaterThanOrEqual(8);
          expect(caption.split(' ').length).toBeLessThanOrEqual(24);
          expect(altText.split(' ').length).toBeGreaterThanOrEqual(10);
          expect(altText.split(' ').length).toBeLessThanOrEqual(18);
        },
      ),
      { numRuns: 500 },
    );
  });
});
