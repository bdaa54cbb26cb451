import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { adviceFor } from './advice.mjs';
import { LaunchError } from './launch-error.mjs';
import { withPathFirst } from './npm-program.mjs';
import { runQuietly } from './run-quietly.mjs';

/** Where the workspace's packages lie; the same list as in pnpm-workspace.yaml, with `*` for every folder. */
const workspaceFolders = ['apps/*', 'packages/*', 'tests', 'bench'];

const stampFile = ['node_modules', '.proofline-stamp'];

/**
 * Why packages have to be installed, in words; undefined when they are there. The stamp is written last, so an
 * installation that was killed is due again.
 *
 * @param {string} root
 * @param {string} nodeVersion
 */
export function installationDue(root, nodeVersion) {
  const stamp = path.join(root, ...stampFile);
  if (!existsSync(path.join(root, 'node_modules'))) return 'first start';
  if (!existsSync(stamp)) return 'the last installation did not finish, or was not made from here';
  if (readFileSync(stamp, 'utf8') !== fingerprint(root, nodeVersion)) {
    return 'the lockfile, a package.json or Node changed';
  }
  const bare = manifests(root).find((file) => !hasItsModules(file));
  return bare && `${path.relative(root, path.dirname(bare))} has lost its node_modules`;
}

/**
 * @param {object} given
 * @param {string} given.root
 * @param {string} given.pnpm
 * @param {{ program: string, version: string }} given.node
 * @param {NodeJS.ProcessEnv} given.env
 * @param {string} given.due
 * @param {(text: string) => void} given.say
 * @param {(pid: number) => void} given.onStart
 */
export async function installPackages({ root, pnpm, node, env, due, say, onStart }) {
  say(`Installing Proofline's packages into node_modules, as the lockfile says (${due})`);
  const stamp = path.join(root, ...stampFile);
  await rm(stamp, { force: true });
  const args = ['install', '--frozen-lockfile', '--config.confirmModulesPurge=false', '--reporter=append-only'];
  const run = await runQuietly(pnpm, args, {
    env: withPathFirst(env, path.dirname(node.program), path),
    cwd: root,
    onStart,
  });
  if (run.exitCode !== 0) {
    throw new LaunchError(
      `the packages could not be installed (pnpm ended with ${run.exitCode}); the next start tries again\n${run.lastLines}`,
      adviceFor(run.lastLines),
    );
  }
  await writeFile(`${stamp}.new`, fingerprint(root, node.version));
  await rename(`${stamp}.new`, stamp);
}

/**
 * Of everything that decides what node_modules holds.
 *
 * @param {string} root
 * @param {string} nodeVersion
 */
function fingerprint(root, nodeVersion) {
  const hash = createHash('sha256').update(`node ${nodeVersion} ${process.platform}-${process.arch}\n`);
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'].map((name) => path.join(root, name));
  for (const file of [...files, ...manifests(root)]) {
    hash.update(`${path.relative(root, file).split(path.sep).join('/')}\n`).update(readFileSync(file));
  }
  return `${hash.digest('hex')}\n`;
}

/** @param {string} root */
function manifests(root) {
  const files = workspaceFolders
    .flatMap((folder) => {
      const place = path.join(root, folder.replace(/\/\*$/, ''));
      if (!folder.endsWith('/*')) return [place];
      return existsSync(place) ? readdirSync(place).map((name) => path.join(place, name)) : [];
    })
    .map((folder) => path.join(folder, 'package.json'))
    .filter((file) => existsSync(file));
  files.sort(); // eslint-disable-line unicorn/no-array-sort -- Node 18 has no toSorted
  return files;
}

/** @param {string} manifest */
function hasItsModules(manifest) {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8'));
  const needed = Object.keys({ ...dependencies, ...devDependencies }).length > 0;
  return !needed || existsSync(path.join(path.dirname(manifest), 'node_modules'));
}
