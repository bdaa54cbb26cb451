import { spawnSync } from 'node:child_process';

/** What a test needs of this machine, and how to get it. */
export type RequiredService = {
  /** Completes "there is no … to test with". */
  readonly name: string;
  readonly isThere: () => boolean;
  readonly remedy: string;
};

/**
 * Asked while tests are collected, for `skipIf`. Said loudly when the service is missing; where services are required (`CI=true` or
 * `REQUIRE_SERVICES=1`) that is an error, so that nothing passes by being skipped.
 */
export function isServiceThere({ name, isThere, remedy }: RequiredService): boolean {
  if (isThere()) return true;
  if (process.env['CI'] === 'true' || process.env['REQUIRE_SERVICES'] === '1')
    throw new Error(`there is no ${name} to test with; ${remedy}`);
  console.warn(`SKIPPED: everything that needs ${name}. There is none; ${remedy}`);
  return false;
}

/** Debian keeps servers where the PATH of an ordinary user does not look. */
export function runs(program: string, parameters: readonly string[]): boolean {
  const { error } = spawnSync(program, parameters, { stdio: 'ignore', env: withSbin() });
  return error === undefined;
}

export function withSbin(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/sbin` };
}
