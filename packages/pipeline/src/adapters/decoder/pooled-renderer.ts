import type { PhotoRenderer } from '@proofline/domain/rendition.ts';
import type { DecoderPool } from './pool.ts';

/** Renders in a decoder process. */
export function pooledRenderer(pool: DecoderPool): PhotoRenderer {
  return {
    inspect: (originalPath, settings, signal) => pool.run({ kind: 'inspect', originalPath, settings }, signal),
    render: (originalPath, folder, settings, signal) =>
      pool.run({ kind: 'render', originalPath, folder, settings }, signal),
  };
}
