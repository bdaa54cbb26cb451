/**
 * What each command runs, below the project's root; `args` fixed here come before those typed by the person. Proofline
 * itself gets a process group of its own, because a second signal tells it to stop at once; tests must not outlive ours.
 */
const commands = {
  demo: { script: ['apps', 'cli', 'src', 'main.ts'], args: ['demo'], ownGroup: true },
  proofline: { script: ['apps', 'cli', 'src', 'main.ts'], args: [], ownGroup: true },
  test: { script: ['apps', 'cli', 'launch', 'run-tests.mjs'], args: [], ownGroup: false },
  'test:journeys': { script: ['apps', 'cli', 'launch', 'run-tests.mjs'], args: ['--journeys'], ownGroup: false },
  screenshots: { script: ['tests', 'browser', 'take-screenshots.ts'], args: [], ownGroup: false },
  check: { script: ['apps', 'cli', 'launch', 'run-checks.mjs'], args: [], ownGroup: false },
};

export const commandNames = Object.keys(commands);

/**
 * The arguments for Node, what the person typed verbatim at the end; undefined for an unknown command.
 *
 * @param {string} name
 * @param {readonly string[]} args
 * @param {string} root
 * @param {Pick<import('node:path').PlatformPath, 'join'>} path
 */
export function commandLine(name, args, root, path) {
  if (!Object.hasOwn(commands, name)) return undefined;
  const command = commands[/** @type {keyof typeof commands} */ (name)];
  return { line: [path.join(root, ...command.script), ...command.args, ...args], ownGroup: command.ownGroup };
}
