import type { DraftLogprobs } from '@proofline/domain/text-draft.ts';
import type { ReplyToken } from './vision-model.ts';

/** A string of the reply that a person will read, by its place in the bytes of the reply. */
type Span = { readonly key: string; readonly start: number; readonly end: number };

/** Kept to this many digits: more says nothing. */
const ROUNDED = 1_000;

const fieldOfKey: Readonly<Record<string, keyof DraftLogprobs>> = {
  caption: 'caption',
  alt_text: 'altText',
  keywords: 'keywords',
};

/**
 * Sorts the tokens of a JSON reply by the value they are part of. Null when tokens and text do not fit together (the tokens of hidden reasoning are in the
 * same list): wrong figures would be worse than none.
 */
export function valueLogprobs(text: string, tokens: readonly ReplyToken[]): DraftLogprobs | null {
  const bytes = Buffer.from(text);
  if (tokens.length === 0 || !bytes.equals(Buffer.concat(tokens.map((token) => token.bytes)))) return null;
  const found: Record<keyof DraftLogprobs, number[]> = { caption: [], altText: [], keywords: [] };
  const spans = stringValues(bytes);
  let offset = 0;
  for (const { bytes: own, logprob } of tokens) {
    const start = offset;
    offset += own.length;
    const span = spans.find((one) => start > one.start && start < one.end);
    const field = span === undefined ? undefined : fieldOfKey[span.key];
    if (field !== undefined) found[field].push(Math.round(logprob * ROUNDED) / ROUNDED);
  }
  return found;
}

const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a];

/** Every string of the JSON that is no key, under the last key before it. Start is the first byte behind the quote. */
function stringValues(bytes: Buffer): readonly Span[] {
  const spans: Span[] = [];
  let key = '';
  for (let at = bytes.indexOf(QUOTE); at !== -1; at = bytes.indexOf(QUOTE, at + 1)) {
    const start = at + 1;
    const end = endOfString(bytes, start);
    if (isKey(bytes, end)) key = bytes.toString('utf8', start, end);
    else spans.push({ key, start, end });
    at = end;
  }
  return spans;
}

function endOfString(bytes: Buffer, start: number): number {
  let at = start;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}

function isKey(bytes: Buffer, end: number): boolean {
  let at = end + 1;
  while (at < bytes.length && (bytes[at] ?? 0) <= 0x20) at += 1;
  return bytes[at] === COLON;
}
