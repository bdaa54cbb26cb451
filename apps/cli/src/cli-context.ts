import type { ApiClient } from '@proofline/api/client.ts';
import type { Config } from '@proofline/runtime/config.ts';
import type { PasswordInput } from './read-password.ts';
import type { Terminal } from './terminal.ts';

/** What every command is given. */
export type CliContext = {
  readonly terminal: Terminal;
  /** Standard input, for what must not stand in the arguments. */
  readonly input: PasswordInput;
  /** Reads and checks the configuration; `--data` wins over the environment, which wins over `dataWhenUnset`. */
  readonly config: (options?: { readonly dataWhenUnset?: string }) => Config;
  /** Reaches the running system, or throws `Refused` in plain words. */
  readonly connect: () => ApiClient;
  readonly setExitCode: (code: number) => void;
};
