import { parseResponse } from '@proofline/api/client.ts';
import { roles, type Role } from '@proofline/domain/actor.ts';
import type { User } from '@proofline/domain/user.ts';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { localTime } from '../local-time.ts';
import { readPassword } from '../read-password.ts';
import { tableOf } from '../table.ts';

const ended = 'their sessions have ended';

const roleOption = () =>
  new Option('--role <ROLE>', `what they may do, again for each: ${roles.join(', ')}`)
    .argParser((text: string, before: readonly Role[] | undefined) => [...(before ?? []), roleOf(text)])
    .makeOptionMandatory();

/** Who may sign in by name and password, over the network or here. Passwords come from the terminal or a pipe. */
export function addUsersCommand(program: Command, context: CliContext): void {
  const users = program.command('users').description('who may sign in by name and password');
  users
    .command('add')
    .description('add somebody; asks for the password, or reads it as one line from a pipe')
    .argument('<NAME>', 'stands beside what they approve')
    .addOption(roleOption())
    .action(async (name: string, { role }: { role: Role[] }) => {
      const client = context.connect();
      const password = await askPassword(context);
      const user = await parseResponse(client.users.$post({ json: { name, roles: role, password } }));
      context.terminal.print(`${user.name} may sign in as ${user.roles.join(', ')}`);
    });
  users
    .command('list')
    .description('everybody with their roles')
    .option('--json', 'for programs')
    .action((options: { json?: true }) => list(context, options.json === true));
  users
    .command('remove')
    .description('let somebody sign in no more, at once; what they did stays under their name')
    .argument('<NAME>', 'who')
    .action(async (name: string) => {
      await parseResponse(context.connect().users[':name'].$delete({ param: { name } }));
      context.terminal.print(`${name} may not sign in any more; ${ended}`);
    });
  users
    .command('roles')
    .description('change what somebody may do')
    .argument('<NAME>', 'who')
    .addOption(roleOption())
    .action(async (name: string, { role }: { role: Role[] }) => {
      const request = context.connect().users[':name'].roles.$put({ param: { name }, json: { roles: role } });
      const user = await parseResponse(request);
      context.terminal.print(`${user.name} is ${user.roles.join(', ')} now; ${ended}`);
    });
  users
    .command('password')
    .description('give somebody another password; asks for it, or reads it as one line from a pipe')
    .argument('<NAME>', 'who')
    .action(async (name: string) => {
      const client = context.connect();
      const password = await askPassword(context);
      await parseResponse(client.users[':name'].password.$put({ param: { name }, json: { password } }));
      context.terminal.print(`${name} has another password; ${ended}`);
    });
}

async function list({ connect, terminal }: CliContext, isJson: boolean): Promise<void> {
  const users = await parseResponse(connect().users.$get());
  if (isJson) return terminal.printJson(users);
  if (users.length === 0) return terminal.print('there are no users; this machine signs in by link');
  terminal.print(
    tableOf<User>(
      users,
      [
        { head: 'name', value: ({ name }) => name },
        { head: 'roles', value: (user) => user.roles.join(', ') },
        { head: 'added', value: ({ addedAt }) => localTime(addedAt) },
        { head: 'password of', value: ({ passwordSetAt }) => localTime(passwordSetAt) },
      ],
      terminal,
    ),
  );
}

const askPassword = ({ terminal, input }: CliContext) => readPassword(input, (text) => terminal.ask(text));

function roleOf(text: string): Role {
  const found = roles.find((role) => role === text);
  if (found === undefined) throw new InvalidArgumentError(`there is no such role; roles are ${roles.join(', ')}`);
  return found;
}
