import type { CaptionContext } from '@proofline/domain/captioner.ts';
import { defaultGateSettings } from '@proofline/domain/text-gate/gate-settings.ts';
import { describe, expect, test } from 'vitest';
import { draftSystem, draftText, promptVersion } from './draft-prompt.ts';

const usual = defaultGateSettings;

const bare: CaptionContext = {
  subject: 'Frozen_Lake',
  location: 'Amsterdam Netherlands',
  folderDisplayName: 'Nature Landscape Photography',
  fields: {},
  numberInSet: 3,
};

const rich: CaptionContext = {
  ...bare,
  fields: {
    dateTimeOriginal: '2025-01-12T08:50:00',
    gpsLatitude: 52.3,
    gpsLongitude: 4.9,
    focalLengthMm: 200,
    make: 'Canon',
    lensModel: 'RF',
  },
  sunAltitudeDegrees: 0.6,
  places: [{ name: 'Diemen', region: 'North Holland', country: 'Netherlands', distanceKm: 2 }],
  allowedPlaceNames: ['Amsterdam Netherlands', 'Diemen'],
  usualKeywords: ['ice', 'winter'],
  hint: 'mind the\nskaters',
};

describe('what a model is told', () => {
  test('all that is known, a line each, in words', () => {
    expect(draftText(rich, usual).split('\n').slice(0, 12)).toEqual([
      'Facts:',
      '- subject: Frozen Lake',
      '- location: Amsterdam Netherlands',
      '- category: Nature Landscape Photography',
      '- taken in January 2025, in winter',
      '- local time 08:50, morning by the clock',
      '- sun 1 degrees above the horizon: the sun is low above the horizon',
      '- seen through a long lens (200 mm); things may look closer together than they are',
      '- taken near Diemen, North Holland, Netherlands',
      '- allowed place names: Amsterdam Netherlands; Diemen',
      '- keywords the catalogue already uses here, prefer their spelling where they fit: ice, winter',
      'The editor asks you to mind this: mind the skaters',
    ]);
  });

  test('of a night photo, how far below the horizon the sun is', () => {
    expect(draftText({ ...rich, sunAltitudeDegrees: -17.2 }, usual)).toContain(
      '- sun 17 degrees below the horizon: it is night',
    );
  });

  test('nothing of what is not known, and no place name when none may be used', () => {
    const text = draftText(bare, usual);
    expect(text).toContain('allowed place names: none; name no place');
    expect(text).not.toMatch(/undefined|null|taken|sun|lens|editor/u);
  });

  test('the lengths and the language that the gate goes by', () => {
    const limits = {
      ...usual,
      language: 'nl',
      captionWords: { least: 5, most: 12 },
      altTextWords: { least: 4, most: 9 },
      keywords: { least: 3, most: 8 },
    };
    const told = draftSystem(limits);
    expect(told).toContain('one complete Dutch sentence of 5 to 12 words');
    expect(told).toContain('one Dutch sentence of 4 to 9 words');
    expect(told).toContain('exactly 8 different Dutch keywords');
    expect(draftText(bare, limits)).toContain('"maxItems":8');
  });

  test('neither gear nor the number in the set', () => {
    expect(`${draftSystem(usual)}${draftText(rich, usual)}`).not.toMatch(/Canon|RF\b|number 3/u);
  });
});

describe('the version of the prompt', () => {
  const parameters = { temperature: 0.2, seed: 1, contextTokens: 4096 };

  test('is the same for every photo, and another one with other parameters', () => {
    const version = promptVersion(parameters);
    expect(version).toMatch(/^prompt-[0-9a-f]{12}$/u);
    expect(promptVersion({ ...parameters })).toBe(version);
    const limits = { ...usual, keywords: { least: 3, most: 8 } };
    for (const other of [{ temperature: 0.3 }, { seed: 2 }, { contextTokens: 8192 }, { limits }])
      expect(promptVersion({ ...parameters, ...other })).not.toBe(version);
    const sampled = promptVersion(parameters, { top_k: 40 });
    expect(sampled).not.toBe(version);
    expect(promptVersion(parameters, { top_k: 20 })).not.toBe(sampled);
  });
});
