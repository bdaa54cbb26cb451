import type { CaptionContext } from '../captioner.ts';
import type { Dossier } from '../dossier.ts';
import type { FolderMap } from '../folder-map.ts';
import type { HouseVocabulary } from '../house-vocabulary.ts';
import { fieldOrigin, publishedFields, type PhotoField } from '../photo-metadata.ts';
import type { TextDraft } from '../text-draft.ts';
import { burstAgreement } from './burst-claims.ts';
import { confidenceLevel, confidenceOf, type DraftSignals } from './confidence.ts';
import type { GateField, GateText } from './finding.ts';
import type { GateContext, SimilarTexts } from './gate-context.ts';
import type { GateRecord, Judgement } from './gate-record.ts';
import { usualRuling, type GateRuling } from './gate-settings.ts';
import type { JudgeText } from './judgement.ts';
import { findingsOf, GATE_VERSION, repairAndJudge } from './run-gate.ts';
import { foldName } from './word.ts';

export type TextGatePorts = Pick<GateContext, 'places' | 'profanity'> & {
  readonly folderMap: FolderMap;
  readonly vocabulary: HouseVocabulary;
  /** How the operator wants texts judged; as usual where nothing is said. */
  readonly ruling?: GateRuling;
};

/** The gate as the stages and the reviewer's door use it; which of two captioners' drafts goes to review is its word as well. */
export type TextGate = {
  readonly judge: JudgeText;
  /** Repairs a draft, judges it and writes down both; the words of the draft are the repaired ones. */
  pass(
    dossier: Dossier,
    draft: TextDraft,
    context: CaptionContext,
    similarTexts: SimilarTexts,
    burstMates: readonly GateText[],
  ): TextDraft;
};

const metadataFields: Readonly<Record<GateField, PhotoField>> = {
  caption: 'description',
  altText: 'altTextAccessibility',
  keywords: 'keywords',
};

export function createTextGate(ports: TextGatePorts): TextGate {
  const { folderMap, vocabulary, ruling = usualRuling, places, profanity } = ports;
  const { settings, version: rulingVersion } = ruling;

  const houseOf = (usualKeywords: readonly string[]): GateContext['house'] => {
    const { terms, synonyms, onlyTheseTerms } = ruling.vocabulary;
    return { terms: onlyTheseTerms ? terms : [...terms, ...usualKeywords], synonyms };
  };

  function contextOf(
    dossier: Dossier,
    known: GateRecord['known'],
    others: Pick<GateContext, 'similarTexts' | 'burstMates' | 'isDrafted'>,
  ): GateContext {
    const { photo, set, fileName, metadata } = dossier;
    const { make, model, lensModel, dateTimeOriginal, gpsLatitude } = publishedFields(metadata);
    return {
      subject: plain(set.subject),
      location: plain(set.location),
      folderKey: set.folderKey,
      folderDisplayName: folderMap[set.folderKey] ?? set.folderKey,
      fileNames: [photo.originalFileName, fileName].filter((name) => name !== null),
      gear: [make, model, lensModel].filter((name) => name !== undefined),
      ...(dateTimeOriginal !== undefined && { captureLocalTime: dateTimeOriginal }),
      ...(gpsLatitude !== undefined && { latitude: gpsLatitude }),
      ...known,
      places,
      profanity,
      ...others,
      house: houseOf(vocabulary.usualKeywords(set)),
      settings,
    };
  }

  return {
    judge(dossier, text, similarTexts, burstMates) {
      const known = dossier.draft?.gate?.known ?? { allowedPlaceNames: [] };
      const context = contextOf(dossier, known, { similarTexts, burstMates, isDrafted: wordsIn(dossier.draft) });
      const findings = findingsOf(text, context);
      const isByPerson = (field: GateField) => fieldOrigin(dossier.metadata, metadataFields[field]) === 'person';
      const signals = dossier.draft === null ? {} : signalsOf(dossier.draft);
      return judgementOf(rulingVersion, findings, (field) =>
        isByPerson(field) ? {} : { ...signals, ...agreementIn(text, field, context) },
      );
    },

    pass(dossier, draft, { sunAltitudeDegrees, allowedPlaceNames = [] }, similarTexts, burstMates) {
      const known = { allowedPlaceNames, ...(sunAltitudeDegrees !== undefined && { sunAltitudeDegrees }) };
      const raw = textOf(draft);
      const among = contextOf(dossier, known, { similarTexts, burstMates, isDrafted: () => true });
      const { text, repairs, findings } = repairAndJudge(raw, among);
      const judgement = judgementOf(rulingVersion, findings, (field) => ({
        ...signalsOf(draft),
        ...agreementIn(text, field, among),
      }));
      return {
        ...draft,
        ...text,
        confidence: confidenceLevel(judgement.confidence.overall),
        gate: { ...judgement, raw, repairs, captionerTrust: draft.confidence, known },
      };
    },
  };
}

function judgementOf(
  rulingVersion: string,
  findings: Judgement['findings'],
  signals: (field: GateField) => DraftSignals,
): Judgement {
  return { gateVersion: GATE_VERSION, rulingVersion, findings, confidence: confidenceOf(findings, signals) };
}

function signalsOf({ confidence, logprobs, gate }: TextDraft): DraftSignals {
  return { captionerTrust: gate?.captionerTrust ?? confidence, ...(logprobs !== undefined && { logprobs }) };
}

function agreementIn(text: GateText, field: GateField, context: GateContext): DraftSignals {
  const agreement = field === 'keywords' ? undefined : burstAgreement(text[field], context);
  return agreement === undefined ? {} : { burstAgreement: agreement };
}

const textOf = ({ caption, altText, keywords }: TextDraft): GateText => ({ caption, altText, keywords });

/** Of every field: a name that a reviewer takes from the draft's caption into the alt text is still the draft's. */
function wordsIn(draft: TextDraft | null): GateContext['isDrafted'] {
  const { caption, altText, keywords } = draft ?? { caption: '', altText: '', keywords: [] };
  let said: string | undefined;
  return (words) => {
    said ??= ` ${foldName([caption, altText, ...keywords].join(' | '))} `;
    return said.includes(` ${foldName(words)} `);
  };
}

/** As the operator means it: tokens have underscores for spaces. */
const plain = (token: string) => token.replaceAll('_', ' ');
