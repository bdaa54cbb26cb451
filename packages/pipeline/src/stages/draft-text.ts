import { Blocked } from '@proofline/domain/blocking.ts';
import type { CaptionContext, Captioner } from '@proofline/domain/captioner.ts';
import type { ComputedResults } from '@proofline/domain/computed-results.ts';
import type { DataPaths } from '@proofline/domain/data-paths.ts';
import type { DossierStore } from '@proofline/domain/dossier.ts';
import type { FolderMap } from '@proofline/domain/folder-map.ts';
import { publishedFields } from '@proofline/domain/photo-metadata.ts';
import { renditionOf } from '@proofline/domain/rendition.ts';
import { defineStage, done } from '@proofline/domain/stage.ts';
import type { TextDraft } from '@proofline/domain/text-draft.ts';
import type { Captioners } from '../captioners.ts';
import { computedOnce } from '../computed-once.ts';

type Needs = {
  readonly dossiers: DossierStore;
  readonly captioners: Captioners;
  readonly computedResults: ComputedResults;
  readonly folderMap: FolderMap;
  readonly paths: DataPaths;
};

/** Drafts caption, alt text and keywords into the `inferred` layer; a person decides what becomes of them. */
export const draftText = defineStage<'draft-text', Needs>({
  name: 'draft-text',
  subject: 'photo',
  maxAttempts: 5,
  timeoutMs: 7 * 60_000,
  backoffMs: 2_000,
  concurrency: 8,
  undoes: ['textDraft', 'inferredMetadata'],
  async run(photoId, { dossiers, captioners, computedResults, folderMap, paths }, { signal }) {
    const { photo, set, metadata, renditions } = dossiers.get(photoId);
    const captioner = captioners[set.captioner];
    if (captioner === undefined) throw new Error(`there is no captioner ${set.captioner}`);
    const modelInput = renditionOf(renditions, 'model-input');
    const context: CaptionContext = {
      subject: set.subject,
      location: set.location,
      folderDisplayName: folderMap[set.folderKey] ?? set.folderKey,
      fields: publishedFields(metadata),
      numberInSet: photo.position + 1,
    };
    const { result: draft, ...computed } = await computedOnce(computedResults, {
      stage: 'draft-text',
      contentSha256: photo.contentSha256,
      inputs: {
        captioner: captioner.id,
        version: await captioner.version(signal),
        modelInput: modelInput.sha256,
        context,
      },
      compute: () => draftIfUp(captioner, paths.absolute(modelInput.path), context, signal),
    });
    return done({
      textDraft: draft,
      inferredMetadata: {
        description: draft.caption,
        altTextAccessibility: draft.altText,
        keywords: draft.keywords,
      },
      ...computed,
    });
  },
});

/** Asks before each draft, and again when one fails: a captioner that went down in the middle is no fault of the photo. */
async function draftIfUp(
  captioner: Captioner,
  modelInputPath: string,
  context: CaptionContext,
  signal: AbortSignal,
): Promise<TextDraft> {
  await assertUp(captioner, signal);
  try {
    return await captioner.draft(modelInputPath, context, signal);
  } catch (error) {
    signal.throwIfAborted();
    await assertUp(captioner, signal, error);
    throw error;
  }
}

async function assertUp(captioner: Captioner, signal: AbortSignal, cause?: unknown): Promise<void> {
  const problems = await captioner.problems(signal);
  const [first] = problems;
  if (first === undefined) return;
  throw new Blocked(first.condition, problems.map(({ reason }) => reason).join('; '), { cause });
}
