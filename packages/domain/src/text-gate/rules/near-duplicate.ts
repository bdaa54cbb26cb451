import { proseRule, whole } from '../define-rule.ts';

/** Share of word triples from which two texts count as one (text-and-quality.md §B2). */
export const NEAR_DUPLICATE = 0.8;

/** Another photo has nearly the same words. The same words are `exact-duplicate`'s. */
export const nearDuplicate = proseRule({
  id: 'near-duplicate',
  severity: 'block',
  check(text, { similarTexts }, field) {
    const near = similarTexts(field, text).filter(({ isSame, similarity }) => !isSame && similarity >= NEAR_DUPLICATE);
    const [nearest] = near.toSorted((a, b) => b.similarity - a.similarity);
    if (nearest === undefined) return [];
    return [
      {
        span: whole(text),
        reason: `${nearest.of} has nearly the same words (${Math.round(nearest.similarity * 100)} %)`,
        ...(nearest.photoId !== undefined && { otherPhotoId: nearest.photoId }),
      },
    ];
  },
});
