import type { Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { signInLink } from '../sign-in-link.ts';

export function addSignInCommand(program: Command, context: CliContext): void {
  program
    .command('sign-in')
    .description('print a link that signs one browser in, once')
    .action(async () => {
      const client = context.connect();
      const { origin } = client.health.$url();
      context.terminal.print(await signInLink(client, origin));
    });
}
