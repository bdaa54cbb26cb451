import { jsonrepair } from 'jsonrepair';
import type { z } from 'zod';
import type { Reply } from './vision-model.ts';

/** What could be read of a reply, or why nothing could, in words. */
export type ReadReply<Value> =
  | { readonly kind: 'read'; readonly value: Value; readonly isRepaired: boolean }
  | { readonly kind: 'unusable'; readonly reason: string };

/** Longest piece of a reply that a message quotes. */
const QUOTED_CHARS = 80;

/**
 * From strict to forgiving: the reply as JSON; the outermost braces in it (models wrap JSON in fences and small talk); the same after repair (bare keys,
 * single quotes), which is told. A reply that was cut off is never completed: half a sentence is no draft.
 */
export function readReply<Value>({ text, end }: Reply, schema: z.ZodType<Value>): ReadReply<Value> {
  if (end === 'loop') return unusable(`the reply repeats itself: ${quoted(text)}`);
  if (text.trim() === '') return unusable('the reply is empty');
  if (end === 'length') return unusable(`the reply was cut off: ${quoted(text)}`);
  const object = outermostObject(text);
  const readings = [() => text, () => object, () => (object === null ? null : jsonrepair(object))];
  let problem: string | null = null;
  for (const [step, reading] of readings.entries()) {
    const value = jsonOf(reading);
    if (value === undefined) continue;
    const { data, error } = schema.safeParse(value);
    if (error === undefined) return { kind: 'read', value: data, isRepaired: step === readings.length - 1 };
    problem = error.issues.map(({ path, message }) => [...path, message].join(': ')).join('; ');
  }
  return unusable(
    problem === null ? `the reply is not JSON: ${quoted(text)}` : `the reply lacks something: ${problem}`,
  );
}

function jsonOf(reading: () => string | null): unknown {
  try {
    const text = reading();
    return text === null ? undefined : JSON.parse(text);
  } catch {
    // Not JSON by this reading; the next one may be.
    return undefined;
  }
}

function outermostObject(text: string): string | null {
  const [first, last] = [text.indexOf('{'), text.lastIndexOf('}')];
  return first === -1 || last < first ? null : text.slice(first, last + 1);
}

function unusable(reason: string): ReadReply<never> {
  return { kind: 'unusable', reason };
}

function quoted(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return JSON.stringify(line.length > QUOTED_CHARS ? `${line.slice(0, QUOTED_CHARS)}…` : line);
}
