import type { CaptionContext } from '@proofline/domain/captioner.ts';
import { captureMoment } from './capture-moment.ts';
import { readPlaceName } from './place-name.ts';
import { joiners, plainWords } from './plain-words.ts';

/** IIM 2:25 holds 64 bytes. */
const KEYWORD_MAX_BYTES = 64;

/** Up to `most`, the most telling first: the subject, the place, the category, the time. At least one. */
export function templateKeywords(
  { subject, location, folderDisplayName, fields }: CaptionContext,
  most: number,
): readonly string[] {
  const moment = captureMoment(fields);
  const subjectWords = plainWords(subject);
  const phrase = subjectWords.split(' ').length <= 3 ? [subjectWords] : [];
  const candidates = [
    ...phrase,
    ...singleWords(subjectWords),
    ...(readPlaceName(location)?.parts ?? singleWords(plainWords(location))),
    ...singleWords(plainWords(folderDisplayName)),
    ...[moment?.season, moment?.month, moment?.partOfDay].filter((word) => typeof word === 'string'),
  ];
  const keywords = withoutRepeats(candidates.filter(isKeyword)).slice(0, most);
  return keywords.length > 0 ? keywords : [fitting(subjectWords === '' ? subject.trim() : subjectWords)];
}

function singleWords(text: string): readonly string[] {
  return text.split(' ').map(plainWords);
}

/** Names of the medium and of gear say nothing about the picture. */
const fillers =
  /^(?:photo(?:s|graph|graphs|graphy)?|images?|pictures?|shots?|cameras?|lens|blog|general|misc|other|scenes?)$/iu;

function isKeyword(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  // One or two letters say something in Chinese or Japanese, not in Latin script.
  const longEnough = letters.length >= 3 || (letters !== '' && !/\p{Script=Latin}/u.test(letters));
  return longEnough && !fillers.test(text) && !joiners.has(text.toLowerCase()) && fitting(text) === text;
}

function withoutRepeats(candidates: readonly string[]): readonly string[] {
  const byFolded = new Map<string, string>();
  for (const candidate of candidates) {
    const folded = candidate.toLowerCase();
    if (!byFolded.has(folded)) byFolded.set(folded, candidate);
  }
  return [...byFolded.values()];
}

function fitting(text: string): string {
  const letters = Array.from(text);
  while (new TextEncoder().encode(letters.join('')).length > KEYWORD_MAX_BYTES) letters.pop();
  return letters.join('').trim();
}
