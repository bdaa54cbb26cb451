import type { Resumption } from '@proofline/domain/resumption.ts';
import type { Config } from '@proofline/runtime/config.ts';
import type { ChildEnding } from './child-program.ts';

/** From the supervisor to the system. */
export type SystemOrder =
  | {
      readonly kind: 'run';
      readonly config: Config;
      readonly consoleLevel: Config['logLevel'];
      /** How the system before ended; null at the first start. */
      readonly lastEnding: ChildEnding | null;
    }
  | { readonly kind: 'stop' };

/** From the system to the supervisor. */
export type SystemNotice =
  | { readonly kind: 'loaded' }
  | ({ readonly kind: 'running' } & RunningSystem)
  /** It cannot run as things stand: `problems` in words. It ends. */
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

export type RunningSystem = { readonly apiUrl: string; readonly resumption: Resumption | null };
