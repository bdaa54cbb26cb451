import { proseRule, whole } from '../define-rule.ts';
import { wordCount } from '../word.ts';

const names = { caption: 'caption', altText: 'alt text' } as const;

/** Too short to say anything, too long to be read. An empty text is `empty-text`'s. */
export const wordCountRule = proseRule({
  id: 'word-count',
  severity: 'block',
  check(text, { settings }, field) {
    const { least, most } = field === 'caption' ? settings.captionWords : settings.altTextWords;
    const words = wordCount(text);
    if (words === 0 || !isSpaced(text) || (words >= least && words <= most)) return [];
    return [
      {
        span: whole(text),
        reason: `the ${names[field]} has ${words} ${words === 1 ? 'word' : 'words'}; allowed are ${least} to ${most}`,
      },
    ];
  },
});

/** Chinese, Japanese and Thai write no spaces: their words cannot be counted by them. */
function isSpaced(text: string): boolean {
  return !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]{4}/u.test(
    text,
  );
}
