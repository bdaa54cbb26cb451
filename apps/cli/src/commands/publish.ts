import { parseResponse, type ApiClient } from '@proofline/api/client.ts';
import type { SetOverview } from '@proofline/domain/overview.ts';
import type { PhotoState } from '@proofline/domain/photo.ts';
import type { PublicationPlan, PublicationPlanItem } from '@proofline/domain/publication.ts';
import { Option, type Command } from 'commander';
import { blockedLine, blocksOf, remedyLine } from '../blocked-stage.ts';
import type { CliContext } from '../cli-context.ts';
import { exitCodes } from '../exit-code.ts';
import { watch } from '../interruption.ts';
import { aboutPhoto, collectIds } from '../photo-id.ts';
import { openProgress } from '../progress.ts';
import { tableOf } from '../table.ts';
import { proofline } from '../command-name.ts';

const LOOK_EVERY_MS = 250;

type Options = { readonly dryRun?: true; readonly wait?: true; readonly json?: true };

export function addPublishCommand(program: Command, context: CliContext): void {
  program
    .command('publish')
    .description('bring approved photos to the site; without IDs all of them')
    .argument('[ID...]', 'photos', collectIds)
    .addOption(new Option('--dry-run', 'only show what would happen').conflicts('wait'))
    .option('--wait', 'until every photo is on the site')
    .option('--json', 'print what the API says')
    .action((photoIds: readonly number[], options: Options) => publish(context, photoIds, options));
}

async function publish(context: CliContext, photoIds: readonly number[], options: Options): Promise<void> {
  const client = context.connect();
  const plan = options.dryRun
    ? await parseResponse(
        client.publications.plan.$get({ query: photoIds.length === 0 ? {} : { photoId: photoIds.map(String) } }),
      )
    : await parseResponse(
        client.publications.$post({ json: photoIds.length === 0 ? {} : { photoIds: [...photoIds] } }),
      );
  if (options.json) context.terminal.printJson(plan);
  else await showPlan(context, client, plan, options.dryRun ?? false);
  if (!options.dryRun && !options.wait && !options.json && plan.photos > 0)
    context.terminal.print(`Follow it with: ${proofline} status --watch`);
  if (!options.dryRun) setExitCode(context, plan);
  const due = plan.items.filter(isWaitedFor).map(({ photoId }) => photoId);
  if (options.wait && !options.dryRun) await whenPublished(context, client, due, options.json ?? false);
}

/** What is on the site already is on the site; what leaves it is nothing to wait for here. */
function isWaitedFor({ change, blockedBy }: PublicationPlanItem): boolean {
  return blockedBy.length === 0 && change !== 'withdrawn';
}

