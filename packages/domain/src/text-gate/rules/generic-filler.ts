import { hitsOf, proseRule, type Hit } from '../define-rule.ts';

/** Phrases that fit any photo. */
const phrases: readonly RegExp[] = [
  /\b(?:captur|embody|encapsulat|reflect|showcas|highlight|convey|evok)(?:e|es|ing|ies)? (?:(?:the|a|an|its|all|both) )?(?:very |true |natural |stunning |quiet |raw )?(?:essence|beauty|spirit|charm|atmosphere|mood|magic|feeling|sense|splendou?r|majesty|elegance|tranquil+ity|serenity)\b/giu,
  /\b(?:creat|giv|add|lend|evok|convey|provid|offer)(?:e|es|ing|s)? (?:an? )?(?:(?:strong|deep|calm|peaceful|certain|overall|quiet) )?(?:sense|feeling|touch|air|atmosphere|mood) of\b/giu,
  /\badd(?:s|ing)? (?:depth|visual interest|character|charm|warmth|texture|contrast|a touch|drama)\b/giu,
  /\b(?:testament to|tapestry of|symphony of|feast for the eyes|a glimpse (?:of|into)|timeless (?:beauty|elegance|charm)|beauty of nature|wonders? of nature|natural beauty|winter wonderland|nestled (?:in|among|between|amidst)|invit(?:es|ing) (?:the )?(?:viewers?|you|us)|draw(?:s|ing) the (?:eye|viewer)|overall composition|visually (?:striking|appealing|stunning|interesting)|picture[- ]perfect|postcard[- ]perfect|perfect (?:example|balance|harmony|blend)|rich in (?:detail|history|culture)|stands? as a (?:testament|symbol|reminder)|bustling with life|full of life|moment frozen in time|frozen in time|breath of fresh air|hidden gem|must[- ]see)\b/giu,
];

/** Moods: what a viewer may feel, said as if it were to be seen. */
const moods: readonly RegExp[] = [
  /\ba sense of \p{L}+/giu,
  /\b(?:exud|radiat|emanat|evok|instil|inspir|whisper|convey)(?:e?s|ing|led|ling)? (?:an? |the |of )?(?:\p{L}+ )?(?:sense|air|feeling|aura|atmosphere|mood|calm|peace|warmth|charm|elegance|serenity|wonder)\b/giu,
  /\b(?:peaceful|tranquil|serene|calm|calming|dreamy|dreamlike|magical|moody|ethereal|cozy|cosy|inviting|mystical|timeless|romantic|nostalgic) (?:atmosphere|mood|ambian?ce|ambience|scene|setting|beauty|landscape|vibe|feel)\b/giu,
  /\binviting (?:\p{L}+ )?(?:reflection|contemplation|exploration|relaxation)\b/giu,
  /\b(?:tells? (?:a|the) story|speaks? to the|in all (?:its|their) glory|at (?:its|their) finest|perfect(?:ly)? (?:for|encapsulat|captur|framed)|(?:the |an? )?(?:interplay|juxtaposition|dance|play) of (?:light|shadow|nature|colou?rs?)|harmonious(?:ly)? (?:blend|balance|composition)|reminder of (?:the|nature)|where nature meets|off the beaten path|sight to behold|for all to see)\b/giu,
];

/** Praise instead of description. One such word may be a person's choice; two are filler. */
const PRAISE =
  /\b(?:beautiful(?:ly)?|stunning(?:ly)?|breathtaking(?:ly)?|picturesque|mesmeri[sz]ing|captivating|enchanting|magnificent|gorgeous|majestic|serene|tranquil|amazing|awe-inspiring|spectacular|idyllic|charming|striking(?:ly)?|ethereal|magical|incredible|wonderful|lovely|exquisite|scenic|vibrant|iconic|dreamlike|surreal|hauntingly|mesmeri[sz]ingly|awe)\b/giu;

export const genericFiller = proseRule({
  id: 'generic-filler',
  severity: 'block',
  check(text): readonly Hit[] {
    const hits = [...phrases, ...moods].flatMap((pattern) =>
      hitsOf(text, pattern, (found) => `"${found}" fits any photo and says nothing of this one`),
    );
    const praise = hitsOf(text, PRAISE, (found) => `"${found}" praises instead of describing`);
    const severity = praise.length > 1 || hits.length > 0 ? 'block' : 'warn';
    return [...hits, ...praise.map((hit) => ({ ...hit, severity }) as const)];
  },
});
