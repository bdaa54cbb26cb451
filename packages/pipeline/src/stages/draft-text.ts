import type { DataPaths } from '@proofline/domain/data-paths.ts';
import type { DossierStore } from '@proofline/domain/dossier.ts';
import type { FolderMap } from '@proofline/domain/folder-map.ts';
import { publishedFields } from '@proofline/domain/photo-metadata.ts';
import { renditionOf } from '@proofline/domain/rendition.ts';
import { defineStage, done } from '@proofline/domain/stage.ts';
import type { Captioners } from '../captioners.ts';

type Needs = {
  readonly dossiers: DossierStore;
  readonly captioners: Captioners;
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
  async run(photoId, { dossiers, captioners, folderMap, paths }, { signal }) {
    const { photo, set, metadata, renditions } = dossiers.get(photoId);
    const captioner = captioners[set.captioner];
    if (captioner === undefined) throw new Error(`there is no captioner ${set.captioner}`);
    const draft = await captioner.draft(
      paths.absolute(renditionOf(renditions, 'model-input').path),
      {
        subject: set.subject,
        location: set.location,
        folderDisplayName: folderMap[set.folderKey] ?? set.folderKey,
        fields: publishedFields(metadata),
        numberInSet: photo.position + 1,
      },
      signal,
    );
    return done({
      textDraft: draft,
      inferredMetadata: {
        description: draft.caption,
        altTextAccessibility: draft.altText,
        keywords: draft.keywords,
      },
    });
  },
});
