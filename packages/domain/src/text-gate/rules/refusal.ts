import { hitsOf, proseRule } from '../define-rule.ts';

const I_CANNOT =
  /\bI(?:['’]m| am)? (?:also |really |very |so )?(?:sorry|apologi[sz]e|regret|unable|not able|cannot|can['’]?t|can not|could ?n['’]?t|won['’]?t|will not|do not have|don['’]t have)\b/giu;
const APOLOGY =
  /^(?:sorry|apologies|unfortunately|regrettably|my apologies|error)\b[,:]?|\bas an? (?:AI|artificial intelligence|language model|assistant)\b/giu;
const NO_IMAGE =
  /\bno (?:image|photo|picture|file) (?:was|is|has been|were) (?:attached|provided|given|uploaded|supplied)\b/giu;

const CANNOT =
  "(?:cannot|can ?not|can[’']?t|unable|not able|(?:not|n[’']t) (?:be )?(?:possible|allowed|permitted)|impossible|(?:do|does) ?n[o’']t allow|prohibits?|prevents?|declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing)|forbids?|could ?n[o’']t|won[’']?t|will not|not be|difficult|hard)";
const TO_DESCRIBE =
  '(?:describe|identify|caption|assist|comply|analy[sz]e|interpret|discern|generate|fulfil+|proceed|(?:see|view|access|process|open|load|display|read) (?:the|this|your|any|that)? ?(?:image|photo|picture|file|request|content)s?|(?:provide|create|write|give|produce|offer|complete) (?:an?|the|this|any|you|more)? ?(?:\\p{L}+ )?(?:caption|description|alt|answer|text|details?|information|request|keywords?))';
const NOT_DONE = new RegExp(
  `\\b${CANNOT}\\b(?:[ ,]+[\\p{L}’']+){0,5}? (?:${TO_DESCRIBE}|described|identified|processed|captioned|fulfil+ed|displayed|completed)\\b`,
  'giu',
);
/** What is wrong with the picture or the request, and whose rules it breaks. */
const EXCUSE =
  /\b(?:(?:image|photo|picture|file|attachment|request|content)s?(?: (?:itself|link|url|data|file))? (?:is|was|are|were|has|have|does|did|could|can|cannot|seems|appears)(?: (?:not|to be|been|be|too))*(?:n['’]t)? ?(?:\p{L}+ )?(?:available|visible|provided|loaded|displayed|processed|missing|blank|empty|corrupt(?:ed)?|broken|blocked|unsupported|inappropriate|accessible|received|found|attached|unclear|(?:too )?(?:blurry|blurred|dark|small|low)|load))\b|\b(?:my|our|safety|content|usage|ethical|privacy) (?:guidelines?|polic(?:y|ies)|programming|training|capabilities|restrictions)\b|\bplease (?:upload|provide|share|try|attach|send|give|resubmit|re-upload|supply|note|describe|let|check|specify)\b|\b(?:image|photo(?:graph)?|picture|file)s? (?:that was |you )?(?:provided|attached|uploaded|supplied|shared)\b|\b(?:would|will|do|does) need (?:to see|more|additional|further|a clearer)\b|\b(?:not|in) ?capable of (?:\p{L}+ly )?(?:see|view|describ|identify|process|analy|interpret|provid|generat)\p{L}*|\bno (?:discernible|distinguishable|visible|recogni[sz]able|identifiable) (?:features?|content|objects?|subjects?|text|details?|elements?)\b|\b(?:low|poor) (?:resolution|quality|image quality)\b|\b(?:share|upload|send|attach|provide) the (?:image|photo|picture|file)\b|\bas an? (?:[\p{L}-]+ ){1,3}(?:model|AI|assistant)\b|\b(?:not enough|insufficient|no(?: further| additional| visual)?) (?:information|context|details?|data|input)\b|\bnothing to (?:describe|caption)\b|\b(?:language|vision|AI) (?:model|assistant)\b/giu;

/** The model says that it cannot or will not describe the picture. */
export const refusal = proseRule({
  id: 'refusal',
  severity: 'block',
  check: (text) =>
    [I_CANNOT, APOLOGY, NO_IMAGE, NOT_DONE, EXCUSE].flatMap((pattern) =>
      hitsOf(text, pattern, (found) => `"${found}" is a refusal to describe the photo, not a description`),
    ),
});
