import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldOrigin, metadataLayers, noMetadata, publishedFields } from './photo-metadata.ts';
import type { LayeredMetadata, PhotoFields } from './photo-metadata.ts';

const layers: LayeredMetadata = {
  file: { model: 'EOS R5', description: 'OLYMPUS DIGITAL CAMERA', keywords: ['lake'] },
  inferred: { description: 'Frozen lake', altTextAccessibility: 'A lake' },
  person: { description: 'Skaters on the lake', keywords: [] },
};

describe('layers of metadata', () => {
  test('what a person wrote is published, else what was inferred, else what the file said', () => {
    expect(publishedFields(layers)).toEqual({
      model: 'EOS R5',
      description: 'Skaters on the lake',
      altTextAccessibility: 'A lake',
      keywords: [],
    });
  });

  test('each published field knows its layer', () => {
    expect(fieldOrigin(layers, 'description')).toBe('person');
    expect(fieldOrigin(layers, 'altTextAccessibility')).toBe('inferred');
    expect(fieldOrigin(layers, 'model')).toBe('file');
    expect(fieldOrigin(layers, 'headline')).toBeUndefined();
    expect(fieldOrigin(noMetadata, 'model')).toBeUndefined();
  });

  test('a published field is the one of its origin, and taking the person away gives the rest back', () => {
    const fields = fc
      .record({ headline: fc.string(), description: fc.string(), iso: fc.nat() }, { requiredKeys: [] })
      .map((record): PhotoFields => record);
    fc.assert(
      fc.property(fields, fields, fields, (file, inferred, person) => {
        const all = { file, inferred, person };
        for (const field of ['headline', 'description', 'iso'] as const) {
          const origin = fieldOrigin(all, field);
          expect(publishedFields(all)[field]).toBe(origin && all[origin][field]);
          expect(origin !== undefined).toBe(metadataLayers.some((layer) => all[layer][field] !== undefined));
        }
        expect(publishedFields({ ...all, person: {} })).toEqual({ ...file, ...inferred });
      }),
    );
  });
});
