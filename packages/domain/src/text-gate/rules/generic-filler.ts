import { hitsOf, proseRule, type Hit } from '../define-rule.ts';
import { sensesOf } from '../style/word-senses.ts';
import { foldName } from '../word.ts';

/** Phrases that fit any photo. */
const phrases: readonly RegExp[] = [
  /\b(?:captur|embody|encapsulat|reflect|showcas|highlight|convey|evok)(?:e|es|ing|ies)? (?:(?:the|a|an|its|all|both) )?(?:very |true |natural |stunning |quiet |raw )?(?:essence|beauty|spirit|charm|atmosphere|mood|magic|feeling|sense|splendou?r|majesty|elegance|tranquil+ity|serenity)\b/giu,
  /\b(?:creat|giv|add|lend|evok|convey|provid|offer)(?:e|es|ing|s)? (?:an? )?(?:(?:strong|deep|calm|peaceful|certain|overall|quiet) )?(?:sense|feeling|touch|air|atmosphere|mood) of\b/giu,
  /\badd(?:s|ing)? (?:depth|visual interest|character|charm|warmth|texture|contrast|a touch|drama)\b/giu,
  /\b(?:testament to|tapestry of|symphony of|feast for the (?:eyes|senses|soul)|a glimpse (?:of|into)|timeless (?:beauty|elegance|charm)|beauty of nature|wonders? of nature|natural beauty|winter wonderland|nestled (?:in|among|between|amidst)|invit(?:es|ing) (?:the )?(?:viewers?|you|us)|draw(?:s|ing) the (?:eye|viewer)|overall composition|visually (?:striking|appealing|stunning|interesting)|picture[- ]perfect|postcard[- ]perfect|perfect (?:example|balance|harmony|blend)|rich in (?:detail|history|culture)|stands? as a (?:testament|symbol|reminder)|bustling with life|full of life|moment frozen in time|frozen in time|breath of fresh air|hidden gem|must[- ]see)\b/giu,
];

