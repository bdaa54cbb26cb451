import { keywordAt, keywordRule } from '../define-rule.ts';

/** IIM 2:25 holds 64 bytes. */
const MOST_BYTES = 64;

export const keywordByteLimit = keywordRule({
  id: 'keyword-byte-limit',
  severity: 'block',
  check: (keywords) =>
    keywords.flatMap((keyword, index) => {
      const bytes = new TextEncoder().encode(keyword).length;
      if (bytes <= MOST_BYTES) return [];
      return [
        {
          span: keywordAt(index),
          reason: `"${keyword}" has ${bytes} bytes; the IPTC field for it holds ${MOST_BYTES}`,
          repair: { replacement: null },
        },
      ];
    }),
});
