import type { TextDraft } from '@proofline/domain/text-draft.ts';

/** How a draft came about, for the person who judges it. */
export function draftLines({
  captioner,
  model,
  confidence,
  isRepaired,
  fallback,
  failure,
}: TextDraft): readonly string[] {
  const who = [captioner, model].filter((part) => part !== null).join(' ');
  if (failure !== undefined) return [`${who}, which gave no text: ${failure}`];
  return [
    `${who}, confidence ${confidence}${isRepaired ? ', from a reply that had to be mended' : ''}`,
    ...(fallback === undefined ? [] : [`instead of ${fallback.captioner}: ${fallback.reason}`]),
  ];
}
