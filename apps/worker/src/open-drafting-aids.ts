import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stores } from '@proofline/db/open-stores.ts';
import { createSubjectSuggester, type StoppableSuggester } from '@proofline/pipeline/subject-suggester.ts';
import { startRedrafting, type Redrafting } from '@proofline/pipeline/redrafting.ts';
import type { StageNeeds } from '@proofline/pipeline/plan.ts';
import type { DataFolder } from '@proofline/runtime/data-folder.ts';

/** What drafts on a person's word, beside the stages and with the same adapters. */
export function openDraftingAids({
  needs,
  stores,
  folder,
  usualCaptioner,
  onError,
}: {
  readonly needs: StageNeeds;
  readonly stores: Pick<Stores, 'redraftLog'>;
  readonly folder: DataFolder;
  readonly usualCaptioner: string;
  readonly onError: (error: unknown) => void;
}): { readonly redrafting: Redrafting; readonly suggester: StoppableSuggester; close(): Promise<void> } {
  const redrafting = startRedrafting({ ...needs, redrafts: stores.redraftLog, onError });
  const suggester = createSubjectSuggester({
    ...needs,
    usualCaptioner,
    async withFolder(work) {
      await mkdir(folder.cache, { recursive: true });
      const lent = await mkdtemp(join(folder.cache, 'suggestion-'));
      try {
        return await work(lent);
      } finally {
        await rm(lent, { recursive: true, force: true });
      }
    },
  });
  redrafting.soon();
  return {
    redrafting,
    suggester,
    async close() {
      suggester.stop();
      await redrafting.stop();
    },
  };
}
