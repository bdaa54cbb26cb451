/** The ways to a server that tests need, in the order in which they are tried. */
export type WaysToService<Server> = {
  /** Completes "there is no … to test with". */
  readonly name: string;
  readonly remedy: string;
  /** The server that the environment names; null where it names none. It is neither started nor stopped. */
  given(): Promise<Server | null>;
  readonly container: { isPossible(): Promise<boolean>; start(): Promise<Server> };
  /** From a program of this machine. */
  readonly local: { isPossible(): boolean; start(): Promise<Server> };
};

export type FoundService<Server> = { readonly way: 'given' | 'container' | 'local'; start(): Promise<Server> };

/**
 * The first way that leads to a server; nothing is started yet. Null, said loudly, where there is none; where services are required (`CI=true` or
 * `REQUIRE_SERVICES=1`) that is an error, so that nothing passes by being skipped.
 */
export async function findService<Server>(
  { name, remedy, given, container, local }: WaysToService<Server>,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<FoundService<Server> | null> {
  const named = await given();
  if (named !== null) return { way: 'given', start: () => Promise.resolve(named) };
  if (await container.isPossible()) return { way: 'container', start: () => container.start() };
  if (local.isPossible()) return { way: 'local', start: () => local.start() };
  if (environment['CI'] === 'true' || environment['REQUIRE_SERVICES'] === '1')
    throw new Error(`there is no ${name} to test with; ${remedy}`);
  console.warn(`SKIPPED: everything that needs ${name}. There is none; ${remedy}`);
  return null;
}
