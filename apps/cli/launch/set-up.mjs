import path from 'node:path';
import process from 'node:process';
import { buildDue, buildWeb } from './build-web.mjs';
import { fetchedTool, fetchTool } from './fetch-tool.mjs';
import { installationDue, installPackages } from './install-packages.mjs';
import { LaunchError } from './launch-error.mjs';
import { withPathFirst } from './npm-program.mjs';
import { holdSetUpLock } from './set-up-lock.mjs';
import { isAtLeast, MINIMUM_NODE, nodeTool, pnpmTool, thisMachine } from './tool.mjs';

/**
 * Makes sure that a Node that is new enough, the packages of the lockfile and the built web application are there. Fetches
 * what is missing from the npm registry into the project's own folder; touches nothing elsewhere but npm's and pnpm's
 * download caches.
 *
 * @param {object} given
 * @param {string} given.root
 * @param {NodeJS.ProcessEnv} given.env
 * @param {(text: string) => void} given.say one line for each step that takes time
 * @returns {Promise<{ node: string, env: NodeJS.ProcessEnv }>}
 */
export async function setUp({ root, env, say }) {
  const toolsFolder = path.join(root, '.tools');
  const ready = () => {
    const node = nodeAtHand(toolsFolder);
    const isReady =
      node !== undefined && installationDue(root, node.version) === undefined && buildDue(root) === undefined;
    return isReady ? node : undefined;
  };
  const node =
    ready() ?? (await holdSetUpLock(toolsFolder, say, async (onStart) => ready() ?? (await setUpNow(onStart))));
  return {
    node: node.program,
    env: { ...rememberCompiled(toolsFolder), ...withPathFirst(env, path.dirname(node.program), path) },
  };

  /** @param {(pid: number) => void} onStart */
  async function setUpNow(onStart) {
    const usable = await installNow(onStart);
    const due = buildDue(root);
    if (due !== undefined) await buildWeb({ root, node: usable.program, env, due, say, onStart });
    return usable;
  }

  /** @param {(pid: number) => void} onStart */
  async function installNow(onStart) {
    const fetching = { toolsFolder, env, say, onStart };
    const usable = nodeAtHand(toolsFolder) ?? (await fetchNode(fetching));
    const due = installationDue(root, usable.version);
    if (due === undefined) return usable;
    const pnpm = pnpmTool(thisMachine(), path);
    const program =
      pnpmThatStartedUs(env, pnpm.version) ??
      fetchedTool(toolsFolder, pnpm) ??
      (await fetchTool(fetching, pnpm, `pnpm ${pnpm.version} installs Proofline's packages`));
    await installPackages({ root, pnpm: program, node: usable, env, due, say, onStart });
    return usable;
  }
}

/**
 * Half of the time that a program of ours takes to come up is compiling its sources; Node keeps here what came of it. A person who has set the variable
 * is heard.
 *
 * @param {string} toolsFolder
 */
function rememberCompiled(toolsFolder) {
  return { NODE_COMPILE_CACHE: path.join(toolsFolder, 'compiled') };
}

/** @param {string} toolsFolder */
function nodeAtHand(toolsFolder) {
  if (isAtLeast(process.versions.node, MINIMUM_NODE)) {
    return { program: process.execPath, version: process.versions.node };
  }
  const tool = nodeTool(thisMachine(), path);
  const program = tool && fetchedTool(toolsFolder, tool);
  return tool && program ? { program, version: tool.version } : undefined;
}

/** @param {import('./fetch-tool.mjs').Fetching} fetching */
async function fetchNode(fetching) {
  const here = process.versions.node;
  const tool = nodeTool(thisMachine(), path);
  if (tool === undefined) {
    throw new LaunchError(
      `Node ${here} is here, ${MINIMUM_NODE} or newer is needed, and the npm registry has none for ${process.platform}-${process.arch} that runs here; nothing was changed`,
      `Install Node ${MINIMUM_NODE} or newer (nodejs.org, or your system's packages) and start again.`,
    );
  }
  const why = `Node ${here} is here, Proofline needs ${MINIMUM_NODE} or newer`;
  return { program: await fetchTool(fetching, tool, why), version: tool.version };
}

/**
 * For `pnpm check`, if it is the pinned version and a program of its own, not a script.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} version
 */
function pnpmThatStartedUs(env, version) {
  const program = env['npm_execpath'];
  const isPinned = env['npm_config_user_agent']?.startsWith(`pnpm/${version} `) === true;
  return isPinned && program !== undefined && !/\.[cm]?js$/.test(program) ? program : undefined;
}
