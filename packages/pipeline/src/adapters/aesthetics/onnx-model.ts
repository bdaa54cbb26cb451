import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { assertModelFile } from '../model-file.ts';

/** One input and the outputs of a loaded model; names come from the file, never from us. */
export type OnnxModel = {
  readonly path: string;
  readonly input: TensorDescription;
  readonly outputs: readonly TensorDescription[];
  /** All outputs by name, as plain numbers. */
  run(data: Float32Array | Uint8Array, shape: readonly number[]): Promise<Readonly<Record<string, Float32Array>>>;
};

type TensorDescription = {
  readonly name: string;
  readonly type: Tensor.Type;
  readonly shape: readonly (number | string)[];
};

/** Throws in words when the model cannot be loaded or is not of one tensor. Pixels of one photo keep one core busy and no more. */
export async function loadOnnxModel(path: string): Promise<OnnxModel> {
  await assertModelFile(path);
  const runtime = await loadRuntime();
  const session = await runtime.InferenceSession.create(path, { intraOpNumThreads: 1, interOpNumThreads: 1 });
  const inputs = session.inputMetadata.map(tensorOf);
  const outputs = session.outputMetadata.map(tensorOf);
  const [input] = inputs;
  if (input === undefined || inputs.length > 1)
    throw new Error(
      `${path} wants ${inputs.length} inputs (${session.inputNames.join(', ')}) where one picture is given`,
    );
  return {
    path,
    input,
    outputs,
    async run(data, shape) {
      const tensor =
        data instanceof Uint8Array
          ? new runtime.Tensor('uint8', data, shape)
          : new runtime.Tensor('float32', data, shape);
      const results = await session.run({ [input.name]: tensor });
      return Object.fromEntries(
        Object.entries(results).map(([name, value]) => [name, Float32Array.from(value.data as Float32Array)]),
      );
    },
  };
}

/** Nothing that a model file could be blamed for: another installation may load it. */
export class RuntimeMissing extends Error {
  override readonly name = 'RuntimeMissing';
}

/** An optional dependency of 113 MB that only those load who configured a model. */
async function loadRuntime(): Promise<typeof import('onnxruntime-node')> {
  try {
    return await import('onnxruntime-node');
  } catch (cause) {
    throw new RuntimeMissing('onnxruntime-node is not installed or does not run on this machine', { cause });
  }
}

function tensorOf(value: InferenceSession.ValueMetadata): TensorDescription {
  if (value.isTensor) return { name: value.name, type: value.type, shape: value.shape };
  throw new Error(`${value.name} of the model is no tensor`);
}
