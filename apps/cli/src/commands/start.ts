import type { Config } from '@proofline/runtime/config.ts';
import { stopOnSignal } from '@proofline/runtime/shutdown.ts';
import { siteAddress } from '@proofline/runtime/site-settings.ts';
import type { Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { Refused } from '../exit-code.ts';
import { proofline } from '../command-name.ts';
import type { Terminal } from '../terminal.ts';
import { signInLink } from '../sign-in-link.ts';
import { resumptionLines } from '../system-summary.ts';

/** Longer than any single step needs to finish or to hand its work back. */
const STOP_DEADLINE_MS = 20_000;

export function addStartCommand(program: Command, context: CliContext): void {
  program
    .command('start')
    .description('run Proofline for the data folder until Ctrl+C')
    .action(async () => context.setExitCode(await start(context)));
}

async function start({ config, connect, terminal }: CliContext): Promise<number> {
  const settings = config();
  let isFirst = true;
  // The commands that only talk to the system answer faster without loading this.
  const { superviseSystem, SystemRefused } = await import('@proofline/worker/supervise-system.ts');
  const system = await superviseSystem({
    config: settings,
    consoleLevel: 'info',
    onRunning({ apiUrl, resumption }) {
      const taken = resumption === null ? [] : resumptionLines(resumption);
      if (isFirst) void greet(settings, apiUrl, signInLink(connect(), apiUrl), taken, terminal);
      else for (const line of [`Proofline runs again: ${apiUrl}`, ...taken]) terminal.print(line);
      isFirst = false;
    },
    onEnd(reason, delayMs) {
      const when = delayMs === 0 ? 'at once' : `in ${delayMs / 1000} s`;
      terminal.warn(`the system ${reason}; it is started again ${when}, and what was under way goes on`);
    },
  }).catch((error: unknown) => {
    throw error instanceof SystemRefused ? new Refused(error.problems, { cause: error }) : error;
  });
  const { exited } = stopOnSignal({
    stop: () => system.stop(),
    deadlineMs: STOP_DEADLINE_MS,
    onNotice: (notice, error) => terminal.warn(error instanceof Error ? `${notice}: ${error.message}` : notice),
  });
  const code = await exited;
  terminal.print('stopped; what was under way goes on at the next start');
  return code;
}

/** The link comes from the system itself, which may end again at once: the greeting is then told without it. */
async function greet(
  settings: Config,
  apiUrl: string,
  link: Promise<string>,
  taken: readonly string[],
  terminal: Terminal,
): Promise<void> {
  const shown = await link.catch(() => `${proofline} sign-in prints a link`);
  for (const line of [...greeting(settings, apiUrl, shown), ...taken]) terminal.print(line);
}

function greeting(
  { dataFolder, siteFolder, siteServer, api: { network } }: Config,
  apiUrl: string,
  link: string,
): readonly string[] {
  return [
    `Proofline runs for data folder ${dataFolder}`,
    `  open       ${link}`,
    ...(network === null ? [] : [`  network    https://${network.names[0]}:${network.port}`]),
    `  API        ${apiUrl}/api`,
    `  site       ${siteAddress(siteFolder, siteServer)}`,
    `  next       ${proofline} add FOLDER --subject … --location … --folder …`,
    '  stop       Ctrl+C',
  ];
}
