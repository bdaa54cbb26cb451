import { parseResponse, type ApiClient } from '@proofline/api/client.ts';
import type { SetOverview } from '@proofline/domain/overview.ts';
import type { Command } from 'commander';
import { blocksOf } from '../blocked-stage.ts';
import type { CliContext } from '../cli-context.ts';
import { exitCodes } from '../exit-code.ts';
import { watch } from '../interruption.ts';
import { parseId } from '../photo-id.ts';
import { openProgress, totalProgress } from '../progress.ts';
import { isUnderWay, setLines } from '../set-summary.ts';
import { proofline } from '../command-name.ts';
import { crashReportLines, pausedLines, resumptionLines } from '../system-summary.ts';

const LOOK_EVERY_MS = 400;

type Options = { readonly set?: number; readonly limit: number; readonly watch?: true; readonly json?: true };
type Filter = { readonly setId?: string; readonly limit?: string };

export function addStatusCommand(program: Command, context: CliContext): void {
  program
    .command('status')
    .description('show where every set stands; exit code 1 when photos were given up or could not be withdrawn')
    .option('--set <id>', 'only this set', parseId)
    .option('--limit <number>', 'the newest sets, at most', parseId, 20)
    .option('--watch', 'follow until nothing is under way')
    .option('--json', 'print what the API says')
    .action((options: Options) => status(context, options));
}

async function status(context: CliContext, { set, limit, watch: follow, json }: Options): Promise<void> {
  const client = context.connect();
  const filter: Filter = set === undefined ? { limit: String(limit) } : { setId: String(set) };
  if (follow && !json) {
    await followSets(context, client, filter);
    return;
  }
  if (follow) await watch(LOOK_EVERY_MS, async () => !(await overviewOf(client, filter)).some(isUnderWay));
  const overviews = await overviewOf(client, filter);
  if (json) context.terminal.printJson(overviews);
  else {
    showSets(context, overviews);
    await showSystem(context, client, overviews);
  }
  setExitCode(context, overviews);
}

/** Draws progress until nothing of these sets is under way, then says how they stand. */
export async function followSets(
  context: CliContext,
  client: ApiClient,
  filter: Filter,
): Promise<readonly SetOverview[]> {
  const progress = openProgress(context.terminal);
  let overviews: readonly SetOverview[] = [];
  // Sets that were at rest at the beginning and stay so are not part of what is followed.
  const followed = new Set<number>();
  await watch(LOOK_EVERY_MS, async () => {
    overviews = await overviewOf(client, filter);
    const underWay = overviews.filter(isUnderWay);
    for (const { set } of underWay) followed.add(set.id);
    const shown = overviews.filter(({ set }) => followed.has(set.id));
    progress.show(totalProgress(shown), blocksOf(shown));
    return underWay.length === 0;
  });
  progress.finish();
  showSets(context, overviews);
  await showSystem(context, client, overviews);
  setExitCode(context, overviews);
  return overviews;
}

async function overviewOf(client: ApiClient, filter: Filter): Promise<readonly SetOverview[]> {
  return parseResponse(client.overview.$get({ query: filter }));
}

function showSets({ terminal }: CliContext, overviews: readonly SetOverview[]): void {
  if (overviews.length === 0)
    terminal.print(`No sets yet. Add one with: ${proofline} add FOLDER --subject … --location … --folder …`);
  for (const [index, overview] of overviews.entries()) {
    if (index > 0) terminal.print();
    for (const line of setLines(overview, terminal)) terminal.print(line);
  }
}

/** What a person holds back; what was interrupted, as long as some of it is under way, and what crashed. */
async function showSystem(
  { terminal }: CliContext,
  client: ApiClient,
  overviews: readonly SetOverview[],
): Promise<void> {
  const resumption = await parseResponse(client.resumption.$get());
  const crashReports = await parseResponse(client['crash-reports'].$get({ query: { limit: '1' } }));
  const stillUnderWay = new Set(overviews.filter(isUnderWay).map(({ set }) => set.id));
  const goesOn = resumption?.setIds.some((id) => stillUnderWay.has(id)) ? resumption : null;
  const stages = await parseResponse(client.stages.$get());
  const lines = [
    ...pausedLines(stages),
    ...(goesOn === null ? [] : resumptionLines(goesOn)),
    ...crashReportLines(crashReports, terminal),
  ];
  if (lines.length > 0) terminal.print();
  for (const line of lines) terminal.print(line);
}

function setExitCode(context: CliContext, overviews: readonly SetOverview[]): void {
  if (overviews.some(({ discarded, stillOnSite }) => discarded.length + stillOnSite.length > 0))
    context.setExitCode(exitCodes.somePhotosFailed);
}
