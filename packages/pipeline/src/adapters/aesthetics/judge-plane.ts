import { readFile } from 'node:fs/promises';
import type { AbsentMeasure, UnsettledReading, TechnicalMeasurement } from '@proofline/domain/photo-reading.ts';
import type { Measurement, QualityMeasure } from '@proofline/domain/quality.ts';
import type { Plane } from '@proofline/domain/quality-meter.ts';
import { openClipAesthetic } from './clip-aesthetic.ts';
import { openNima } from './nima.ts';
import { RuntimeMissing } from './onnx-model.ts';
import type { Picture } from './picture-input.ts';

/** A model file that the operator supplies, and what tells its content from another. */
export type ModelFile = { readonly path: string; readonly version: string };

export type AestheticModels = {
  readonly nima: ModelFile | null;
  /** `headPath`: the second part, where the model is a vision tower. */
  readonly clip: (ModelFile & { readonly headPath: string | null }) | null;
};

export type AestheticReading = {
  readonly measurements: readonly Measurement[];
  readonly technical: readonly TechnicalMeasurement[];
  readonly absent: readonly AbsentMeasure[];
  readonly unsettled?: UnsettledReading;
};

/** What is loaded in this process, by version; a model that was refused stays refused. */
const opened = new Map<string, Promise<unknown>>();

/** Asks the learnt models. One that is not configured or was refused leaves its measure absent, with the reason. */
export async function judgePlane(plane: Plane, { nima, clip }: AestheticModels): Promise<AestheticReading> {
  const picture = { rgb: await readFile(plane.path), widthPx: plane.widthPx, heightPx: plane.heightPx };
  const parts = [await judgeByNima(picture, nima), await judgeByClip(picture, clip)];
  const unsettled = parts.map((part) => part.unsettled).find((one) => one !== undefined);
  return {
    measurements: parts.flatMap(({ measurements = [] }) => measurements),
    technical: parts.flatMap(({ technical = [] }) => technical),
    absent: parts.flatMap(({ absent = [] }) => absent),
    ...(unsettled !== undefined && { unsettled }),
  };
}

async function judgeByNima(picture: Picture, file: ModelFile | null): Promise<Partial<AestheticReading>> {
  if (file === null) return notConfigured('nimaScore', 'NIMA');
  try {
    const answer = await once(`nima ${file.version}`, () => openNima(file.path));
    const { mean, spread } = await answer(picture);
    return {
      measurements: [measured('nimaScore', mean, 'nima-onnx', file)],
      technical: [{ measure: 'nimaSpread', value: spread, meter: 'nima-onnx', meterVersion: file.version }],
    };
  } catch (error) {
    return refused('nimaScore', error);
  }
}

async function judgeByClip(picture: Picture, file: AestheticModels['clip']): Promise<Partial<AestheticReading>> {
  if (file === null) return notConfigured('clipAestheticScore', 'CLIP aesthetic');
  try {
    const answer = await once(`clip ${file.version}`, () => openClipAesthetic(file.path, file.headPath));
    return { measurements: [measured('clipAestheticScore', await answer(picture), 'clip-aesthetic-onnx', file)] };
  } catch (error) {
    return refused('clipAestheticScore', error);
  }
}

function once<Model>(key: string, open: () => Promise<Model>): Promise<Model> {
  const model = (opened.get(key) as Promise<Model> | undefined) ?? open();
  opened.set(key, model);
  return model;
}

function measured(measure: QualityMeasure, value: number, meter: string, { version }: ModelFile): Measurement {
  return { measure, value, origin: 'measured', meter, meterVersion: version };
}

function notConfigured(measure: QualityMeasure, name: string): Partial<AestheticReading> {
  return { absent: [{ measure, reason: `no ${name} model is configured` }] };
}

function refused(measure: QualityMeasure, error: unknown): Partial<AestheticReading> {
  const reason = (error as Error).message;
  return {
    absent: [{ measure, reason }],
    ...(error instanceof RuntimeMissing && { unsettled: { until: 'after-a-restart', reason } }),
  };
}
