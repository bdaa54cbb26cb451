/** Reads the names of places and sends them in pieces: each is taken in within a few milliseconds. */
import { parentPort } from 'node:worker_threads';
import { readNames, type PieceOfNames } from './known-place-names.ts';

const PIECE = 4_000;

if (parentPort === null) throw new Error('known-place-names-thread.ts runs as a worker thread only');
const names = Array.from(
  readNames(),
  ([name, { kind, usage, countries }]) => [name, kind, usage, countries.join(' ')] as const,
);
for (let from = 0; from < names.length; from += PIECE) {
  parentPort.postMessage(names.slice(from, from + PIECE) satisfies PieceOfNames);
}
