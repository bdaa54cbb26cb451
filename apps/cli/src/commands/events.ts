import { parseResponse, type ApiClient } from '@proofline/api/client.ts';
import type { Event } from '@proofline/domain/event.ts';
import { InvalidArgumentError, type Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { watch } from '../interruption.ts';
import { parseId } from '../photo-id.ts';
import { localTime } from '../local-time.ts';
import { printable } from '../terminal.ts';

const PAGE_SIZE = 1000;
const LOOK_EVERY_MS = 500;

type Options = {
  readonly after: number;
  readonly limit?: number;
  readonly photo?: number;
  readonly set?: number;
  readonly follow?: true;
  readonly json?: true;
};

export function addEventsCommand(program: Command, context: CliContext): void {
  program
    .command('events')
    .description('everything that happened and who did it, oldest first')
    .option('--after <id>', 'only what came after this event', parseAfter, 0)
    .option('--limit <number>', 'at most so many', parseId)
    .option('--photo <id>', 'only of this photo', parseId)
    .option('--set <id>', 'only of this set', parseId)
    .option('--follow', 'go on with what happens from now on, until Ctrl+C')
    .option('--json', 'print what the API says; with --follow one event per line')
    .action((options: Options) => events(context, options));
}

async function events(context: CliContext, options: Options): Promise<void> {
  const client = context.connect();
  const { terminal } = context;
  const show = (event: Event) => terminal.print(options.json ? JSON.stringify(event) : inWords(event));
  if (options.json && !options.follow) {
    const all: Event[] = [];
    for await (const page of pages(client, options)) all.push(...page);
    terminal.printJson(all);
    return;
  }
  let { after } = options;
  const showNew = async () => {
    for await (const page of pages(client, { ...options, after }))
      for (const event of page) {
        show(event);
        after = event.id;
      }
    return !options.follow;
  };
  await watch(LOOK_EVERY_MS, showNew);
}

async function* pages(client: ApiClient, { after, limit, photo, set }: Options): AsyncGenerator<readonly Event[]> {
  let left = limit ?? Number.POSITIVE_INFINITY;
  for (let last = after; left > 0;) {
    const size = Math.min(PAGE_SIZE, left);
    const query = {
      after: String(last),
      limit: String(size),
      ...(photo === undefined ? {} : { photoId: String(photo) }),
      ...(set === undefined ? {} : { setId: String(set) }),
    };
    const page: readonly Event[] = await parseResponse(client.events.$get({ query }));
    yield page;
    if (page.length < size) return;
    left -= page.length;
    last = page.at(-1)!.id;
  }
}

function inWords({ id, at, actor, kind, setId, photoId, detail }: Event): string {
  const about = photoId === null ? (setId === null ? '' : `set ${setId}`) : `photo ${photoId}`;
  const particulars = Object.keys(detail).length === 0 ? '' : JSON.stringify(detail);
  return [String(id).padStart(6), localTime(at), printable(actor), kind, about, printable(particulars)]
    .filter((part) => part !== '')
    .join('  ');
}

function parseAfter(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('The number of an event, or 0.');
  return Number(text);
}
