import sharp from 'sharp';
import { z } from 'zod';
import { jsonSchemaOf } from './json-schema-of.ts';
import { readReply } from './read-reply.ts';
import type { Question, Reply } from './vision-model.ts';

const EDGE_PX = 224;
/** What nobody guesses who does not look. */
const painted = { left: 'yellow', right: 'blue' } as const;
const paints = { yellow: { r: 255, g: 220, b: 0 }, blue: { r: 0, g: 40, b: 220 } } as const;

const answer = z.object({ left: z.string(), right: z.string() });

/**
 * A question that only a model with eyes can answer. What a server says of its models is not enough: Ollama has listed models that see without the
 * capability, and models that do not with it.
 */
export async function probeQuestion(): Promise<Question> {
  const half = (paint: keyof typeof paints) => ({
    create: { width: EDGE_PX / 2, height: EDGE_PX, channels: 3 as const, background: paints[paint] },
  });
  const right = await sharp(half(painted.right)).png().toBuffer();
  const image = await sharp({ create: { ...half(painted.left).create, width: EDGE_PX } })
    .composite([{ input: right, left: EDGE_PX / 2, top: 0 }])
    .jpeg({ quality: 90 })
    .toBuffer();
  const schema = jsonSchemaOf(answer);
  return {
    system: 'You look at a picture and answer in JSON only.',
    text: `The picture has two halves, each of one plain colour. Which colour is the left half and which the right half? Answer with one word each, as JSON of this schema: ${JSON.stringify(schema)}`,
    images: [image],
    schema,
    maxTokens: 60,
    temperature: 0,
    seed: 1,
  };
}

/** Null when the model has seen the probe; otherwise what it answered. */
export function probeFailure(reply: Reply): string | null {
  const read = readReply(reply, answer);
  if (read.kind === 'unusable') return read.reason;
  const { left, right } = read.value;
  const saw = left.toLowerCase().includes(painted.left) && right.toLowerCase().includes(painted.right);
  return saw ? null : `it took a ${painted.left} and a ${painted.right} half for ${left} and ${right}`;
}
