import type { GateRule } from '../define-rule.ts';
import { burstClaims, claimsOf } from '../burst-claims.ts';
import type { Finding } from '../finding.ts';

/**
 * Frames of one burst show one scene: where they disagree about a name or a number, at least one of them is wrong. What this photo says and fewer than
 * half of the others say is marked.
 */
export const burstDisagreement: GateRule = {
  id: 'burst-disagreement',
  check(text, context) {
    const { burstMates } = context;
    if (burstMates.length === 0) return [];
    const others = burstMates.map((mate) => burstClaims(mate, context));
    return (['caption', 'altText'] as const).flatMap((field) =>
      claimsOf(text[field], context).flatMap(({ kind, about, value, start, end }): readonly Finding[] => {
        const same = (one: { readonly kind: string; readonly about: string }) =>
          one.kind === kind && one.about === about;
        const speaking = others.filter((claims) => claims.some(same));
        const agreeing = speaking.filter((claims) => claims.some((one) => same(one) && one.value === value));
        if (speaking.length === 0 || agreeing.length * 2 >= speaking.length) return [];
        const marked = text[field].slice(start, end);
        return [
          {
            rule: 'burst-disagreement',
            field,
            severity: 'block',
            span: { start, end },
            reason: `other frames of this burst do not say "${marked}": ${agreeing.length} of ${speaking.length} agree`,
          },
        ];
      }),
    );
  },
};
