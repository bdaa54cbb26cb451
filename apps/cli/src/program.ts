import { ConfigError } from '@proofline/runtime/config-error.ts';
import { readConfig } from '@proofline/runtime/config.ts';
import { Command, CommanderError } from 'commander';
import { connectTo, problemsOf } from './api-connection.ts';
import type { CliContext } from './cli-context.ts';
import { addAddCommand } from './commands/add.ts';
import { addAuditCommand } from './commands/audit.ts';
import { addCaptionersCommand } from './commands/captioners.ts';
import { addDemoCommand } from './commands/demo.ts';
import { addEventsCommand } from './commands/events.ts';
import { addPublishCommand } from './commands/publish.ts';
import { addQualityCommand } from './commands/quality.ts';
import { addReviewCommand } from './commands/review.ts';
import { addRollbackCommand } from './commands/rollback.ts';
import { addSessionsCommand } from './commands/sessions.ts';
import { addSignInCommand } from './commands/sign-in.ts';
import { addStageCommands } from './commands/stages.ts';
import { addStartCommand } from './commands/start.ts';
import { addStatusCommand } from './commands/status.ts';
import { addSuggestSubjectCommand } from './commands/suggest-subject.ts';
import { addUsersCommand } from './commands/users.ts';
import { addWithdrawCommand } from './commands/withdraw.ts';
import { exitCodes, Refused } from './exit-code.ts';
import { Interrupted } from './interruption.ts';
import { openTerminal } from './terminal.ts';

/** Commands that are the system itself and not a talk with it. */
const RUNNING_COMMANDS = ['start', 'demo'];

const terminal = openTerminal(process.stdout, process.stderr);

const program = new Command('proofline')
  .description('Folders of photos in, a person’s decision, a published site out.')
  .option('--data <FOLDER>', 'data folder; wins over PROOFLINE_DATA')
  .exitOverride()
  .showHelpAfterError('(see --help)');

const config: CliContext['config'] = ({ dataWhenUnset } = {}) => {
  const { data } = program.opts<{ data?: string }>();
  return readConfig({
    ...(dataWhenUnset !== undefined && { defaults: { PROOFLINE_DATA: dataWhenUnset } }),
    ...(data !== undefined && { overrides: { PROOFLINE_DATA: data } }),
  });
};

const context: CliContext = {
  terminal,
  input: process.stdin,
  config,
  connect: () => connectTo(config().dataFolder),
  setExitCode: (code) => void (process.exitCode = code),
};

for (const add of [
  addDemoCommand,
  addStartCommand,
  addSignInCommand,
  addAddCommand,
  addStatusCommand,
  addCaptionersCommand,
  addSuggestSubjectCommand,
  addReviewCommand,
  addQualityCommand,
  addPublishCommand,
  addWithdrawCommand,
  addRollbackCommand,
  addAuditCommand,
  addEventsCommand,
  addStageCommands,
  addUsersCommand,
  addSessionsCommand,
])
  add(program, context);

// A reader that has seen enough, such as `head`, closes the pipe. A system that runs goes on without one.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  if (!RUNNING_COMMANDS.includes(program.args[0] ?? '')) process.exit(exitCodes.allWell);
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}

/** Says in words why a command was not carried out, and gives the exit code. */
function explain(error: unknown): number {
  // Commander has already said it; help and version come this way too.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.allWell : exitCodes.refused;
  if (error instanceof Interrupted) return exitCodes.interrupted;
  const problems = error instanceof ConfigError || error instanceof Refused ? error.problems : problemsOf(error);
  const [first, ...rest] = problems ?? [(error as Error).message];
  if (rest.length === 0) terminal.warn(`proofline: ${first}`);
  else for (const problem of ['proofline:', ...[first, ...rest].map((text) => `  - ${text}`)]) terminal.warn(problem);
  return exitCodes.refused;
}
