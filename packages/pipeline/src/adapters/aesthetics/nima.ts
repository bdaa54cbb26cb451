import { loadOnnxModel } from './onnx-model.ts';
import { ask, pictureInputOf, type Picture, type PictureInput } from './picture-input.ts';
import { assertAnswersVary } from './sanity.ts';

/** Bins of the scores 1 … 10. */
const BINS = 10;
/** How far the ten shares may be from adding up to 1 before they are no shares. */
const SUM_TOLERANCE = 0.02;

export type NimaAnswer = {
  /** 1 worst … 10 best. */
  readonly mean: number;
  /** Standard deviation of the predicted judgements: how much people would disagree. */
  readonly spread: number;
};

/** Talebi and Milanfar 2018: the predicted distribution of people's scores. Throws in words when the file is no such model. */
export async function openNima(path: string): Promise<(picture: Picture) => Promise<NimaAnswer>> {
  const model = await loadOnnxModel(path);
  const input = await pictureInputOf(model, habitsOf);
  const answer = async (picture: Picture) => answerOf(path, await ask(model, input, picture));
  await assertAnswersVary(path, async (picture) => (await answer(picture)).mean);
  return answer;
}

/** Channels last: Keras, as idealo's MobileNet (bytes / 127.5 - 1, squashed by nearest neighbour). Channels first: PyTorch on ImageNet's statistics. */
function habitsOf(layout: PictureInput['layout']): Omit<PictureInput, 'widthPx' | 'heightPx' | 'layout' | 'bytes'> {
  return layout === 'nhwc'
    ? { resize: 'squash', interpolation: 'nearest', channelOrder: 'rgb', mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] }
    : {
        resize: 'squash',
        interpolation: 'bilinear',
        channelOrder: 'rgb',
        mean: [0.485, 0.456, 0.406],
        std: [0.229, 0.224, 0.225],
      };
}

function answerOf(path: string, outputs: Readonly<Record<string, Float32Array>>): NimaAnswer {
  const shares = Object.values(outputs).find((values) => values.length === BINS);
  if (shares === undefined) throw new Error(`${path} has no output of ${BINS} numbers, one for each score`);
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) > SUM_TOLERANCE || shares.some((share) => share < 0))
    throw new Error(
      `${path} answers with ${BINS} numbers that are no shares (they add up to ${sum.toFixed(3)}): export it with its softmax`,
    );
  const mean = shares.reduce((total, share, bin) => total + (share / sum) * (bin + 1), 0);
  const variance = shares.reduce((total, share, bin) => total + (share / sum) * (bin + 1 - mean) ** 2, 0);
  return { mean, spread: Math.sqrt(variance) };
}
