import type { AnalyticsReader } from '@proofline/domain/analytics.ts';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { EarlierRequest } from '@proofline/domain/idempotency.ts';
import type { ApiPorts } from '../ports.ts';
import { sampleProgress } from './sample-progress.ts';

const group = { state: 'discarded', stage: 'draft-text', code: 'Timeout' } as const;
export const sampleCause = group;

/** Lists, failures, figures and requests that come twice, each as small as it can be. */
export function sampleOperations(
  record: (actor: string, kind: string) => void,
): Pick<ApiPorts, 'photoLists' | 'publicationProgress' | 'queueView' | 'failures' | 'analytics' | 'idempotencyKeys'> {
  const keys = new Map<string, { request: string; reply: EarlierRequest }>();
  const photo = { setId: 1, fileName: 'LAKE001.JPG', stage: 'open-review', state: 'in-review' } as const;
  return {
    photoLists: {
      photos: ({ after = 0, limit }) =>
        [1, 2, 3]
          .filter((id) => id > after)
          .slice(0, limit)
          .map((id) => ({ ...photo, id, originalFileName: `IMG_${id}.JPG` })),
      search: () => ({ photos: [{ ...photo, id: 1, originalFileName: 'IMG_1.JPG', onSite: null }], before: null }),
      onSite: () => [],
    },
    publicationProgress: { read: () => sampleProgress },
    queueView: {
      all: () => Promise.resolve({ engine: 'embedded', queues: [] }),
      jobs: () => Promise.resolve([]),
    },
    failures: {
      groups: () => [
        {
          ...group,
          photos: 1,
          lastReason: 'slow',
          sample: [{ photoId: 4, setId: 1, originalFileName: 'IMG_4.JPG', reason: 'slow' }],
        },
      ],
      retry({ code }, actor) {
        if (code !== group.code) throw new DomainError('not_found', 'no photo failed for this cause');
        record(actor.name, 'photo.retried');
        return { photoIds: [4], left: [] };
      },
    },
    analytics: {
      read: () => ({ at: '2026-05-04T09:00:00.000Z', rows: [{ band: 'Top', photos: 3 }] }) as never,
    } satisfies AnalyticsReader,
    idempotencyKeys: {
      begin(actor, key, request) {
        const known = keys.get(`${actor} ${key}`);
        if (known === undefined) {
          keys.set(`${actor} ${key}`, { request, reply: { kind: 'unfinished' } });
          return { kind: 'new' };
        }
        return known.request === request ? known.reply : { kind: 'another' };
      },
      finish(actor, key, status, reply) {
        keys.get(`${actor} ${key}`)!.reply = { kind: 'carried-out', status, reply };
      },
      release: (actor, key) => void keys.delete(`${actor} ${key}`),
    },
  };
}