/** Moods: what a viewer may feel, said as if it were to be seen. */
const moods: readonly RegExp[] = [
  // A moral: what the photo is said to teach.
  /\b(?:show|prov|remind|teach|demonstrat|illustrat)(?:e?s|ing)? (?:us |everyone |the world )?that (?:\p{L}+ ){1,5}(?:always|never|truly|really|matters?|pays? off|possible|worth|can be|knows? no)\b|\bhard work and (?:dedication|patience|perseverance)\b|\b(?:proof|a lesson) that\b/giu,
  /\ba sense of \p{L}+/giu,
  /\b(?:exud|radiat|emanat|evok|instil|inspir|whisper|convey)(?:e?s|ing|led|ling)? (?:an? |the |of )?(?:\p{L}+ )?(?:sense|air|feeling|aura|atmosphere|mood|calm|peace|warmth|charm|elegance|serenity|wonder)\b/giu,
  /\b(?:peaceful|tranquil|serene|calm|calming|dreamy|dreamlike|magical|moody|ethereal|cozy|cosy|inviting|mystical|timeless|romantic|nostalgic) (?:atmosphere|mood|ambian?ce|ambience|scene|setting|beauty|landscape|vibe|feel)\b/giu,
  /\binviting (?:\p{L}+ )?(?:reflection|contemplation|exploration|relaxation)\b/giu,
  /\b(?:tells? (?:a|the) story|speaks? to the|in all (?:its|their) glory|at (?:its|their) finest|perfect(?:ly)? (?:for|encapsulat|captur|framed)|(?:the |an? )?(?:interplay|juxtaposition|dance|play) of (?:light|shadow|nature|colou?rs?)|harmonious(?:ly)? (?:blend|balance|composition)|reminder of (?:the|nature)|where nature meets|off the beaten path|sight to behold|for all to see)\b/giu,
  /(?<!(?:enter\p{L}*|upper|through|earth['’]s|leav\p{L}+|into|above|outside) (?:the )?)\b(?:atmosphere|ambian?ce|ambience|vibes?|aura|tranquil+ity|serenity|essence|aesthetics?)\b/giu,
  /\b(?:the|an?) (?:(?:overall|general|prevailing) )?(?:mood|tone|feel|composition|colou?r palette) (?:of|at|in|is|feels|remains)\b|\boverall (?:mood|tone|feel|look|effect|impression|scene)\b/giu,
  /\b(?:evok|exud|embod|epitomi[sz]|encapsulat|captivat|beckon|mesmeri[sz]|enchant|entic|enthral)(?:e|es|ed|ing|s|ies|led|ling|ls)\b/giu,
  /\b(?:peaceful|perfect|tranquil|serene|ideal|idyllic|welcome|unforgettable|delightful|magical|cozy|cosy|romantic|memorable) (?:escape|retreat|refuge|haven|oasis|backdrop|getaway|spot|place|moment|day|experience|sight|destination|evening|morning|display|view|sanctuary)\b|\bhustle and bustle\b|\b(?:mother )?nature['’]s (?:own )?\p{L}+/giu,
  /\b(?:the|its|with|natural|rustic|timeless|quiet|pure|sheer|raw|old-world) (?:\p{L}+ )?(?:beauty|charm|splendou?r|magic|majesty|allure|wonders?|grandeur|elegance|simplicity)\b(?! (?:parlou?r|salon|pageant|contest|queen|shop|mirror|tricks?|show|bracelet))/giu,
  /\b(?:rich|cultural|vibrant|diverse|colou?rful|unique|deep) (?:\p{L}+ ){0,2}(?:heritage|cultures?|history|traditions?|tapestry|diversity|blend|mix|character)\b/giu,
  /\badd(?:s|ing)? (?:an?|to the) (?:\p{L}+ ){0,2}(?:touch|pop|layer|element|dimension|contrast|flair|beauty|charm|interest|appeal|drama|feel|warmth|character)\b|\b(?:stark|striking|beautiful|vivid|nice|lovely|stunning) contrast\b|\b(?:leav|mak)(?:es?|ing) (?:an?|it an?) (?:lasting|perfect|great|ideal|unforgettable|popular|strong)\b/giu,
  /\b(?:remind(?:s|ing)|allow(?:s|ing)|transport(?:s|ing)|tak(?:es?|ing)|draw(?:s|ing)|immers(?:es?|ing)|mak(?:es?|ing)|welcom(?:es?|ing)|leav(?:es?|ing)) (?:the )?(?:us|viewers?|visitors?|you|one(?! of)|onlookers?|everyone|all who)\b(?: \p{L}+)? (?:of|to|feel|away|into|on|a|breathless|who|in awe|wanting)\b/giu,
  // Colours as a column of a table, and what is known of a kind instead of what is seen of one.
  /\b(?:is|are|was|were) (?:\p{L}+ )?\p{L}+ in colou?r\b/giu,
  /(?<=\p{Lu}\p{Ll}+s )are (?:[\p{L}-]+ ){0,4}(?:mammals|birds|fish|insects|reptiles|amphibians|animals|plants|trees|flowers|fruits|dishes|buildings|vehicles|structures|creatures|predators|species) (?:that|which|known|found|native|often|commonly)\b/gu,
  /\bdestined (?:to|for)\b|\bworld-(?:class|famous|renowned)\b|\b(?:award-winning|highly sought-after|must-try)\b/giu,
  // How the picture is built, and whoever looks at it.
  /\bleading lines\b|\b(?:guid|lead|draw|direct|steer|pull)(?:s|es|ing)? (?:the|your|our) (?:composition|eyes?|gaze|attention|viewers?|observers?|onlookers?)\b|\b(?:the|an|every|any) (?:observer|onlooker|beholder|viewer)(?:['’]s)?\b(?! (?:team|corps|post|tower|mission))|\b(?:focal point|negative space|vanishing point|visual (?:weight|anchor|rhythm|flow))\b/giu,
  // A moment is nothing that can be seen: somebody's feeling is put into it.
  /\b(?:shar|enjoy|savou?r|cherish|experienc)(?:e|es|ed|s|ing)? (?:an?|the|this|their|its) (?:\p{L}+ ){0,2}moments?\b|\b(?:intimate|tender|private|quiet|special|fleeting|candid|precious|poignant|heartfelt|joyful|playful) (?:\p{L}+ )?moments?\b/giu,
  // What cannot be seen, said of something that can.
  /\b(?:symbol|display|burst|expression|glimpse|blend|moment|touch|hint|sign|spirit|feeling|air|sense|source|place|world|bit|scene|image|picture|promise|state|celebration|spectacle|show|reflection) of (?:(?:pure|quiet|human|natural|great|deep|true|inner|the|raw|everyday|cultural|winter['’]s|nature['’]s) )*(?:ingenuity|devotion|resilience|harmony|solitude|vitality|nostalgia|wonder|mystery|peace|hope|freedom|perseverance|unity|diversity|simplicity|tranquil+ity|serenity|warmth|joy|beauty|charm|elegance|grace|creativity|adventure|romance|connection|strength|timelessness|calm|stillness|whims[yi]\p{L}*|magic|luxury|power|relaxation|togetherness|reverence|isolation|grandeur|allure)\b/giu,
  /\b(?:marvel|embodiment|beacon|epitome|realm|kaleidoscope|haven|mosaic|wealth|dance) of\b|\b(?:human|man['’]s) (?:ingenuity|spirit|resilience|creativity|connection|nature)\b|\b(?:time (?:stands|stood|seems to stand) still|simple (?:things|pleasures|joys?)|(?:worries|cares) (?:fade|melt|slip)|melts? (?:the |your |many )?hearts?|warms? the (?:heart|soul)|(?:enduring|timeless|undeniable|irresistible) \p{L}+|embrace of|(?:warm|golden|gentle|icy|cold|soft) embrace|way of life|raw power|power of nature|forces? of nature|silent (?:sentinels?|witness(?:es)?|guardians?)|standing? (?:guard|sentinel)|lasting impression|food for the soul|soul of|heart and soul)\b/giu,
  /\b(?:burst(?:s|ing)?|brim(?:s|ming)?|alive|teem(?:s|ing)?|filled|infused|imbued|pulsat\p{L}+|buzz(?:es|ing)|bustl(?:es|ing)|overflow(?:s|ing)?|radiat\p{L}+) with (?:\p{L}+ )?(?:colou?rs?|life|energy|joy|charm|love|history|warmth|activity|emotion|excitement|character|wonder|beauty|light and life)\b/giu,
  /\binvit(?:es|ing) (?:one|all|everyone|passers-by|exploration|contemplation|relaxation|quiet)\b|\benjoy(?:s|ing)? the (?:simple|beauty|peace|calm|quiet|serenity|moment|view|scenery|great outdoors|natural)\b|\bvisually \p{L}+|\b(?:accentuat|exemplif|underscor|emphasi[sz])(?:e|es|ing|ies|ying) (?:the|its|their) (?:\p{L}+ )?(?:beauty|cold|charm|scale|drama|solitude|isolation|grandeur|mood|serenity|contrast|stillness|vastness)\b/giu,
];

/** Praise instead of description. One such word may be a person's choice; two are filler. */
const PRAISE =
  /\b(?:beautiful(?:ly)?|stunning(?:ly)?|breathtaking(?:ly)?|picturesque|mesmeri[sz]ing|captivating|enchanting|magnificent|gorgeous|majestic|serene|tranquil|amazing|awe-inspiring|spectacular|idyllic|charming|striking(?:ly)?|ethereal|magical|incredible|gracefully|majestically|proudly|serenely|peacefully|elegantly|effortlessly|seamlessly|harmonious(?:ly)?|whimsical|quaint|alluring|delightful|extraordinary|unforgettable|pristine|remarkable|showcas(?:e|es|ing)|impressive|fascinating|beauty|bask(?:s|ing)?|wonderful|lovely|exquisite|scenic|vibrant|iconic|dreamlike|surreal|hauntingly|mesmeri[sz]ingly|awe)\b/giu;

export const genericFiller = proseRule({
  id: 'generic-filler',
  severity: 'block',
  check(text, { subject }): readonly Hit[] {
    const named = namedIn(text, subject);
    const isOwn = ({ span }: Hit) => named.some(({ start, end }) => span.start < end && span.end > start);
    const hits = [...phrases, ...moods]
      .flatMap((pattern) => hitsOf(text, pattern, (found) => `"${found}" fits any photo and says nothing of this one`))
      .filter((hit) => !isOwn(hit));
    const praise = hitsOf(text, PRAISE, (found) => `"${found}" praises instead of describing`).filter(
      (hit) => !isOwn(hit) && !isBlow(text, hit.span),
    );
    const severity = praise.length > 1 || hits.length > 0 ? 'block' : 'warn';
    return [...hits, ...praise.map((hit) => ({ ...hit, severity }) as const)];
  },
});

/** A bird that stuns a fish, a man on a ladder striking reed: the word has its object behind it or whoever does it in front. */
function isBlow(text: string, { start, end }: Hit['span']): boolean {
  if (!/^(?:stunning|striking)$/iu.test(text.slice(start, end))) return false;
  if (/^ (?:the|an?|his|her|its|their|it|them|him|each|another|one|two|at|against)\b/iu.test(text.slice(end)))
    return true;
  const before = /([\p{L}-]+) $/u.exec(text.slice(0, start))?.[1];
  return before !== undefined && (sensesOf(foldName(before)).senses[0]?.name.startsWith('noun') ?? false);
}

/** Where the text names its subject, which the operator typed: the Wonder Wheel, a beauty queen. */
function namedIn(text: string, subject: string): readonly Hit['span'][] {
  const name = subject.trim().toLowerCase();
  if (name === '') return [];
  const lower = text.toLowerCase();
  const starts = Array.from({ length: lower.length }, (_, index) => index).filter((index) =>
    lower.startsWith(name, index),
  );
  return starts.map((start) => ({ start, end: start + name.length }));
}
