import type { Actor } from '@proofline/domain/actor.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { ReviewView } from '@proofline/domain/review.ts';
import type { ApiPorts } from '../ports.ts';

export const SAMPLE_PREVIEW = 'd'.repeat(64);

const preview = {
  hash: SAMPLE_PREVIEW,
  photos: [],
  counts: { changed: 0, unchanged: 0, problems: 0, matches: 0, voidedApprovals: 0 },
};

/** Many photos at once, and undo: what they do is `packages/db`'s matter and tested there. Here it is who may, and what a reply carries. */
export function sampleBulk(
  view: (photoId: number) => ReviewView,
  record: (actor: string, kind: string) => void,
): Pick<ApiPorts, 'bulk' | 'fieldHistories' | 'reviewActs'> {
  const applied = (actor: Actor, seenHash: string) => {
    if (seenHash !== SAMPLE_PREVIEW) throw new DomainError('changed', 'the photos changed since the preview');
    record(actor.name, 'review.edited');
    return Promise.resolve({ actId: 1, photos: [{ photoId: 1, outcome: 'changed' as const, reason: null }] });
  };
  return {
    bulk: {
      preview: () => Promise.resolve(preview),
      apply: (_request, actor, seenHash) => applied(actor, seenHash),
      approve: (_request, actor) => applied(actor, SAMPLE_PREVIEW),
      reject: (_request, actor) => applied(actor, SAMPLE_PREVIEW),
      takeBack: (_photoIds, actor) => applied(actor, SAMPLE_PREVIEW),
      keywordCounts: () => Promise.resolve([{ keyword: 'ice', photos: 2 }]),
      exportCsv: () => Promise.resolve('photo_id,caption\r\n1,A lake\r\n'),
      exportCsvOf: (photoIds) => Promise.resolve(`photo_id\r\n${photoIds.join('\r\n')}\r\n`),
      previewCsv: () => Promise.resolve(preview),
      applyCsv: (_csv, actor, seenHash) => applied(actor, seenHash),
    },
    fieldHistories: {
      of: (photoId) => [
        {
          id: 'file',
          field: 'caption',
          value: view(photoId).published.caption,
          author: { kind: 'file' },
          at: null,
          isCurrent: true,
        },
      ],
      revert(photoId, _request, actor, seenHash) {
        const seen = view(photoId);
        if (seenHash !== seen.revisionHash) throw new DomainError('changed', `photo ${photoId} changed`);
        record(actor.name, 'review.edited');
        return seen;
      },
    },
    reviewActs: {
      list: () => [],
      undo(actor) {
        record(actor.name, 'review.undone');
        const at = '2026-01-01T00:00:00.000Z';
        const act = { id: 1, kind: 'edit', actor: actor.name, at, photos: 1, firstPhotoId: 1, undoneAt: at } as const;
        return Promise.resolve({ act, photos: [{ photoId: 1, undoing: 'undone' as const, reason: null }] });
      },
    },
  };
}
