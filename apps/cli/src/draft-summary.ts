import type { PhotoSet } from '@proofline/domain/photo-set.ts';
import type { TextDraft } from '@proofline/domain/text-draft.ts';

/** Of texts by `template`: what people have to know of each of them. */
export const UNSEEN = 'drafted without a model: words of the set and the camera, nobody looked at the photo';

/** Who drafts the photos of a set. */
export function drafterOfSet({ captioner }: Pick<PhotoSet, 'captioner'>): string {
  return captioner === 'template' ? 'template (no model, nobody looks at the photos)' : captioner;
}

/** Who drafted; that no model looked is never left to be guessed. */
export function drafterOf({ captioner, model }: Pick<TextDraft, 'captioner' | 'model'>): string {
  return model === null ? `${captioner} (no model, nobody looked at the photo)` : `${captioner} ${model}`;
}

/** How a draft came about, for the person who judges it. */
export function draftLines({
  captioner,
  model,
  confidence,
  isRepaired,
  fallback,
  passedOver,
  failure,
}: TextDraft): readonly string[] {
  if (failure !== undefined)
    return [`${[captioner, model].filter((part) => part !== null).join(' ')}, which gave no text: ${failure}`];
  return [
    `${drafterOf({ captioner, model })}, confidence ${confidence}${isRepaired ? ', from a reply that had to be mended' : ''}`,
    ...(fallback === undefined ? [] : [`instead of ${fallback.captioner}: ${fallback.reason}`]),
    ...(passedOver === undefined ? [] : [`rather than ${passedOver.captioner}: ${passedOver.reason}`]),
  ];
}
