/** Who drafted a text, in words. A draft without a model is never taken for one of somebody who looked. */
export function draftedBy({ captioner, model }: { readonly captioner: string; readonly model: string | null }): string {
  if (model !== null) return `${captioner}, ${model}`;
  return captioner === 'template' ? 'template: no model, nobody looked at the photo' : captioner;
}
