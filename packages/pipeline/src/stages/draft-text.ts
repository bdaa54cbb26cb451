import type { Captioner } from '@proofline/domain/captioner.ts';
import type { ComputedResult, ComputedResults } from '@proofline/domain/computed-results.ts';
import type { DataPaths } from '@proofline/domain/data-paths.ts';
import type { DossierStore } from '@proofline/domain/dossier.ts';
import { renditionOf } from '@proofline/domain/rendition.ts';
import { defineStage, done } from '@proofline/domain/stage.ts';
import type { TextDraft } from '@proofline/domain/text-draft.ts';
import type { TextGate } from '@proofline/domain/text-gate/text-gate.ts';
import type { TextLookup } from '@proofline/domain/text-gate/text-lookup.ts';
import type { Captioners } from '../captioners.ts';
import { captionContext, type ContextNeeds } from '../caption-context.ts';
import { computedOnce } from '../computed-once.ts';
import { draftOrFailure } from '../draft-if-up.ts';
import { draftJudged, type DraftingNeeds } from '../draft-judged.ts';

type Needs = DraftingNeeds &
  ContextNeeds & {
    readonly dossiers: DossierStore;
    readonly captioners: Captioners;
    readonly computedResults: ComputedResults;
    readonly paths: DataPaths;
    readonly textGate: Pick<TextGate, 'pass'>;
    readonly textLookup: TextLookup;
  };

/** Drafts caption, alt text and keywords through the gate into the `inferred` layer; a person decides what becomes of them. */
export const draftText = defineStage<'draft-text', Needs>({
  name: 'draft-text',
  subject: 'photo',
  maxAttempts: 5,
  // Two looks at the server and two questions, and the same of the photo before it: captioners with a model answer one at a time.
  timeoutMs: 40 * 60_000,
  backoffMs: 2_000,
  concurrency: 2,
  undoes: ['textDraft', 'inferredMetadata'],
  async run(photoId, needs, { signal }) {
    const { dossiers, captioners, computedResults, paths } = needs;
    const dossier = dossiers.get(photoId);
    const { photo, set, renditions } = dossier;
    const captioner = captioners[set.captioner];
    if (captioner === undefined) throw new Error(`there is no captioner ${set.captioner}`);
    const modelInput = renditionOf(renditions, 'model-input');
    const context = await captionContext(dossier, needs);
    const request = { modelInputPath: paths.absolute(modelInput.path), context };
    const computed: ComputedResult[] = [];
    // What is kept for another time is each draft as it came: the gate judges anew, among the texts of then.
    const draftBy = async (by: Captioner) => {
      const drafting = { captioner: by.id, version: await by.version(signal) };
      const { result, computed: made = [] } = await computedOnce(computedResults, {
        stage: 'draft-text',
        contentSha256: photo.contentSha256,
        inputs: { drafting, modelInput: modelInput.sha256, context },
        compute: () => draftOrFailure(by, request, signal),
        // Another run may have better luck.
        isSettled: ({ failure }) => failure === undefined,
      });
      computed.push(...made);
      return result;
    };
    const pass = (draft: TextDraft) =>
      needs.textGate.pass(
        dossier,
        draft,
        context,
        needs.textLookup.besides(dossier),
        needs.textLookup.burstMates(photoId),
      );
    const textDraft = await draftJudged(captioner, needs, { draftBy, pass }, signal);
    // Without words of ours, what the file itself says stays in sight.
    if (textDraft.failure !== undefined) return done({ textDraft });
    return done({
      textDraft,
      inferredMetadata: {
        description: textDraft.caption,
        altTextAccessibility: textDraft.altText,
        keywords: textDraft.keywords,
      },
      ...(computed.length > 0 && { computed }),
    });
  },
});
