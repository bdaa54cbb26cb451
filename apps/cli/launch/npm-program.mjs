import { LaunchError } from './launch-error.mjs';

/**
 * Finds npm's own script, to run it with the Node at hand. Never `npm.cmd`: Node refuses to start a batch file without
 * a shell, and a shell would take spaces and special characters in paths apart.
 *
 * @param {object} machine
 * @param {NodeJS.ProcessEnv} machine.env
 * @param {string} machine.execPath the running Node
 * @param {import('node:path').PlatformPath} machine.path
 * @param {(file: string) => string | undefined} machine.realFile where a file really lies; undefined when there is none
 */
export function npmProgram({ env, execPath, path, realFile }) {
  for (const candidate of candidates(env, execPath, path)) {
    const file = realFile(candidate);
    if (file !== undefined && path.basename(file) === 'npm-cli.js') return file;
  }
  throw new LaunchError(
    'npm was not found beside Node or on the PATH; nothing was changed',
    'Install Node together with npm, or start with "npm run demo", which says where npm lies.',
  );
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} execPath
 * @param {import('node:path').PlatformPath} path
 */
function* candidates(env, execPath, path) {
  // Set by npm for its scripts; pnpm and yarn set it to themselves.
  if (env['npm_execpath']) yield env['npm_execpath'];
  const script = ['node_modules', 'npm', 'bin', 'npm-cli.js'];
  yield path.join(path.dirname(execPath), ...script);
  yield path.join(path.dirname(execPath), '..', 'lib', ...script);
  for (const folder of pathFolders(env, path)) {
    // On Windows npm.cmd runs the script below its own folder; elsewhere `npm` is a link to the script.
    yield path.join(folder, ...script);
    yield path.join(folder, 'npm');
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {import('node:path').PlatformPath} path
 */
function pathFolders(env, path) {
  return (env[pathVariable(env)] ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
}

/**
 * The environment with a folder before all others on the PATH, under the name that the PATH has there: Windows says
 * `Path`, and a second variable that differs in case only would hide it.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder
 * @param {Pick<import('node:path').PlatformPath, 'delimiter'>} path
 * @returns {NodeJS.ProcessEnv}
 */
export function withPathFirst(env, folder, path) {
  const variable = pathVariable(env);
  return { ...env, [variable]: [folder, env[variable]].filter(Boolean).join(path.delimiter) };
}

/** @param {NodeJS.ProcessEnv} env */
function pathVariable(env) {
  return Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
}
