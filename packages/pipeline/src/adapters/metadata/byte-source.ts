import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Bytes of a file that are fetched at once; headers of neighbouring segments then cost one read. */
const WINDOW_BYTES = 4096;

/** Random access to bytes: a file, or a block that is already in memory. */
export type ByteSource = {
  readonly sizeBytes: number;
  /** The bytes from `offset`, at most `lengthBytes`: fewer near the end, none beyond it. Never throws for a bad range. */
  read(offset: number, lengthBytes: number): Buffer;
};

/** Reads are synchronous: the reader has a child process of its own, and a parser that cannot be interleaved is simpler. */
export function openFileSource(path: string): ByteSource & Disposable {
  const descriptor = openSync(path, 'r');
  const sizeBytes = fstatSync(descriptor).size;
  let windowStart = 0;
  let window: Buffer = Buffer.alloc(0);

  function fetch(offset: number, lengthBytes: number): Buffer {
    const buffer = Buffer.allocUnsafe(lengthBytes);
    let filled = 0;
    while (filled < lengthBytes) {
      const got = readSync(descriptor, buffer, filled, lengthBytes - filled, offset + filled);
      if (got === 0) break;
      filled += got;
    }
    return buffer.subarray(0, filled);
  }

  return {
    sizeBytes,
    read(offset, lengthBytes) {
      const length = lengthWithin(sizeBytes, offset, lengthBytes);
      if (length > WINDOW_BYTES) return fetch(offset, length);
      if (offset < windowStart || offset + length > windowStart + window.length) {
        windowStart = offset;
        window = fetch(offset, lengthWithin(sizeBytes, offset, WINDOW_BYTES));
      }
      return window.subarray(offset - windowStart, offset - windowStart + length);
    },
    [Symbol.dispose]: () => closeSync(descriptor),
  };
}

export function memorySource(bytes: Buffer): ByteSource {
  return {
    sizeBytes: bytes.length,
    read: (offset, lengthBytes) => bytes.subarray(offset, offset + lengthWithin(bytes.length, offset, lengthBytes)),
  };
}

function lengthWithin(sizeBytes: number, offset: number, lengthBytes: number): number {
  if (!(offset >= 0 && offset < sizeBytes)) return 0;
  return Math.max(0, Math.min(lengthBytes, sizeBytes - offset));
}
