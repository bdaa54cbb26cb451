import { LeaseHeldError } from '@proofline/runtime/instance-lease.ts';
import { stopOnSignal } from '@proofline/runtime/shutdown.ts';
import type { Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { Refused } from '../exit-code.ts';
import { proofline } from '../command-name.ts';
import { resumptionLines } from '../system-summary.ts';

/** Longer than any single step needs to finish or to hand its work back. */
const STOP_DEADLINE_MS = 20_000;

export function addStartCommand(program: Command, context: CliContext): void {
  program
    .command('start')
    .description('run Proofline for the data folder until Ctrl+C')
    .action(async () => context.setExitCode(await start(context)));
}

async function start({ config, terminal }: CliContext): Promise<number> {
  const settings = config();
  // Only this command needs the engine; the others answer faster without loading it.
  const { runSystem } = await import('@proofline/worker/run-system.ts');
  const system = await runSystem(settings, { consoleLevel: 'info' }).catch((error: unknown) => {
    throw error instanceof LeaseHeldError ? new Refused(error.message, { cause: error }) : error;
  });
  terminal.print(`Proofline runs for data folder ${settings.dataFolder}`);
  terminal.print(`  API        ${system.apiUrl}`);
  terminal.print(`  site       ${settings.siteFolder}`);
  terminal.print(`  next       ${proofline} add FOLDER --subject … --location … --folder …`);
  terminal.print('  stop       Ctrl+C');
  if (system.resumption !== null) for (const line of resumptionLines(system.resumption)) terminal.print(line);
  const { exited } = stopOnSignal({
    stop: () => system.stop(),
    deadlineMs: STOP_DEADLINE_MS,
    onNotice: (notice, error) => terminal.warn(error instanceof Error ? `${notice}: ${error.message}` : notice),
  });
  const code = await exited;
  terminal.print('stopped; what was under way goes on at the next start');
  return code;
}
