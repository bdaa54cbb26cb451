import { parseResponse } from '@proofline/api/client.ts';
import type { SessionRecord } from '@proofline/domain/session.ts';
import type { Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { localTime } from '../local-time.ts';
import { tableOf } from '../table.ts';

/** Who is signed in, and how that ends before its time. */
export function addSessionsCommand(program: Command, context: CliContext): void {
  const sessions = program.command('sessions').description('which browsers are signed in');
  sessions
    .command('list', { isDefault: true })
    .description('who is signed in, since when, last used when and from where')
    .option('--json', 'for programs')
    .action(async ({ json }: { json?: true }) => {
      const { terminal } = context;
      const open = await parseResponse(context.connect().sessions.all.$get());
      if (json) terminal.printJson(open);
      else terminal.print(open.length === 0 ? 'nobody is signed in' : tableOf(open, columns, terminal));
    });
  sessions
    .command('end')
    .description('end one session, at once')
    .argument('<NUMBER>', 'as listed')
    .action(async (sessionId: string) => {
      await parseResponse(context.connect().sessions[':sessionId'].$delete({ param: { sessionId } }));
      context.terminal.print(`session ${sessionId} has ended`);
    });
  sessions
    .command('end-all')
    .description('end every session of somebody, and the sign-in links that they did not use yet')
    .argument('<NAME>', 'who')
    .action(async (name: string) => {
      const { ended } = await parseResponse(context.connect().sessions.$delete({ query: { name } }));
      context.terminal.print(`${ended} ${ended === 1 ? 'session' : 'sessions'} of ${name} ended`);
    });
}

const columns = [
  { head: 'number', value: ({ id }: SessionRecord) => String(id), align: 'right' },
  { head: 'who', value: ({ name }: SessionRecord) => name },
  { head: 'roles', value: ({ roles }: SessionRecord) => roles.join(', ') },
  { head: 'since', value: ({ startedAt }: SessionRecord) => localTime(startedAt) },
  { head: 'last used', value: ({ lastUsedAt }: SessionRecord) => localTime(lastUsedAt) },
  { head: 'from', value: ({ address }: SessionRecord) => address ?? 'unknown' },
] as const;
