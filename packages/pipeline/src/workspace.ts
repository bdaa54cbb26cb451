import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { StageName, Subject } from '@proofline/domain/stage.ts';
import type { Workspace } from '@proofline/domain/workspace.ts';

/** Subjects share folders of a thousand, so that no folder of a large catalogue gets slow to list. */
const SUBJECTS_PER_SHARD = 1000;

/** `work/<shard>/p<photo>/<stage>-<token>/…` below the data folder. */
export function openWorkspace({ dataFolder }: { readonly dataFolder: string }): Workspace {
  const absolute = (relativePath: string) => join(dataFolder, ...relativePath.split('/'));
  const remove = (relativePath: string) => rm(absolute(relativePath), { recursive: true, force: true });
  return {
    async openAttempt(subject, stage, token) {
      const relativePath = attemptPath(subject, stage, token);
      await mkdir(absolute(relativePath), { recursive: true });
      return { relativePath, absolutePath: absolute(relativePath) };
    },
    removeAttempt: (subject, stage, token) => remove(attemptPath(subject, stage, token)),
    removePhoto: (photoId) => remove(subjectPath({ kind: 'photo', id: photoId })),
    async removeFiles(relativePaths) {
      for (const path of relativePaths) await remove(path);
    },
  };
}

function attemptPath(subject: Subject, stage: StageName, token: string): string {
  return `${subjectPath(subject)}/${stage}-${token}`;
}

function subjectPath({ kind, id }: Subject): string {
  const shard = String(Math.floor(id / SUBJECTS_PER_SHARD)).padStart(4, '0');
  return `work/${shard}/${kind === 'photo' ? 'p' : 's'}${id}`;
}
