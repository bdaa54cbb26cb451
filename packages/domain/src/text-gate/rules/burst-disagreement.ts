import { disputedClaims } from '../burst-claims.ts';
import type { GateRule } from '../define-rule.ts';
import type { Finding } from '../finding.ts';

/**
 * Frames of one burst show one scene: where they disagree about a name or a number, at least one of them is wrong. What this photo says and fewer than
 * half of the others say is marked.
 */
export const burstDisagreement: GateRule = {
  id: 'burst-disagreement',
  check: (text, context) =>
    (['caption', 'altText'] as const).flatMap((field) =>
      disputedClaims(text[field], context)
        .filter(({ agreeing, speaking }) => agreeing * 2 < speaking)
        .map(({ start, end, agreeing, speaking }): Finding => ({
          rule: 'burst-disagreement',
          field,
          severity: 'block',
          span: { start, end },
          reason: `other frames of this burst do not say "${text[field].slice(start, end)}": ${agreeing} of ${speaking} agree`,
        })),
    ),
};
