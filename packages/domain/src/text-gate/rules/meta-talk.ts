import { hitsOf, proseRule } from '../define-rule.ts';

/** Words about the task instead of the photo: what small models leak of their reasoning and of the conversation. */
const patterns: readonly RegExp[] = [
  /\bthe user(?:['’]s)?\b|\balt[ -]texts?\b|\bmetadata\b|\bJSON\b/giu,
  /\bI(?:['’]m|['’]ll|['’]d|['’]ve)? (?:should|need|must|would|will|can|could|have|think|believe|see|notice|was|am|want|understand)\b/gu,
  /\b(?:requested|provided|suitable|possible|suggested|following|concise|short|descriptive|one-sentence|given|above|below) (?:captions?|descriptions?|alt|keywords?|image|photo|subject|location)\b/giu,
  /\bthe (?:user|prompt|request|task|instructions?) (?:wants?|asks?|asked|says?|said|requires?|needs?|states?)\b/giu,
  /\b(?:based on|according to|as (?:specified|stated|given|described|mentioned|requested) (?:in|by)|following) (?:the|your|these|this) (?:[\p{L}]+ )?(?:context|prompt|metadata|instructions?|information|input|request|exif|file|details)\b/giu,
  /\b(?:let me|let['’]s|I will|I['’]ll|I need to|I should|I have to|I would|I['’]d) (?:\p{L}+ )?(?:describe|write|create|provide|generate|try|make|analy[sz]e|craft|think|start|say|come up)\b/giu,
  /\blet me know\b|\bI hope this\b|\bhappy to help\b|\bfeel free\b|\byou asked for\b|\bas requested\b/giu,
  /^(?:okay|ok|sure|certainly|of course|absolutely|alright|great)\s*[,!.:]/giu,
  /\b(?:word|character|keyword) (?:count|limit)\b|\b(?:must|should|needs? to) be (?:named|mentioned|included|written) in the (?:caption|alt text|keywords)\b/giu,
  /<\/?think(?:ing)?>|\b(?:json|caption|alt[ -]?text) (?:format|field|output|object)\b/giu,
  /\b(?:a|the|this|your) (?:caption|alt[ -]?text|keywords?) (?:of|with|for|that|should|must|about|you|is|in)\b/giu,
];

export const metaTalk = proseRule({
  id: 'meta-talk',
  severity: 'block',
  check: (text) =>
    patterns.flatMap((pattern) =>
      hitsOf(text, pattern, (found) => `"${found}" talks about the task, not about the photo`),
    ),
});
