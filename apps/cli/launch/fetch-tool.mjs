import { existsSync, realpathSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { adviceFor } from './advice.mjs';
import { LaunchError } from './launch-error.mjs';
import { npmProgram } from './npm-program.mjs';
import { runQuietly } from './run-quietly.mjs';

/** Virus scanners hold fresh files for a moment, and Windows then refuses to rename their folder. */
const RENAME_ATTEMPTS = 20;
const RENAME_PAUSE_MS = 250;

const UNFINISHED = 'unfinished-';

/**
 * @typedef {import('./tool.mjs').Tool} Tool
 * @typedef {object} Fetching
 * @property {string} toolsFolder
 * @property {NodeJS.ProcessEnv} env
 * @property {(text: string) => void} say
 * @property {(pid: number) => void} onStart
 */

/**
 * The fetched program, or undefined. A tool's folder gets its name by one rename when it is whole, so a name that is
 * there is proof enough.
 *
 * @param {string} toolsFolder
 * @param {Tool} tool
 */
export function fetchedTool(toolsFolder, tool) {
  const program = path.join(toolsFolder, tool.program);
  return existsSync(program) ? program : undefined;
}

/**
 * Fetches a tool from the npm registry; only for the holder of the set-up lock.
 *
 * @param {Fetching} fetching
 * @param {Tool} tool
 * @param {string} why
 */
export async function fetchTool({ toolsFolder, env, say, onStart }, tool, why) {
  say(`${why}: fetching ${tool.title} ${tool.version} from the npm registry into .tools (once)`);
  const npm = npmProgram({ env, execPath: process.execPath, path, realFile });
  const unfinished = path.join(toolsFolder, `${UNFINISHED}${tool.folder}`);
  await removeUnfinished(toolsFolder);
  try {
    await mkdir(unfinished, { recursive: true });
    await npmInstall(npmArguments(npm, unfinished, tool), tool, { env, onStart });
    await assertRuns(path.join(unfinished, path.relative(tool.folder, tool.program)), tool);
    await renameFolder(unfinished, path.join(toolsFolder, tool.folder));
  } finally {
    await removeUnfinished(toolsFolder);
  }
  return path.join(toolsFolder, tool.program);
}

/**
 * @param {readonly string[]} args
 * @param {Tool} tool
 * @param {Pick<Fetching, 'env' | 'onStart'>} options
 */
async function npmInstall(args, tool, options) {
  const run = await runQuietly(process.execPath, args, options);
  if (run.exitCode !== 0) {
    throw new LaunchError(
      `${tool.title} ${tool.version} could not be fetched from the npm registry (npm ended with ${run.exitCode}); nothing else was changed\n${run.lastLines}`,
      adviceFor(run.lastLines),
    );
  }
}

/**
 * Says everything that a person's npm settings may say otherwise and that would leave the program out; registry, proxy
 * and certificates stay theirs.
 *
 * @param {string} npm
 * @param {string} folder
 * @param {Tool} tool
 */
function npmArguments(npm, folder, tool) {
  const settings = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier'];
  const whole = ['--no-global', '--no-dry-run', '--no-package-lock-only', '--no-package-lock', '--include=prod'];
  return [
    npm,
    'install',
    ...settings,
    ...whole,
    '--loglevel=error',
    '--prefix',
    folder,
    `${tool.name}@${tool.version}`,
  ];
}

/**
 * @param {string} program
 * @param {Tool} tool
 */
async function assertRuns(program, tool) {
  const run = await runQuietly(program, ['--version'], { env: process.env }).catch((error) => ({
    exitCode: 1,
    lastLines: String(error),
  }));
  if (run.exitCode === 0) return;
  throw new LaunchError(
    `${tool.title} ${tool.version} from the npm registry does not run on this machine; nothing else was changed\n${run.lastLines}`,
    tool.title === 'Node'
      ? "Install a current Node (nodejs.org, or your system's packages) and start again."
      : 'Install pnpm yourself and run "pnpm install --frozen-lockfile", then "node apps/cli/src/main.ts demo".',
  );
}

/** @param {string} toolsFolder */
async function removeUnfinished(toolsFolder) {
  const names = await readdir(toolsFolder);
  for (const name of names.filter((each) => each.startsWith(UNFINISHED))) {
    await rm(path.join(toolsFolder, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
async function renameFolder(from, to) {
  await rm(to, { recursive: true, force: true, maxRetries: 5 });
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      const held = ['EPERM', 'EACCES', 'EBUSY'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? '');
      if (!held || attempt === RENAME_ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, RENAME_PAUSE_MS));
    }
  }
}

/** @param {string} file */
function realFile(file) {
  return existsSync(file) ? realpathSync(file) : undefined;
}
