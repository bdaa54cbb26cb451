import { createHash } from 'node:crypto';
import type { CaptionContext, Captioner } from '@proofline/domain/captioner.ts';
import type { PhotoFields } from '@proofline/domain/photo-metadata.ts';
import { defaultGateSettings, type TextLimits } from '@proofline/domain/text-gate/gate-settings.ts';
import { captureMoment } from './capture-moment.ts';
import type { CaptureMoment } from './capture-moment.ts';
import { readPlaceName } from './place-name.ts';
import { firstWords, plainWords, wordCount } from './plain-words.ts';
import { templateKeywords } from './template-keywords.ts';

/**
 * Composes text from what the operator typed and what the clock of the camera said. No model is asked, the pixels are not looked at and
 * nothing is invented, so its trust is always low: it is a start for the person who writes.
 */
export function createTemplateCaptioner(limits: TextLimits = defaultGateSettings): Captioner {
  const promptVersion = promptVersionOf(limits);
  return {
    id: 'template',
    version: () => Promise.resolve(promptVersion),
    problems: () => Promise.resolve([]),
    async draft(_modelInputPath, context, signal) {
      signal.throwIfAborted();
      const startedAt = performance.now();
      const facts = factsOf(context);
      return {
        captioner: 'template',
        model: null,
        modelDigest: null,
        promptVersion,
        caption: caption(facts, limits.captionWords),
        altText: altText(facts, limits.altTextWords.most),
        keywords: templateKeywords(context, limits.keywords.most),
        confidence: 'low',
        latencyMs: performance.now() - startedAt,
      };
    },
  };
}

/** Longest subject and place in a sentence: with these every text keeps the usual limits and still has its number in the set. */
const SUBJECT_MAX_WORDS = 11;
const PLACE_MAX_WORDS = 5;

/** All fixed wording. A sentence is used only when every fact it asks for is known; the more facts the better. */
const wording = {
  captions: [
    '{Subject} in {place}, on {aPartOfDay} in {monthAndYear}',
    '{Subject} in {place}, {partOfDay} in {monthAndYear}',
    '{monthAndYear} in {place}: {subject} {partOfDay}',
    '{Subject} in {place}, in {monthAndYear}',
    '{monthAndYear} in {place}: {subject}',
    '{Subject}, on {aPartOfDay} in {monthAndYear}',
    '{Subject}, in {monthAndYear}',
    '{Subject} in {place}',
    '{Subject}',
  ],
  /** Place and time are the caption's: an alt text that says the same beside it is noise. */
  altTexts: [
    '{Shape} view of {subject}',
    '{Shape} composition with {subject}',
    '{Shape} scene with {subject}',
    'View of {subject}',
  ],
  /** Behind every sentence, so that no two photos of a set get the same text. True of a photo that is alone in its set as well. */
  ending: 'number {number} in its series',
  /** What an alt text should say, and nobody who has not looked can. */
  notSeen: 'details not described in words',
  /** For texts that are too short otherwise. */
  noMoreFacts: 'with no further place or time given',
} as const;

/** Raised when the rules below change the text of a draft; the wording counts by itself. */
const RULES_VERSION = 3;

function promptVersionOf({ captionWords, altTextWords, keywords }: TextLimits): string {
  const parts = JSON.stringify([RULES_VERSION, wording, captionWords, altTextWords, keywords.most]);
  return `template-${createHash('sha256').update(parts).digest('hex').slice(0, 12)}`;
}

/** What a sentence may ask for; absent where it is not known. */
type Facts = Readonly<Partial<Record<string, string>>>;

function factsOf({ subject, location, fields, numberInSet }: CaptionContext): Facts {
  const words = firstWords(plainWords(subject) || subject.trim(), SUBJECT_MAX_WORDS);
  const place = readPlaceName(location);
  const moment = captureMoment(fields);
  return known({
    subject: words,
    Subject: words.charAt(0).toUpperCase() + words.slice(1),
    place: place && firstWords(place.afterIn, PLACE_MAX_WORDS),
    Shape: shape(fields),
    month: moment?.month,
    monthAndYear: moment?.monthAndYear,
    ...partOfDay(moment),
    number: String(numberInSet),
  });
}

function known(facts: Readonly<Record<string, string | null | undefined>>): Facts {
  return Object.fromEntries(Object.entries(facts).flatMap(([name, text]) => (text ? [[name, text]] : [])));
}

/** As it is looked at, after the EXIF orientation: 5–8 turn it by a quarter. */
function shape({ widthPx, heightPx, orientation }: PhotoFields): string | null {
  if (widthPx === undefined || heightPx === undefined) return null;
  if (widthPx === heightPx) return 'Square';
  return widthPx > heightPx === (orientation ?? 1) < 5 ? 'Horizontal' : 'Vertical';
}

function partOfDay(moment: CaptureMoment | null): Readonly<Record<string, string>> {
  if (moment === null || moment.partOfDay === null) return {};
  const named = [moment.season, moment.partOfDay].filter((word) => word !== null).join(' ');
  return {
    aPartOfDay: `${/^[aeiou]/u.test(named) ? 'an' : 'a'} ${named}`,
    partOfDay: moment.partOfDay === 'night' ? 'at night' : `in the ${moment.partOfDay}`,
  };
}

function caption(facts: Facts, words: TextLimits['captionWords']): string {
  return compose(facts, wording.captions, words);
}

function altText(facts: Facts, most: number): string {
  const numbered = wording.altTexts.map((sentence) => `${sentence}, ${wording.ending}`);
  const honest = numbered.map((sentence) => `${sentence}, ${wording.notSeen}`);
  return `${richest(honest, facts, most) ?? richest(numbered, facts, most) ?? shortest(numbered, facts)}.`;
}

function compose(facts: Facts, sentences: readonly string[], words: TextLimits['captionWords']): string {
  const numbered = sentences.map((sentence) => `${sentence}, ${wording.ending}`);
  const text = richest(numbered, facts, words.most) ?? shortest(numbered, facts);
  return wordCount(text) < words.least ? `${text}, ${wording.noMoreFacts}.` : `${text}.`;
}

/** Of the sentences that ask for the most facts and fit, one by the number in the set: neighbours are worded differently. */
function richest(sentences: readonly string[], facts: Facts, mostWords: number): string | null {
  const fitting = sentences.flatMap((sentence) => {
    const text = fillIn(sentence, facts);
    if (text === null || wordCount(text) > mostWords) return [];
    return [{ text, facts: sentence.match(PLACEHOLDER)?.length ?? 0 }];
  });
  const most = Math.max(...fitting.map((one) => one.facts));
  const best = fitting.filter((one) => one.facts === most);
  const chosen = best[(Number(facts['number']) - 1) % best.length];
  return chosen?.text ?? null;
}

/** For limits that no sentence keeps: the gate says so, and a person writes another. */
function shortest(sentences: readonly string[], facts: Facts): string {
  const texts = sentences.map((sentence) => fillIn(sentence, facts)).filter((text) => text !== null);
  return texts.reduce((short, text) => (wordCount(text) < wordCount(short) ? text : short));
}

const PLACEHOLDER = /\{(\w+)\}/gu;

function fillIn(sentence: string, facts: Facts): string | null {
  const asked = Array.from(sentence.matchAll(PLACEHOLDER), ([, name = '']) => name);
  if (asked.some((name) => facts[name] === undefined)) return null;
  return sentence.replaceAll(PLACEHOLDER, (_, name: string) => facts[name] ?? '');
}
