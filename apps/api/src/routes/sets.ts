import { photoSetRequest } from '@proofline/domain/photo-set.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { folderFor } from '../folder-for.ts';
import { idempotent } from '../idempotent.ts';
import { linkNextPage, nextPageLink } from '../next-page.ts';
import { recordReply } from '../record-reply.ts';
import { listOf } from '../replies/list-of.ts';
import { photoSet } from '../replies/photo-set.ts';
import { replies, repliesNothing } from '../replies/replies.ts';
import { idText, limitText, validated } from '../validated.ts';

/** Who names nobody gets the operator's usual captioner. */
const request = photoSetRequest.extend({ captioner: z.exactOptional(photoSetRequest.shape.captioner.unwrap()) });

const USUAL_PAGE = 100;
const which = z.object({ setId: idText });
const hold = z.object({ reason: z.string().trim().min(1).max(2000) });
const page = z.object({ after: z.exactOptional(idText), limit: z.exactOptional(limitText) });

export const setRoutes = ({
  sets,
  captioners,
  folders,
  idempotencyKeys,
  onWork,
}: Pick<ApiPorts, 'sets' | 'captioners' | 'folders' | 'idempotencyKeys' | 'onWork'>) =>
  new Hono<ApiEnv>()
    .get('/', validated('query', page), replies(listOf(photoSet), { headers: nextPageLink }), (c) => {
      const asked = { limit: USUAL_PAGE, ...c.req.valid('query') };
      const found = sets.list(asked);
      linkNextPage(c, { cursor: 'after', limit: asked.limit, keys: found.map(({ id }) => id) });
      return recordReply(c, found);
    })
    .get('/:setId', validated('param', which), replies(photoSet), (c) =>
      recordReply(c, sets.get(c.req.valid('param').setId)),
    )
    .post(
      '/',
      requireRole('operator'),
      idempotent({ idempotencyKeys }),
      validated('json', request),
      replies(photoSet, { status: 201 }),
      async (c) => {
        const { captioner = captioners.usual, ...asked } = c.req.valid('json');
        const sourceFolder = await folderFor(c, folders, asked.sourceFolder);
        const set = sets.add({ ...asked, sourceFolder, captioner }, c.get('actor'));
        onWork();
        return recordReply(c, set);
      },
    )
    .put(
      '/:setId/hold',
      requireRole('operator'),
      validated('param', which),
      validated('json', hold),
      repliesNothing(),
      (c) => {
        sets.hold(c.req.valid('param').setId, c.req.valid('json').reason, c.get('actor'));
        onWork();
        return c.body(null, 204);
      },
    )
    .delete('/:setId/hold', requireRole('operator'), validated('param', which), repliesNothing(), (c) => {
      sets.resume(c.req.valid('param').setId, c.get('actor'));
      onWork();
      return c.body(null, 204);
    });
