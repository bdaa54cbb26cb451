import { hitsOf, keywordAt, keywordRule, proseRule, type GateRule, type Hit } from '../define-rule.ts';

/** Signs around words that a text in a web page shows as they are; the words inside stay. */
const wrappers: readonly RegExp[] = [
  /^\s*```(?:\w+\n)?([\s\S]*?)(?:```)?\s*$/u,
  /^\s*(?:#{1,6}|[-*•>]|\d+[.)])\s+([\s\S]+)$/u,
  /^\s*["“]([^"“”]+)["”]\s*$/u,
  /^\s*`+([^`]+)`+\s*$/u,
];
const EMPHASIS = /(\*\*|__|(?<![\p{L}\p{N}])[*_](?=[\p{L}\p{N}]))([^*_]+)(?:\*\*|__|[*_](?![\p{L}\p{N}]))/gu;
const TAG = /<\/?(?:br|p|b|i|em|strong|span|div|h[1-6]|ul|li|img|a)\b[^>]*>/giu;
const EMOJI = /(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D|\p{Emoji_Modifier})*)+/gu;
const HASHTAG = /(?<![\p{L}\p{N}&/])#[\p{L}][\p{L}\p{N}_]*/gu;
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s,]+/giu;
const JSON_LIKE = /[{[]\s*"|"\s*:\s*["[{]|"\s*[}\]]/gu;

/** Brackets, braces and straight quotation marks: no name of a thing has them. */
const SIGNS = /[[\]{}"`<>]+/gu;

const ID = 'markup';

/** Markdown, HTML, JSON, hashtags, addresses and emoji: a caption is words, and so is a keyword. */
export const markup: GateRule = {
  id: ID,
  check: (text, context) => [...inProse.check(text, context), ...inKeywords.check(text, context)],
};

const inKeywords = keywordRule({
  id: ID,
  severity: 'block',
  check: (keywords) =>
    keywords.flatMap((keyword, index) => {
      const bare = keyword.replaceAll(SIGNS, '').trim();
      if (bare === keyword.trim()) return [];
      const reason = `"${keyword}" has signs of JSON or markup in it`;
      return [{ span: keywordAt(index), reason, repair: { replacement: bare === '' ? null : bare } }];
    }),
});

const inProse = proseRule({
  id: ID,
  severity: 'block',
  check(text): readonly Hit[] {
    for (const wrapper of wrappers) {
      const inside = wrapper.exec(text)?.[1]?.trim();
      if (inside === undefined || inside === '' || inside.search(JSON_LIKE) !== -1) continue;
      const reason = 'signs of markup or quotation marks stand around the text';
      return [{ span: { start: 0, end: text.length }, reason, repair: { replacement: inside } }];
    }
    return [
      ...Array.from(text.matchAll(EMPHASIS), (match) => ({
        span: { start: match.index, end: match.index + match[0].length },
        reason: `"${match[0]}" has signs of emphasis in it`,
        repair: { replacement: match[2] ?? '' },
      })),
      ...removable(text, TAG, 'is HTML'),
      ...removable(text, EMOJI, 'is a picture; screen readers speak its long name'),
      ...hitsOf(text, HASHTAG, (found) => `"${found}" is a hashtag, not a word`),
      ...hitsOf(text, ADDRESS, (found) => `"${found}" is an address`),
      ...hitsOf(text, JSON_LIKE, () => 'the text holds JSON'),
    ];
  },
});

/** Away with it, and with the space before it. */
function removable(text: string, pattern: RegExp, what: string): readonly Hit[] {
  return hitsOf(text, pattern, (found) => `"${found}" ${what}`).map(({ span, reason }) => {
    const start = text.slice(0, span.start).trimEnd().length;
    const needsSpace = start < span.start && /^\p{L}/u.test(text.slice(span.end));
    return { span: { start, end: span.end }, reason, repair: { replacement: needsSpace ? ' ' : '' } };
  });
}
