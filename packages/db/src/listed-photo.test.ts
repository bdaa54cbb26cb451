import type { Completion, Job } from '@proofline/domain/work-ledger.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { next, settle } from './test-runner.ts';
import { addSet, openTestStores, reviewer } from './test-stores.ts';

/** As meters write it down: any finite number, with all its digits. */
const measurement = fc.double({ noNaN: true, noDefaultInfinity: true });
const cases = fc.record({
  value: measurement,
  rating: fc.option(fc.double({ min: 0, max: 10, noNaN: true })),
  caption: fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })),
  ratingByPerson: fc.option(fc.integer({ min: 1, max: 10 })),
});

test('a list says of an approved photo what its dossier says, to the last digit that was approved', () => {
  fc.assert(
    fc.property(cases, ({ value, rating, caption, ratingByPerson }) => {
      const measured = ({ stage }: Job): Completion | undefined => {
        if (stage !== 'measure-quality') return undefined;
        const score = { measure: 'blurScore', value, origin: 'measured', meter: 'x', meterVersion: '1' } as const;
        const quality = { measurements: [score], rating, band: 'Good', origin: 'measured' } as const;
        return { kind: 'done', output: { quality }, next: next[stage] };
      };
      const stores = openTestStores();
      addSet(stores);
      settle(stores, { files: ['IMG_1.JPG'], fields: { make: 'Canon', model: 'Canon EOS R5' }, outcome: measured });
      if (caption !== null) stores.reviews.edit(1, { caption: `Lake ${caption}` }, reviewer);
      if (ratingByPerson !== null) stores.reviews.edit(1, { qualityRating: ratingByPerson }, reviewer);
      const { revisionHash } = stores.reviews.view(1);
      stores.reviews.approve(1, { revisionHash }, reviewer);

      const { dossier, published } = stores.reviews.view(1);
      expect(dossier.review?.status).toBe('approved');
      expect(stores.reviews.list({})).toMatchObject([
        {
          photoId: 1,
          setId: dossier.set.id,
          status: 'approved',
          voidReason: null,
          fileName: published.fileName,
          originalFileName: dossier.photo.originalFileName,
          caption: published.caption,
          rating: published.rating,
          band: published.band,
          draftedBy: { captioner: dossier.draft?.captioner, model: dossier.draft?.model },
        },
      ]);
      stores.close();
    }),
    { numRuns: 12 },
  );
});
