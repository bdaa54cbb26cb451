import { hitsOf, proseRule } from '../define-rule.ts';

const I_CANNOT =
  /\bI(?:['’]m| am)? (?:really |very |so )?(?:sorry|unable|not able|cannot|can['’]?t|can not|could ?n['’]?t|won['’]?t|will not|do not have|don['’]t have)\b/giu;
const APOLOGY =
  /^(?:sorry|apologies|unfortunately)\b[,:]?|\bas an? (?:AI|artificial intelligence|language model|assistant)\b/giu;
const NO_IMAGE =
  /\bno (?:image|photo|picture|file) (?:was|is|has been|were) (?:attached|provided|given|uploaded|supplied)\b/giu;

/** The model says that it cannot or will not describe the picture. */
export const refusal = proseRule({
  id: 'refusal',
  severity: 'block',
  check: (text) =>
    [I_CANNOT, APOLOGY, NO_IMAGE].flatMap((pattern) =>
      hitsOf(text, pattern, (found) => `"${found}" is a refusal to describe the photo, not a description`),
    ),
});