async function showPlan(
  { terminal }: CliContext,
  client: ApiClient,
  plan: PublicationPlan,
  isDryRun: boolean,
): Promise<void> {
  const { items } = plan;
  const sets = await parseResponse(client.overview.$get({ query: {} }));
  const halts = blocksOf(sets).filter(({ stage }) => stage === 'publish-photo');
  const sayHalts = () => {
    for (const halt of halts) {
      terminal.print(`${terminal.style('red', 'halted')}  ${blockedLine(halt)}`);
      terminal.print(`        ${remedyLine(halt)}`);
    }
  };
  if (items.length === 0) {
    const onTheirWay = sets.reduce((sum, set) => sum + onTheirWayIn(set), 0);
    if (onTheirWay === 0)
      terminal.print(
        `Nothing to publish: no photo is approved that the site does not have. See: ${proofline} review list`,
      );
    else
      terminal.print(
        `Nothing more to publish: ${photos(onTheirWay)} on the way to the site. Follow: ${proofline} status --watch`,
      );
    sayHalts();
    return;
  }
  const table = tableOf(
    items,
    [
      { head: 'Photo', value: ({ photoId }) => String(photoId), align: 'right' },
      { head: 'Change', value: ({ change, blockedBy }) => (blockedBy.length === 0 ? changeNames[change] : 'blocked') },
      { head: 'To send', value: ({ bytes }) => (bytes === 0 ? '-' : megabytes(bytes)), align: 'right' },
      { head: 'File name', value: ({ fileName }) => fileName, share: 1, cut: 'middle' },
    ],
    terminal,
  );
  terminal.print(table);
  for (const { photoId, blockedBy } of items)
    for (const { reason, liftedBy } of blockedBy) {
      const whoMay = liftedBy === null ? '' : ` (a ${liftedBy} can)`;
      terminal.print(`${terminal.style('yellow', 'blocked')}  ${aboutPhoto(photoId, reason)}${whoMay}`);
    }
  for (const { photoId, lastFailure } of items)
    if (lastFailure !== null)
      terminal.print(`${terminal.style('yellow', 'failed last time')}  ${aboutPhoto(photoId, lastFailure)}`);
  const blocked = items.filter(({ blockedBy }) => blockedBy.length > 0).length;
  if (items.every(({ change, blockedBy }) => change === 'unchanged' && blockedBy.length === 0)) {
    terminal.print(
      `Nothing to send: ${items.length === 1 ? 'it was' : 'all were'} published as approved; whether the site still has ${items.length === 1 ? 'it' : 'them'}, ${proofline} audit tells`,
    );
    return;
  }
  terminal.print(
    `${photos(plan.photos)} ${isDryRun ? 'would be' : 'will be'} published, ${megabytes(plan.bytes)} to send${timeOf(plan)}${blocked > 0 ? `, ${photos(blocked)} blocked` : ''}`,
  );
  sayHalts();
}

function onTheirWayIn({ stages }: SetOverview): number {
  const publishing = stages.find(({ stage }) => stage === 'publish-photo');
  return publishing === undefined ? 0 : publishing.total - publishing.done;
}

const changeNames: Readonly<Record<PublicationPlanItem['change'], string>> = {
  new: 'new',
  'image-changed': 'image changed',
  'text-changed': 'text changed',
  unchanged: 'unchanged',
  withdrawn: 'withdrawn',
};

function timeOf({ photos: due, seconds, measuredBy }: PublicationPlan): string {
  if (due === 0) return '';
  if (seconds === null) return ', time unknown: nothing was published yet to measure it by';
  return `, about ${durationText(seconds)} by the last ${measuredBy === 1 ? 'publication' : `${measuredBy} publications`}`;
}

/** Rounded up: nobody minds being done early. */
function durationText(seconds: number): string {
  if (seconds <= 1) return '1 s';
  if (seconds < 120) return `${Math.ceil(seconds)} s`;
  if (seconds < 7_200) return `${Math.ceil(seconds / 60)} min`;
  return `${Math.ceil(seconds / 3_600)} h`;
}

function setExitCode(context: CliContext, { items }: PublicationPlan): void {
  const blocked = items.filter(({ blockedBy }) => blockedBy.length > 0).length;
  if (blocked > 0) context.setExitCode(blocked === items.length ? exitCodes.refused : exitCodes.somePhotosFailed);
}

/** States in which a photo still moves by itself. */
const moving: readonly PhotoState[] = ['queued', 'running', 'waiting', 'rolling-back'];

async function whenPublished(
  context: CliContext,
  client: ApiClient,
  due: readonly number[],
  quiet: boolean,
): Promise<void> {
  const progress = openProgress(context.terminal);
  const missed: string[] = [];
  let settled = 0;
  await watch(LOOK_EVERY_MS, async () => {
    while (settled < due.length) {
      const photo = (await parseResponse(client.photos[':photoId'].$get({ param: { photoId: String(due[settled]) } })))
        .photo;
      if (moving.includes(photo.state)) break;
      if (photo.state !== 'published') missed.push(`photo ${photo.id} is ${photo.state}, not published`);
      settled += 1;
    }
    if (!quiet) progress.show([{ stage: 'publish-photo', done: settled, total: due.length }]);
    return settled === due.length;
  });
  progress.finish();
  for (const line of missed) context.terminal.warn(line);
  if (missed.length > 0) context.setExitCode(exitCodes.somePhotosFailed);
}

function photos(count: number): string {
  return `${count} ${count === 1 ? 'photo' : 'photos'}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
