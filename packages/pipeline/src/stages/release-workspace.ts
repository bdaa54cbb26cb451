import type { DossierStore } from '@proofline/domain/dossier.ts';
import { reachFaultPoint } from '@proofline/domain/fault-point.ts';
import type { RenditionKind } from '@proofline/domain/rendition.ts';
import { defineStage, done } from '@proofline/domain/stage.ts';
import type { Workspace } from '@proofline/domain/workspace.ts';

type Needs = { readonly dossiers: DossierStore; readonly workspace: Workspace };

/** What a later correction of the published photo, its withdrawal and the lists still need. */
const KEPT: readonly RenditionKind[] = ['web', 'web-thumb', 'grid-thumb'];

/** Frees the disk of a published photo: working copy, preview, model input and plane. The original stays where it is. */
export const releaseWorkspace = defineStage<'release-workspace', Needs>({
  name: 'release-workspace',
  subject: 'photo',
  maxAttempts: 10,
  timeoutMs: 60_000,
  backoffMs: 2_000,
  concurrency: 8,
  undoes: [],
  whenGivenUp: 'published',
  async run(photoId, { dossiers, workspace }) {
    const { photo, renditions } = dossiers.get(photoId);
    const dropped = renditions.filter(({ kind }) => !KEPT.includes(kind)).map(({ path }) => path);
    await workspace.removeFiles([...dropped, ...(photo.workingPath === null ? [] : [photo.workingPath])]);
    reachFaultPoint('workspace-files-removed');
    return done({ workspaceReleased: { kept: KEPT } });
  },
});
