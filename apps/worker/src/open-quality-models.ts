import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { QualityModels } from '@proofline/pipeline/adapters/decoder/pooled-quality-meter.ts';
import type { Config } from '@proofline/runtime/config.ts';
import type { Logger } from '@proofline/runtime/logger.ts';

const VERSION_DIGITS = 12;

/**
 * Gives each configured model its version, the start of the SHA-256 of its files. A file that cannot be read stops nothing: its measure is absent, and
 * the photo says why.
 */
export async function openQualityModels(
  { brisque, nima, clip }: Config['qualityModels'],
  logger: Pick<Logger, 'info' | 'warn'>,
): Promise<QualityModels> {
  const version = async (name: string, paths: readonly string[]) => {
    try {
      const digest = await versionOf(paths);
      logger.info({ model: name, paths, version: digest }, 'a quality model is configured');
      return digest;
    } catch (error) {
      const problem = (error as Error).message;
      logger.warn(
        { model: name, paths, problem },
        `the ${name} model cannot be read; its score stays a stand-in (proxy) and is marked so; mend the setting or the file, and start again`,
      );
      return 'unreadable';
    }
  };
  return {
    brisque:
      brisque === null
        ? null
        : { ...brisque, version: await version('brisque', [brisque.modelPath, brisque.rangePath]) },
    nima: nima === null ? null : { path: nima, version: await version('nima', [nima]) },
    clip:
      clip === null
        ? null
        : {
            ...clip,
            version: await version('clip', clip.headPath === null ? [clip.path] : [clip.path, clip.headPath]),
          },
  };
}

async function versionOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) await pipeline(createReadStream(path), hash, { end: false });
  return hash.digest('hex').slice(0, VERSION_DIGITS);
}
