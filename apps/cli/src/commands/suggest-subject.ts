import { resolve } from 'node:path';
import { parseResponse } from '@proofline/api/client.ts';
import type { SubjectSuggestion } from '@proofline/domain/subject-suggestion.ts';
import type { Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { watch } from '../interruption.ts';
import { printable } from '../terminal.ts';
import { proofline } from '../command-name.ts';

const LOOK_EVERY_MS = 100;

type Options = { readonly subfolders: boolean; readonly captioner?: string; readonly json?: true };

export function addSuggestSubjectCommand(program: Command, context: CliContext): void {
  program
    .command('suggest-subject')
    .description('ask a model what the photos of a folder show; nothing follows from the answer')
    .argument('<FOLDER>', 'folder of the photos')
    .option('--no-subfolders', 'leave photos of subfolders out')
    .option('--captioner <id>', 'who looks at them; PROOFLINE_CAPTIONER when nobody is named')
    .option('--json', 'print the suggestion as JSON')
    .action((folder: string, options: Options) => suggest(context, folder, options));
}

async function suggest(context: CliContext, folder: string, { subfolders, captioner, json }: Options): Promise<void> {
  const client = context.connect();
  const request = {
    sourceFolder: resolve(folder),
    includeSubfolders: subfolders,
    ...(captioner !== undefined && { captioner }),
  };
  let found: SubjectSuggestion | null = null;
  // Each answer comes after a while, with or without a suggestion; asking again joins what is running.
  await watch(LOOK_EVERY_MS, async () => {
    ({ suggestion: found } = await parseResponse(client['subject-suggestions'].$post({ json: request })));
    return found !== null;
  });
  show(found, context, folder, json);
}

function show(suggestion: SubjectSuggestion | null, { terminal }: CliContext, folder: string, json?: true): void {
  if (json) return terminal.printJson(suggestion);
  if (suggestion === null) return;
  const { subject, confidence, detail, model } = suggestion;
  terminal.print(
    `${printable(subject)}  (${Math.round(confidence * 100)} % by its own word, ${printable(model ?? '')})`,
  );
  terminal.print(`  ${printable(detail)}`);
  terminal.print(
    `If that is right: ${proofline} add "${printable(folder)}" --subject "${printable(subject)}" --location … --folder …`,
  );
}
