import { hostname } from 'node:os';

/** Where a process works: as the one system of a data folder, or as one of its workers, which keeps its number when it is replaced. */
export type Seat =
  | { readonly kind: 'system' }
  | {
      readonly kind: 'worker';
      /** From 1. */
      readonly number: number;
      /** Whoever sat there before is gone and may have left something half done. */
      readonly isRefilled: boolean;
    };

/** Name of a process as attempts and the queue engine record it. */
export function workerName(pid: number): string {
  return `${hostname()}:${pid}`;
}
