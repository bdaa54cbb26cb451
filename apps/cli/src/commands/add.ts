import { resolve } from 'node:path';
import { parseResponse, type ApiClient } from '@proofline/api/client.ts';
import type { PhotoSet, PhotoSetRequest } from '@proofline/domain/photo-set.ts';
import { Option, type Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { drafterOfSet } from '../draft-summary.ts';
import { exitCodes, Refused } from '../exit-code.ts';
import { watch } from '../interruption.ts';
import { followSets } from './status.ts';
import { proofline } from '../command-name.ts';

/** Folders are checked in a moment; a person should learn here and now that theirs was refused. */
const LOOK_EVERY_MS = 150;

type Options = {
  readonly subject: string;
  readonly location: string;
  readonly folder: string;
  readonly captioner?: string;
  readonly onBlocked: PhotoSetRequest['onBlocked'];
  readonly subfolders: boolean;
  readonly wait?: true;
  readonly json?: true;
};

export function addAddCommand(program: Command, context: CliContext): void {
  program
    .command('add')
    .description('take in a folder of photos as one set; the originals are only read')
    .argument('<FOLDER>', 'folder of the photos')
    .requiredOption('--subject <text>', 'what the photos show, e.g. "Frozen Lake"')
    .requiredOption('--location <text>', 'where, e.g. "Amsterdam, Netherlands"')
    .requiredOption('--folder <key>', 'category on the site, e.g. nature')
    .option('--captioner <id>', 'who drafts the text; PROOFLINE_CAPTIONER when nobody is named')
    .addOption(
      new Option('--on-blocked <policy>', 'when something that the set needs is down')
        .choices(['pause', 'roll-back'])
        .default('pause'),
    )
    .option('--no-subfolders', 'leave photos of subfolders out')
    .option('--wait', 'show progress until no photo is under way; exit code 1 when the set was rolled back')
    .option('--json', 'print the set as JSON')
    .action((folder: string, options: Options) => add(context, folder, options));
}

async function add(context: CliContext, folder: string, options: Options): Promise<void> {
  const { terminal } = context;
  const client = context.connect();
  const { id } = await parseResponse(
    client.sets.$post({
      json: {
        sourceFolder: resolve(folder),
        includeSubfolders: options.subfolders,
        subject: options.subject,
        location: options.location,
        folderKey: options.folder,
        ...(options.captioner !== undefined && { captioner: options.captioner }),
        onBlocked: options.onBlocked,
      },
    }),
  );
  const set = await whenChecked(client, id);
  if (set.state === 'refused')
    throw new Refused([`set ${id} was refused and nothing of it was taken in`, ...set.problems]);
  if (options.json) terminal.printJson(set);
  else {
    terminal.print(`Set ${id} was taken in: ${set.subject}, ${set.location} from ${set.sourceFolder}`);
    terminal.print(`Its texts are drafted by ${drafterOfSet(set)}`);
  }
  if (options.wait) {
    const overviews = await followSets(context, client, { setId: String(id) });
    if (overviews.some(({ set: { state } }) => state === 'rolled-back'))
      context.setExitCode(exitCodes.somePhotosFailed);
  } else if (!options.json) terminal.print(`Follow it with: ${proofline} status --watch`);
}

async function whenChecked(client: ApiClient, id: number): Promise<PhotoSet> {
  let set: PhotoSet | undefined;
  await watch(LOOK_EVERY_MS, async () => {
    set = await parseResponse(client.sets[':setId'].$get({ param: { setId: String(id) } }));
    return set.stage !== 'validate-set' || (set.state !== 'queued' && set.state !== 'running');
  });
  return set!;
}
