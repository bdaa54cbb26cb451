import { wordsIn } from '@proofline/domain/photo-list.ts';
import { photoStates } from '@proofline/domain/photo.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import type { ApiEnv } from '../authorization.ts';
import { linkNextPage, nextPageLink } from '../next-page.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { idText, limitText, validated } from '../validated.ts';
import { listOf } from '../replies/list-of.ts';
import { foundPhotos, onSiteItem, photoListItem } from '../replies/photo-list.ts';
import { replies } from '../replies/replies.ts';

const USUAL_PAGE = 100;

const photos = z.object({
  setId: z.exactOptional(idText),
  state: z.exactOptional(z.enum(photoStates)),
  after: z.exactOptional(idText),
  limit: z.exactOptional(limitText),
});
const onSite = z.object({ before: z.exactOptional(idText), limit: z.exactOptional(limitText) });

const MOST_WORDS = 8;
const search = z.object({
  text: z
    .string()
    .max(200)
    .transform(wordsIn)
    .refine((words) => words.length > 0, 'must hold a word')
    .refine((words) => words.length <= MOST_WORDS, `must hold at most ${MOST_WORDS} words`),
  before: z.exactOptional(idText),
  limit: z.exactOptional(limitText),
});

/** Everything there is, page by page. */
export const photoListRoutes = ({ photoLists }: Pick<ApiPorts, 'photoLists'>) =>
  new Hono<ApiEnv>()
    .get('/photos', validated('query', photos), replies(listOf(photoListItem), { headers: nextPageLink }), (c) => {
      const page = { limit: USUAL_PAGE, ...c.req.valid('query') };
      const found = photoLists.photos(page);
      linkNextPage(c, { cursor: 'after', limit: page.limit, keys: found.map(({ id }) => id) });
      return recordReply(c, found);
    })
    .get('/searches', validated('query', search), replies(foundPhotos), (c) => {
      const { text: words, ...page } = c.req.valid('query');
      return recordReply(c, photoLists.search({ limit: USUAL_PAGE, ...page, words }));
    })
    .get('/publications', validated('query', onSite), replies(listOf(onSiteItem), { headers: nextPageLink }), (c) => {
      const page = { limit: USUAL_PAGE, ...c.req.valid('query') };
      const found = photoLists.onSite(page);
      linkNextPage(c, { cursor: 'before', limit: page.limit, keys: found.map(({ publicationId }) => publicationId) });
      return recordReply(c, found);
    });
