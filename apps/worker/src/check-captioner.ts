import type { CaptionerDesk, CaptionerStatus } from '@proofline/domain/captioner-desk.ts';
import type { CaptionerReport } from '@proofline/domain/captioner.ts';
import type { PreflightCheck } from '@proofline/domain/preflight.ts';

/** The captioner of sets that name nobody: who answers for it, and how, or what stands in the way. */
export async function checkCaptioner({ list, usual }: Pick<CaptionerDesk, 'list' | 'usual'>): Promise<PreflightCheck> {
  const name = 'captioner';
  const mine = (await list()).find(({ id }) => id === usual);
  if (mine === undefined || mine.problems === null)
    return { name, state: 'warn', detail: `${usual} is still being looked at`, remedy: 'look again in a moment' };
  if (mine.problems.length > 0)
    return {
      name,
      state: 'bad',
      detail: `${usual}: ${mine.problems.map(({ reason }) => reason).join('; ')}`,
      remedy: 'start its server or install the model, or choose another captioner for the set',
    };
  const warnings = mine.report?.warnings ?? [];
  const detail = [`${usual} can draft: ${answererOf(mine)}`, ...warnings].join('; ');
  return warnings.length === 0
    ? { name, state: 'ok', detail, remedy: null }
    : { name, state: 'warn', detail, remedy: 'it drafts as it is; a newer server or another model may do better' };
}

function answererOf({ id, report }: CaptionerStatus): string {
  if (report !== null) return [report.server, `model ${report.model}`, ...habitsOf(report)].join(', ');
  return id === 'template' ? 'no model, nobody looks at the photo' : 'nothing more is known of it';
}

function habitsOf({ gpuShare, answerForm }: CaptionerReport): readonly string[] {
  const percent = gpuShare === null ? null : Math.round(gpuShare * 100);
  return [
    ...(percent === null ? [] : [`${percent} % of it on the GPU, ${100 - percent} % on the processor`]),
    ...(answerForm === null ? [] : [`answers in JSON by ${answerForm.name}${answerForm.isSet ? ', as set' : ''}`]),
  ];
}
