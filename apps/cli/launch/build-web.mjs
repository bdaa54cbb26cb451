import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LaunchError } from './launch-error.mjs';
import { runQuietly } from './run-quietly.mjs';

const app = ['apps', 'review-ui'];
/** Everything that the build reads, below the project's root; of the domain it takes rules into the browser. */
const sources = [
  [...app, 'index.html'],
  [...app, 'package.json'],
  [...app, 'vite.config.ts'],
  [...app, 'public'],
  [...app, 'src'],
  ['packages', 'domain', 'src'],
  ['pnpm-lock.yaml'],
];
const STAMP = '.proofline-stamp';

/**
 * Why the web application has to be built, in words; undefined when what is there is of these sources.
 *
 * @param {string} root
 */
export function buildDue(root) {
  const stamp = path.join(root, ...app, 'dist', STAMP);
  if (!existsSync(stamp)) return 'first start';
  return readFileSync(stamp, 'utf8') === fingerprint(root) ? undefined : 'its sources changed';
}

/**
 * Builds it beside the one that is there and puts it in its place when it is whole.
 *
 * @param {object} given
 * @param {string} given.root
 * @param {string} given.node
 * @param {NodeJS.ProcessEnv} given.env
 * @param {string} given.due
 * @param {(text: string) => void} given.say
 * @param {(pid: number) => void} [given.onStart]
 */
export async function buildWeb({ root, node, env, due, say, onStart }) {
  say(`Building the web application (${due})`);
  const folder = path.join(root, ...app);
  const fresh = path.join(folder, 'dist.new');
  // Taken first: what changes while it is built makes the next start build again.
  const stamp = fingerprint(root);
  const vite = path.join(folder, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', folder, '--outDir', 'dist.new', '--emptyOutDir', '--logLevel', 'warn'];
  const run = await runQuietly(node, args, {
    env: { ...env, NODE_ENV: 'production' },
    cwd: root,
    ...(onStart !== undefined && { onStart }),
  });
  if (run.exitCode !== 0) {
    throw new LaunchError(
      `the web application could not be built (vite ended with ${run.exitCode}); the next start tries again\n${run.lastLines}`,
      'If its sources were changed, mend them; otherwise delete node_modules and start again.',
    );
  }
  await writeFile(path.join(fresh, STAMP), stamp);
  const place = path.join(folder, 'dist');
  await rm(place, { recursive: true, force: true });
  await rename(fresh, place);
}

/** @param {string} root */
function fingerprint(root) {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesBelow(path.join(root, ...source))) {
      hash.update(`${path.relative(root, file).split(path.sep).join('/')}\n`).update(readFileSync(file));
    }
  }
  return `${hash.digest('hex')}\n`;
}

/**
 * @param {string} place
 * @returns {readonly string[]}
 */
function filesBelow(place) {
  if (path.extname(place) !== '') return existsSync(place) ? [place] : [];
  const entries = readdirSync(place, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1)); // eslint-disable-line unicorn/no-array-sort -- Node 18 has no toSorted
  return entries.flatMap((entry) => {
    const below = path.join(place, entry.name);
    if (entry.isDirectory()) return filesBelow(below);
    return entry.name.includes('.test.') ? [] : [below];
  });
}
