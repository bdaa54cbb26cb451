#!/usr/bin/env node
// Starts every command of the top-level package.json on a machine that has nothing but some Node from 18 and npm.
// Everything in this folder is plain JavaScript without dependencies and without syntax newer than Node 18, because it
// runs before the Node and the packages that Proofline needs are there.
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { adviceFor } from './advice.mjs';
import { commandLine, commandNames } from './command-line.mjs';
import { LaunchError } from './launch-error.mjs';
import { runChild } from './run-child.mjs';
import { setUp } from './set-up.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const [name = '', ...args] = process.argv.slice(2);

try {
  const command = commandLine(name, args, root, path);
  if (command === undefined) {
    throw new LaunchError(
      `there is no command "${name}"; nothing was started`,
      `Known are: ${commandNames.join(', ')}.`,
    );
  }
  const { node, env } = await setUp({ root, env: process.env, say: (text) => console.error(text) });
  process.exitCode = await runChild(node, command.line, env, command);
} catch (error) {
  const refusal = asRefusal(error);
  console.error(`Proofline did not start: ${refusal.message}\n${refusal.advice}`);
  process.exitCode = refusal.exitCode;
}

/**
 * The disk's own refusals are as much the person's to solve as those we know by name; everything else is a bug.
 *
 * @param {unknown} error
 */
function asRefusal(error) {
  if (error instanceof LaunchError) return error;
  if (error instanceof Error && 'syscall' in error) return new LaunchError(error.message, adviceFor(error.message));
  throw error;
}
