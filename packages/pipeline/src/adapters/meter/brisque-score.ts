import { assertModelFile } from '../model-file.ts';
import { brisqueScore, readBrisqueModel, type BrisqueModel } from './brisque-model.ts';

/** OpenCV's two files, which the operator supplies, and what tells this pair from another. */
export type BrisqueFiles = { readonly modelPath: string; readonly rangePath: string; readonly version: string };

export type BrisqueJudgement = { readonly score: number } | { readonly absent: string };

const models = new Map<string, Promise<BrisqueModel>>();

/** Scores with the operator's model, or says why it cannot. A model is read once in a process. */
export async function judgeByBrisque(
  features: readonly number[] | null,
  files: BrisqueFiles | null,
): Promise<BrisqueJudgement> {
  if (files === null) return { absent: 'no BRISQUE model is configured' };
  if (features === null) return { absent: 'the photo is too small' };
  try {
    const score = brisqueScore(features, await modelOf(files));
    return score === null ? { absent: 'the photo is flat: there is nothing to judge' } : { score };
  } catch (error) {
    return { absent: (error as Error).message };
  }
}

function modelOf({ modelPath, rangePath, version }: BrisqueFiles): Promise<BrisqueModel> {
  let model = models.get(version);
  if (model === undefined) {
    model = Promise.all([modelPath, rangePath].map(assertModelFile)).then(() => readBrisqueModel(modelPath, rangePath));
    models.set(version, model);
    // What could not be read may be readable the next time.
    model.catch(() => models.delete(version));
  }
  return model;
}
