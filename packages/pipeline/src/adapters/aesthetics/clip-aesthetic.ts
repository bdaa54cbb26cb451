import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { loadOnnxModel, type OnnxModel } from './onnx-model.ts';
import { ask, pictureInputOf, type Picture, type PictureInput } from './picture-input.ts';
import { assertAnswersVary } from './sanity.ts';

const linearHead = z.object({ w: z.array(z.number()).min(1), b: z.number() });

/** Turns an embedding of length 1 into a score. */
type Head = { readonly length: number | null; score(embedding: Float32Array): Promise<number> };

/**
 * LAION's aesthetic predictor on CLIP, about 1 worst … 10 best, in three forms: one graph from picture to score (`headPath` null), a vision tower with
 * the predictor as a second graph (`.onnx`), or with its weights `{"w": […], "b": …}` (`.json`): without activations it is a linear
 * map. Throws in words when the files are no such model.
 */
export async function openClipAesthetic(
  path: string,
  headPath: string | null,
): Promise<(picture: Picture) => Promise<number>> {
  const tower = await loadOnnxModel(path);
  const input = await pictureInputOf(tower, () => clipHabits);
  const head = headPath === null ? null : await openHead(headPath);
  const answer = async (picture: Picture) => {
    const outputs = await ask(tower, input, picture);
    return head === null ? fusedScore(tower, outputs) : head.score(normalised(embeddingOf(tower, outputs, head)));
  };
  await assertAnswersVary(headPath ?? path, answer);
  return answer;
}

const clipHabits: Omit<PictureInput, 'widthPx' | 'heightPx' | 'layout' | 'bytes'> = {
  resize: 'crop',
  interpolation: 'bicubic',
  channelOrder: 'rgb',
  mean: [0.48145466, 0.4578275, 0.40821073],
  std: [0.26862954, 0.26130258, 0.27577711],
};

async function openHead(path: string): Promise<Head> {
  if (path.toLowerCase().endsWith('.json')) return linear(path, await readFile(path, 'utf8'));
  const model = await loadOnnxModel(path);
  const last = model.input.shape.at(-1);
  return {
    length: typeof last === 'number' && last > 0 ? last : null,
    async score(embedding) {
      const shape = model.input.shape.length === 1 ? [embedding.length] : [1, embedding.length];
      return singleOf(path, await model.run(embedding, shape));
    },
  };
}

function linear(path: string, text: string): Head {
  const parsed = z.safeParse(linearHead, JSON.parse(text));
  if (!parsed.success) throw new Error(`${path} is no {"w": [numbers], "b": number}`);
  const { w, b } = parsed.data;
  return {
    length: w.length,
    score: (embedding) => Promise.resolve(embedding.reduce((sum, value, index) => sum + value * w[index]!, b)),
  };
}

/** The output that is named so, else the first whose length the head takes. */
function embeddingOf(
  tower: OnnxModel,
  outputs: Readonly<Record<string, Float32Array>>,
  { length }: Head,
): Float32Array {
  const named = outputs['image_embeds'];
  const fits = (values: Float32Array | undefined) =>
    values !== undefined && (length === null || values.length === length);
  const found = fits(named) ? named : Object.values(outputs).find(fits);
  if (found !== undefined) return found;
  const lengths = Object.entries(outputs).map(([name, values]) => `${name}: ${values.length}`);
  throw new Error(
    `${tower.path} has no output of ${length} numbers, which its second part wants (${lengths.join(', ')})`,
  );
}

function fusedScore({ path }: OnnxModel, outputs: Readonly<Record<string, Float32Array>>): number {
  return singleOf(path, outputs);
}

function singleOf(path: string, outputs: Readonly<Record<string, Float32Array>>): number {
  const single = Object.values(outputs).find((values) => values.length === 1);
  if (single === undefined)
    throw new Error(`${path} has no output of one number; a vision tower needs its second part (PROOFLINE_CLIP_HEAD)`);
  return single[0]!;
}

/** The predictor was trained on embeddings of length 1; one of length 0 stays. */
function normalised(embedding: Float32Array): Float32Array {
  const length = Math.hypot(...embedding) || 1;
  return embedding.map((value) => value / length);
}
