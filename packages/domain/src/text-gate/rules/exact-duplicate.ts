import { proseRule, whole } from '../define-rule.ts';

/** Another photo of the set, of the queue or of the site has the same words. */
export const exactDuplicate = proseRule({
  id: 'exact-duplicate',
  severity: 'block',
  check(text, { similarTexts }, field) {
    const [same] = similarTexts(field, text).filter(({ isSame }) => isSame);
    if (same === undefined) return [];
    const { of, photoId } = same;
    return [
      {
        span: whole(text),
        reason: `${of} has the same words`,
        ...(photoId !== undefined && { otherPhotoId: photoId }),
      },
    ];
  },
});
