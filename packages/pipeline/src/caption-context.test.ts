import type { Dossier } from '@proofline/domain/dossier.ts';
import type { PhotoFields } from '@proofline/domain/photo-metadata.ts';
import { expect, test } from 'vitest';
import { captionContext, type ContextNeeds } from './caption-context.ts';
import { dossier } from './fixtures/dossier.ts';

const needs: ContextNeeds = {
  folderMap: { nature: 'Nature Landscape Photography' },
  gazetteer: {
    near: () => Promise.resolve([{ name: 'Diemen', region: 'North Holland', country: 'Netherlands', distanceKm: 2 }]),
  },
  sky: { sunAltitudeDegrees: ({ gpsLatitude }) => (gpsLatitude === undefined ? null : 3.2) },
  vocabulary: { usualKeywords: ({ subject }) => (subject === 'Frozen Lake' ? ['ice'] : []) },
};

const withFile = (fields: PhotoFields): Dossier => ({ ...dossier, metadata: { ...dossier.metadata, file: fields } });
const position = { gpsLatitude: 52.3, gpsLongitude: 4.96 };

test('a photo with a position brings the places around it, which may be named, and the sun', async () => {
  expect(await captionContext(withFile(position), needs)).toEqual({
    subject: 'Frozen Lake',
    location: 'Amsterdam Netherlands',
    folderDisplayName: 'Nature Landscape Photography',
    fields: position,
    numberInSet: 5,
    places: [{ name: 'Diemen', region: 'North Holland', country: 'Netherlands', distanceKm: 2 }],
    sunAltitudeDegrees: 3.2,
    allowedPlaceNames: ['Amsterdam Netherlands', 'Diemen', 'North Holland', 'Netherlands'],
    usualKeywords: ['ice'],
  });
});

test('without a position nothing of it is said, and only what the operator typed may be named', async () => {
  const set = { ...dossier.set, subject: 'Bridge', location: 'Haifa_Port, Israel' };
  const context = await captionContext({ ...withFile({}), set }, needs);
  expect(context).toMatchObject({ allowedPlaceNames: ['Haifa Port, Israel', 'Haifa Port', 'Israel'] });
  expect(Object.keys(context)).not.toEqual(expect.arrayContaining(['places']));
  expect(context.sunAltitudeDegrees).toBeUndefined();
  expect(context.usualKeywords).toBeUndefined();
});

test('a text that was drafted before is no fact, one that a person wrote is', async () => {
  const metadata = { file: {}, inferred: { description: 'A lake.' }, person: { headline: 'Ice' } };
  expect((await captionContext({ ...dossier, metadata }, needs)).fields).toEqual({ headline: 'Ice' });
});
