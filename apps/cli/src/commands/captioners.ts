import { parseResponse } from '@proofline/api/client.ts';
import { noteOn, type CaptionerStatus } from '@proofline/domain/captioner-desk.ts';
import type { Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { exitCodes } from '../exit-code.ts';
import { printable, type Terminal } from '../terminal.ts';

export function addCaptionersCommand(program: Command, context: CliContext): void {
  program
    .command('captioners')
    .description('who can draft text here, and what stands in the way; exit code 1 when the usual one cannot')
    .option('--json', 'print what the API says')
    .action(async ({ json }: { readonly json?: true }) => {
      const captioners = await parseResponse(context.connect().captioners.$get());
      if (json) context.terminal.printJson(captioners);
      else for (const captioner of captioners) show(captioner, context.terminal);
      if (captioners.some(({ isUsual, problems }) => isUsual && problems?.length !== 0))
        context.setExitCode(exitCodes.somePhotosFailed);
    });
}

function show({ id, isUsual, problems, report }: CaptionerStatus, terminal: Terminal): void {
  const state =
    problems === null ? 'is still being looked at; ask again' : problems.length === 0 ? 'can draft' : 'cannot draft';
  terminal.print(`${terminal.style('bold', id)}${isUsual ? ' (usual)' : ''}: ${state}`);
  for (const { condition, reason } of problems ?? [])
    terminal.print(terminal.style('red', `  ${condition}: ${printable(reason)}`));
  if (report === null) {
    const note = noteOn(id);
    if (note !== null) terminal.print(`  ${note}`);
    return;
  }
  const { server, model, modelDigest, gpuShare, answerForm, warnings } = report;
  terminal.print(
    `  ${printable(server)}, model ${printable(model)}${modelDigest === null ? '' : ` (${modelDigest.slice(0, 12)})`}`,
  );
  terminal.print('  sees pictures: shown with a probe');
  if (gpuShare !== null)
    terminal.print(`  in the memory of the GPU: ${Math.round(gpuShare * 100)} %${slowness(gpuShare)}`);
  if (answerForm !== null)
    terminal.print(`  answers in JSON by ${answerForm.name}: ${answerForm.isSet ? 'as set' : 'found out by asking'}`);
  for (const warning of warnings) terminal.print(terminal.style('yellow', `  ${printable(warning)}`));
}

/** What a share of the GPU means for somebody who waits for drafts. */
function slowness(gpuShare: number): string {
  if (gpuShare >= 0.995) return '';
  return gpuShare < 0.005
    ? '; the processor does it all, which may take a minute for each photo'
    : '; the processor does the rest, which is slow: a smaller model may fit';
}
