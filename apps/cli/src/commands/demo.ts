import type { Command } from 'commander';
import type { CliContext } from '../cli-context.ts';

type Options = {
  readonly unattended?: true;
  readonly subject?: string;
  readonly location?: string;
  readonly folder?: string;
};

export function addDemoCommand(program: Command, context: CliContext): void {
  program
    .command('demo')
    .description('run the main job on painted photos, or on a folder of yours, and show every step')
    .argument('[FOLDER]', 'folder of photos; they are opened read-only')
    .option('--unattended', 'also play the reviewer (recorded as reviewer demo), publish, and end')
    .option('--subject <TEXT>', 'what the photos show')
    .option('--location <TEXT>', 'where they were taken')
    .option('--folder <KEY>', 'folder key of the category')
    .action(async (folder: string | undefined, options: Options) => {
      // It paints photos and runs the system in this process: more than all other commands load.
      const { runDemo } = await import('../demo/run-demo.ts');
      const { subject, location, folder: folderKey, unattended } = options;
      context.setExitCode(
        await runDemo(context, { folder, subject, location, folderKey, unattended: unattended === true }),
      );
    });
}
