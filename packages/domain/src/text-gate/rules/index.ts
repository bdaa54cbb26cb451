import type { GateRule } from '../define-rule.ts';
import { brokenGrammar } from './broken-grammar.ts';
import { burstDisagreement } from './burst-disagreement.ts';
import { captionAltAlike } from './caption-alt-alike.ts';
import { characterLimit } from './character-limit.ts';
import { cutOffSentence } from './cut-off-sentence.ts';
import { emptyText } from './empty-text.ts';
import { exactDuplicate } from './exact-duplicate.ts';
import { fileNameLeak } from './file-name-leak.ts';
import { folderLeak } from './folder-leak.ts';
import { garbledText } from './garbled-text.ts';
import { gearLeak } from './gear-leak.ts';
import { genericFiller } from './generic-filler.ts';
import { inventedStory } from './invented-story.ts';
import { keywordByteLimit } from './keyword-byte-limit.ts';
import { keywordCount } from './keyword-count.ts';
import { keywordDigitsOnly } from './keyword-digits-only.ts';
import { keywordDuplicate } from './keyword-duplicate.ts';
import { keywordFiller } from './keyword-filler.ts';
import { keywordFragment } from './keyword-fragment.ts';
import { keywordNewTerm } from './keyword-new-term.ts';
import { keywordPluralTwin } from './keyword-plural-twin.ts';
import { keywordSynonym } from './keyword-synonym.ts';
import { labelPrefix } from './label-prefix.ts';
import { landmarkNotAllowed } from './landmark-not-allowed.ts';
import { leadIn } from './lead-in.ts';
import { markup } from './markup.ts';
import { mediumPrefix } from './medium-prefix.ts';
import { metaTalk } from './meta-talk.ts';
import { nearDuplicate } from './near-duplicate.ts';
import { offStyle } from './off-style.ts';
import { personalData } from './personal-data.ts';
import { personification } from './personification.ts';
import { placeNotAllowed } from './place-not-allowed.ts';
import { profanity } from './profanity.ts';
import { refusal } from './refusal.ts';
import { repeatedWord } from './repeated-word.ts';
import { repetitionLoop } from './repetition-loop.ts';
import { seasonContradiction } from './season-contradiction.ts';
import { shouting } from './shouting.ts';
import { subjectMissing } from './subject-missing.ts';
import { taxonomyContradiction } from './taxonomy-contradiction.ts';
import { templatePhrase } from './template-phrase.ts';
import { terrainContradiction } from './terrain-contradiction.ts';
import { timeOfDayContradiction } from './time-of-day-contradiction.ts';
import { uncertainClaim } from './uncertain-claim.ts';
import { unsupportedName } from './unsupported-name.ts';
import { untidySpacing } from './untidy-spacing.ts';
import { wordCountRule } from './word-count.ts';
import { wrongLanguage } from './wrong-language.ts';
import { wrongScript } from './wrong-script.ts';

/**
 * Every rule, in the order in which they look at a text and repair it. First what is wrapped around the words, from the outside in: spaces, markup, labels,
 * lead-ins; a rule further down would not see a beginning that still hides behind them. Then words that do not belong there at all. Keywords are taken
 * away and replaced before they are counted, or a list would be cut that is short enough once its doubles are gone. Lengths and likeness come
 * last: they judge what all repairs have left.
 */
export const gateRules: readonly GateRule[] = [
  emptyText,
  untidySpacing,
  markup,
  labelPrefix,
  leadIn,
  mediumPrefix,
  repeatedWord,

  refusal,
  metaTalk,
  templatePhrase,
  cutOffSentence,
  brokenGrammar,
  garbledText,
  shouting,
  repetitionLoop,
  wrongScript,
  wrongLanguage,

  uncertainClaim,
  genericFiller,
  personification,
  inventedStory,
  offStyle,
  fileNameLeak,
  folderLeak,
  gearLeak,
  profanity,
  personalData,

  placeNotAllowed,
  landmarkNotAllowed,
  unsupportedName,
  terrainContradiction,
  taxonomyContradiction,
  timeOfDayContradiction,
  seasonContradiction,
  subjectMissing,
  burstDisagreement,

  keywordSynonym,
  keywordFiller,
  keywordDigitsOnly,
  keywordFragment,
  keywordByteLimit,
  keywordDuplicate,
  keywordPluralTwin,
  keywordNewTerm,
  keywordCount,

  wordCountRule,
  characterLimit,
  captionAltAlike,
  exactDuplicate,
  nearDuplicate,
];
