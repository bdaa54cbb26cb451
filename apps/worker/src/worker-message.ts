import type { Config } from '@proofline/runtime/config.ts';
import type { Seat } from './seat.ts';

/** From the system to a worker. */
export type WorkerOrder =
  | { readonly kind: 'work'; readonly config: Config; readonly seat: Extract<Seat, { kind: 'worker' }> }
  | { readonly kind: 'stop' };

/** From a worker to the system. */
export type WorkerNotice =
  /** Its modules are loaded; it waits for the order to work. */
  | { readonly kind: 'loaded' }
  | { readonly kind: 'working' }
  /** A run ended: something may have become due, and the site may have changed. */
  | { readonly kind: 'ran'; readonly siteChanged: boolean };
