import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@proofline/domain/domain-error.ts';
import { RefusedPhoto } from '@proofline/domain/refusal.ts';
import type { RenderSettings } from '@proofline/domain/rendition.ts';
import { DecoderCrashed } from './decoder-crashed.ts';
import { openDecoderPool, type DecoderPool } from './pool.ts';

/** Pictures that people ask for, made beside the work on the stages and never at its cost. */
export type PhotoViewer = {
  /**
   * JPEG bytes of the photo at `originalPath`, upright, `longEdgePx` long at most, whole where that is null. `key` names the content: the same key is the
   * same picture. Throws `DomainError`: `not_found` where no picture can be made of the file, `too_large` and `too_many` where it would take too much.
   */
  view(wanted: Wanted, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
};

export type Wanted = { readonly key: string; readonly originalPath: string; readonly longEdgePx: number | null };

type Options = {
  /** Absolute; its own, emptied at the start. */
  readonly folder: string;
  readonly settings: RenderSettings;
  readonly limits?: Partial<typeof usualLimits>;
  /** The module that the process runs; tests put their own misbehaving one here. */
  readonly processModule?: URL;
};

const usualLimits = {
  /** Asked for at once, beside the one that is being made. */
  waiting: 24,
  timeMs: 30_000,
  /** Kept, so that one who looks back waits for nothing. */
  keptBytes: 256 * 1024 ** 2,
  /** Decoded, 100 million pixels take 300 MB, and a browser needs as much again. */
  pixels: 100_000_000,
  memoryBytes: 2 * 1024 ** 3,
};

type Work = { asked: number; readonly result: Promise<Uint8Array<ArrayBuffer>> };

export function openPhotoViewer({ folder, settings, limits = {}, processModule }: Options): PhotoViewer {
  const { waiting, timeMs, keptBytes, pixels, memoryBytes } = { ...usualLimits, ...limits };
  const pool: DecoderPool = openDecoderPool({
    processes: 1,
    memoryLimitBytes: memoryBytes,
    ...(processModule !== undefined && { processModule }),
  });
  const allowed = { ...settings, maxPixels: Math.min(settings.maxPixels, pixels), minEdgePx: 1 };
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  const underWay = new Map<string, Work>();
  // What a process that was killed left; where that cannot be removed, pictures can be made all the same.
  let last: Promise<unknown> = rm(folder, { recursive: true, force: true }).catch(() => {});
  let made = 0;

  async function view(wanted: Wanted, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const known = kept.get(wanted.key);
    if (known !== undefined) {
      keep(wanted.key, known);
      return known;
    }
    const work = underWay.get(wanted.key) ?? begin(wanted);
    work.asked += 1;
    const leave = () => void (work.asked -= 1);
    signal.addEventListener('abort', leave, { once: true });
    try {
      return await work.result;
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  function begin(wanted: Wanted): Work {
    if (underWay.size > waiting)
      throw new DomainError('too_many', 'too many pictures are asked for at once; this one again in a moment');
    const work: Work = {
      asked: 0,
      // One after the other: whoever went on to the next photo meanwhile costs nothing.
      result: last.then(() => {
        if (work.asked > 0) return make(wanted);
        throw new DomainError('conflict', 'nobody waits for this picture any more');
      }),
    };
    underWay.set(wanted.key, work);
    last = work.result.then(
      () => underWay.delete(wanted.key),
      () => underWay.delete(wanted.key),
    );
    return work;
  }

  async function make({ key, originalPath, longEdgePx }: Wanted): Promise<Uint8Array<ArrayBuffer>> {
    const destination = join(folder, `${(made += 1)}.jpg`);
    try {
      // Whoever clears the cache while we run takes the folder along.
      await mkdir(folder, { recursive: true });
      await pool.run(
        { kind: 'view', originalPath, destination, longEdgePx, settings: allowed },
        AbortSignal.timeout(timeMs),
      );
      const bytes = new Uint8Array(await readFile(destination));
      keep(key, bytes);
      return bytes;
    } catch (error) {
      throw inWords(error, timeMs);
    } finally {
      await rm(destination, { force: true });
    }
  }

  /** The last ones that were looked at, as many as fit. */
  function keep(key: string, bytes: Uint8Array<ArrayBuffer>): void {
    kept.delete(key);
    kept.set(key, bytes);
    let sum = 0;
    for (const [oldKey, { length }] of [...kept].toReversed()) {
      sum += length;
      if (sum > keptBytes) kept.delete(oldKey);
    }
  }

  return { view, close: () => pool.close() };
}

/** What a file does to its decoder is no fault of ours; paths stay here. */
function inWords(error: unknown, timeMs: number): unknown {
  if (error instanceof RefusedPhoto) {
    const code = error.refusal.code === 'too-many-pixels' ? 'too_large' : 'not_found';
    return new DomainError(code, `no picture can be made of this file: ${error.refusal.reason}`, { cause: error });
  }
  if (error instanceof DecoderCrashed)
    return new DomainError('not_found', 'no picture can be made of this file: its decoder died over it', {
      cause: error,
    });
  if ((error as Error | undefined)?.name === 'TimeoutError')
    return new DomainError('too_large', `a picture of this file takes longer than ${timeMs / 1000} s to make`, {
      cause: error,
    });
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR'].includes(code))
    return new DomainError('not_found', 'no picture can be made of this file: it cannot be read', { cause: error });
  return error;
}
