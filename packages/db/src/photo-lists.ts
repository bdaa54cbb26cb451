import { publicAddress, type OnSiteItem, type PhotoListItem, type PhotoLists } from '@proofline/domain/photo-list.ts';
import { createPhotoSearch, LISTED } from './photo-search.ts';
import type { UnitOfWork } from './unit-of-work.ts';

type Page = {
  readonly setId: number;
  readonly state: string;
  readonly after: number;
  readonly limit: number;
  readonly id: number;
};

export function createPhotoLists({ sqlite }: UnitOfWork): PhotoLists {
  /** A statement for each filter: one with `OR` in it would use no index. */
  const pageWhere = (filter: string) =>
    sqlite.prepare<Partial<Page>, PhotoListItem>(
      `SELECT ${LISTED} FROM photos p WHERE ${filter} p.id > @after ORDER BY p.id LIMIT @limit`,
    );
  const all = pageWhere('');
  const ofSet = pageWhere('p.set_id = @setId AND');
  const inState = pageWhere('p.state = @state AND');
  const inStateOfSet = pageWhere('p.set_id = @setId AND p.state = @state AND');
  const onSite = sqlite.prepare<[number, number], OnSiteItem>(
    `SELECT id AS publicationId, photo_id AS photoId, file_name AS fileName, revision_hash AS revisionHash,
       requested_by AS requestedBy, requested_at AS requestedAt, published_photo ->> 'webUrl' AS webUrl
     FROM publications WHERE state = 'published' AND id < ? ORDER BY id DESC LIMIT ?`,
  );
  return {
    photos({ setId, state, after = 0, limit }) {
      if (setId === undefined)
        return state === undefined ? all.all({ after, limit }) : inState.all({ state, after, limit });
      return state === undefined
        ? ofSet.all({ setId, after, limit })
        : inStateOfSet.all({ setId, state, after, limit });
    },
    search: createPhotoSearch(sqlite),
    onSite: ({ before = Number.MAX_SAFE_INTEGER, limit }) =>
      onSite.all(before, limit).map((item) => ({ ...item, webUrl: publicAddress(item.webUrl) })),
  };
}
