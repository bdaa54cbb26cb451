import type { Hit } from './define-rule.ts';
import type { Finding, GateText } from './finding.ts';

/** Looks at caption, alt text and each keyword alike. A hit in a keyword marks the whole keyword, and its repair takes the keyword away. */
export function everywhere(
  { caption, altText, keywords }: GateText,
  finding: Pick<Finding, 'rule' | 'severity'>,
  hitsIn: (text: string) => readonly Hit[],
): readonly Finding[] {
  const inProse = (field: 'caption' | 'altText', text: string) =>
    hitsIn(text).map((hit): Finding => ({ ...finding, field, ...hit }));
  const inKeywords = keywords.flatMap((keyword, index): readonly Finding[] => {
    const [first] = hitsIn(keyword);
    if (first === undefined) return [];
    const span = { start: index, end: index + 1 };
    return [{ ...finding, field: 'keywords', ...first, span, repair: { replacement: null } }];
  });
  return [...inProse('caption', caption), ...inProse('altText', altText), ...inKeywords];
}
