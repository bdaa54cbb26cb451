import { readFile } from 'node:fs/promises';
import { NoUsableDraft } from '@proofline/domain/captioner.ts';
import type { SubjectSuggestion } from '@proofline/domain/subject-suggestion.ts';
import { z } from 'zod';
import { jsonSchemaOf } from './json-schema-of.ts';
import { plainWords } from './plain-words.ts';
import type { PromptParameters } from './draft-prompt.ts';
import { readReply } from './read-reply.ts';
import type { VisionModel } from './vision-model.ts';

const MAX_TOKENS = 200;
/** As the original: longer does not fit into a file name with place and camera (original-system.md §4.3). */
const SUBJECT_CHARS = 60;
/** Not what a photo shows, and never part of a subject. */
const neverInSubject = /\b(?:macro|photography|photos?|images?|pictures?|shots?|hdr|series|set)\b/giu;

const asked = z.object({ subject: z.string(), detail: z.string(), confidence: z.number().min(0).max(100) });

const system = [
  'You look at a few photographs of one series and say what they show together. Answer with one JSON object and nothing else.',
  'subject: two to five English words in Title Case for what all of them show, such as Frozen Lake or Cosmos Flowers. Use the general word when you are not sure of a species or type.',
  'Never put a place, a person, a colour alone, or the words photo, image, macro or photography into the subject.',
  'detail: one short sentence on what the subject was read from. confidence: 0 to 100.',
].join('\n');

/** One question about all of the photos; strict JSON, or nothing. */
export async function suggestSubject(
  model: VisionModel,
  modelInputPaths: readonly string[],
  { temperature, seed }: PromptParameters,
  signal: AbortSignal,
): Promise<Pick<SubjectSuggestion, 'subject' | 'detail' | 'confidence'>> {
  const schema = jsonSchemaOf(asked);
  const images = await Promise.all(modelInputPaths.map((path) => readFile(path, { signal })));
  const text = `${images.length} photographs of one series. Answer as JSON of this schema: ${JSON.stringify(schema)}`;
  const reply = await model.ask({ system, text, images, schema, maxTokens: MAX_TOKENS, temperature, seed }, signal);
  const read = readReply(reply, asked);
  if (read.kind === 'unusable') throw new NoUsableDraft(`the model ${model.name} suggested no subject: ${read.reason}`);
  const subject = titleCase(plainWords(read.value.subject.replaceAll(neverInSubject, ' '))).slice(0, SUBJECT_CHARS);
  if (subject.trim() === '') throw new NoUsableDraft(`the model ${model.name} suggested no subject that names a thing`);
  return { subject: subject.trim(), detail: plainWords(read.value.detail), confidence: read.value.confidence / 100 };
}

function titleCase(words: string): string {
  return words.replaceAll(/(^|[\s-])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
