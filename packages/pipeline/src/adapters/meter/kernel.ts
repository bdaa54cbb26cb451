import { readFileSync } from 'node:fs';

/** What `kernels/*.ts` (AssemblyScript) exports. Arguments named like memory are addresses in it. */
type KernelFunctions = {
  readonly memory: WebAssembly.Memory;
  lookAtColours(rgb: number, pixels: number, luma: number, out: number): void;
  meanCells(luma: number, width: number, height: number, columns: number, rows: number, out: number): void;
  measureTile(
    luma: number,
    width: number,
    height: number,
    left: number,
    top: number,
    tileWidth: number,
    tileHeight: number,
    tail: number,
    scratch: number,
    out: number,
  ): void;
  tileScratchBytes(tilePx: number): number;
  halve(source: number, width: number, height: number, scratch: number, out: number): void;
  halveScratchBytes(width: number): number;
  sumLevels(luma: number, width: number, height: number, out: number): void;
  sumScale(
    source: number,
    isFloat: number,
    width: number,
    height: number,
    block: number,
    scratch: number,
    blocks: number,
  ): void;
  scratchBytes(width: number): number;
};

export type Kernel = KernelFunctions & {
  /** A place of `bytes` in the memory, valid until `free`. It holds whatever was there before. */
  allocate(bytes: number): number;
  /** Gives every place back. Views of the memory made before an `allocate` may be dead: make them anew. */
  free(): void;
  bytes(at: number, length: number): Uint8Array;
  floats(at: number, length: number): Float64Array;
};

const WASM_PAGE_BYTES = 65_536;
/** The compiler's own constants lie below. */
const FIRST_FREE_BYTE = WASM_PAGE_BYTES;

let opened: Kernel | undefined;

/** The loops over pixels, compiled to WebAssembly with vector instructions: one for the whole process, used by one photo at a time. */
export function kernel(): Kernel {
  opened ??= openKernel();
  return opened;
}

function openKernel(): Kernel {
  const module = new WebAssembly.Module(readFileSync(new URL('./kernel.wasm', import.meta.url)));
  const functions = new WebAssembly.Instance(module, {}).exports as unknown as KernelFunctions;
  const { memory } = functions;
  let next = FIRST_FREE_BYTE;
  return {
    ...functions,
    allocate(bytes) {
      const at = next;
      next = (next + bytes + 15) & ~15;
      const missing = next - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / WASM_PAGE_BYTES));
      return at;
    },
    free() {
      next = FIRST_FREE_BYTE;
    },
    bytes: (at, length) => new Uint8Array(memory.buffer, at, length),
    floats: (at, length) => new Float64Array(memory.buffer, at, length),
  };
}
