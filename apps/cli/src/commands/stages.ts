import { parseResponse, type ApiClient } from '@proofline/api/client.ts';
import { stageNames, type StageName } from '@proofline/domain/stage.ts';
import { Argument, InvalidArgumentError, Option, type Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { proofline } from '../command-name.ts';
import { Refused } from '../exit-code.ts';
import { watch } from '../interruption.ts';
import { parseId } from '../photo-id.ts';
import { isUnderWay } from '../set-summary.ts';

const LOOK_EVERY_MS = 400;

type PauseOptions = { readonly set?: number; readonly reason: string; readonly wait?: true };

const setOption = () => new Option('--set <id>', 'only this set, at whatever stage').argParser(parseId);

const stagesArgument = new Argument('[STAGE...]', 'which; all of them when none is named').argParser(
  (text: string, before: readonly StageName[] | undefined) => [...(before ?? []), stageOf(text)],
);

/** Stages, or one set, are held back and go on, and it is said how much of a stage runs at once. All of it outlives a restart. */
export function addStageCommands(program: Command, context: CliContext): void {
  program
    .command('pause')
    .description('let what is under way finish and start nothing new, until resume')
    .addArgument(stagesArgument)
    .addOption(setOption())
    .requiredOption('--reason <TEXT>', 'kept in the log and shown by status')
    .option('--wait', 'return when nothing of it is under way any more')
    .action((stages: readonly StageName[], { set, reason, wait }: PauseOptions) =>
      set === undefined
        ? pause(context, stages, reason, wait === true)
        : hold(context, only(set, stages), reason, wait === true),
    );
  program
    .command('resume')
    .description('let paused stages, or a held set, go on')
    .addArgument(stagesArgument)
    .addOption(setOption())
    .action(async (stages: readonly StageName[], { set }: Pick<PauseOptions, 'set'>) => {
      if (set !== undefined) return letGoOn(context, only(set, stages));
      const client = context.connect();
      for (const stage of allWhenNone(stages))
        await parseResponse(client.stages[':stage'].pause.$delete({ param: { stage } }));
      context.terminal.print(`${inWords(stages)} ${stages.length === 1 ? 'goes' : 'go'} on`);
    });
  program
    .command('limit')
    .description('how many photos a stage works on at once, over all processes')
    .addArgument(new Argument('<STAGE>', 'which').argParser(stageOf))
    .addArgument(new Argument('<NUMBER>', 'a whole number from 1, or off').argParser(limitOf))
    .action(async (stage: StageName, max: number | null) => {
      const param = { stage };
      await parseResponse(context.connect().stages[':stage'].concurrency.$put({ param, json: { max } }));
      context.terminal.print(max === null ? `${stage} has no limit` : `${stage} works on ${max} at once`);
    });
}

async function pause(
  { connect, terminal }: CliContext,
  named: readonly StageName[],
  reason: string,
  waits: boolean,
): Promise<void> {
  const client = connect();
  const stages = allWhenNone(named);
  for (const stage of stages)
    await parseResponse(client.stages[':stage'].pause.$put({ param: { stage }, json: { reason } }));
  terminal.print(`${inWords(named)} ${named.length === 1 ? 'is' : 'are'} paused: ${reason}`);
  if (waits) {
    await watch(LOOK_EVERY_MS, async () => (await running(client, stages)) === 0);
    terminal.print('nothing of it is under way any more');
  }
  terminal.print(`to go on: ${[proofline, 'resume', ...named].join(' ')}`);
}

async function hold({ connect, terminal }: CliContext, set: number, reason: string, waits: boolean): Promise<void> {
  const client = connect();
  const param = { setId: String(set) };
  await parseResponse(client.sets[':setId'].hold.$put({ param, json: { reason } }));
  terminal.print(`set ${set} is held: ${reason}`);
  if (waits) {
    await watch(
      LOOK_EVERY_MS,
      async () => !(await parseResponse(client.overview.$get({ query: param }))).some(isUnderWay),
    );
    terminal.print('nothing of it is under way any more');
  }
  terminal.print(`to go on: ${proofline} resume --set ${set}`);
}

async function letGoOn({ connect, terminal }: CliContext, set: number): Promise<void> {
  await parseResponse(connect().sets[':setId'].hold.$delete({ param: { setId: String(set) } }));
  terminal.print(`set ${set} goes on`);
}

/** A set is held at all of its stages. */
function only(set: number, stages: readonly StageName[]): number {
  if (stages.length > 0) throw new Refused('name stages or a set, not both');
  return set;
}

async function running(client: ApiClient, stages: readonly StageName[]): Promise<number> {
  const standings = await parseResponse(client.stages.$get());
  return standings.filter(({ stage }) => stages.includes(stage)).reduce((sum, standing) => sum + standing.running, 0);
}

function allWhenNone(named: readonly StageName[]): readonly StageName[] {
  return named.length === 0 ? stageNames : named;
}

function inWords(named: readonly StageName[]): string {
  return named.length === 0 ? 'all stages' : named.join(', ');
}

function stageOf(text: string): StageName {
  const found = stageNames.find((name) => name === text);
  if (found === undefined)
    throw new InvalidArgumentError(`there is no such stage; stages are ${stageNames.join(', ')}`);
  return found;
}

function limitOf(text: string): number | null {
  if (text === 'off') return null;
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('allowed is a whole number from 1 to 999, or off');
}
