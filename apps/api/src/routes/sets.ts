import { photoSetRequest } from '@proofline/domain/photo-set.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { folderFor } from '../folder-for.ts';
import { recordReply } from '../record-reply.ts';
import { idText, validated } from '../validated.ts';

/** Who names nobody gets the operator's usual captioner. */
const request = photoSetRequest.extend({ captioner: z.exactOptional(photoSetRequest.shape.captioner.unwrap()) });

export const setRoutes = ({
  sets,
  captioners,
  folders,
  onWork,
}: Pick<ApiPorts, 'sets' | 'captioners' | 'folders' | 'onWork'>) =>
  new Hono<ApiEnv>()
    .get('/', (c) => recordReply(c, sets.list()))
    .get('/:setId', validated('param', z.object({ setId: idText })), (c) =>
      recordReply(c, sets.get(c.req.valid('param').setId)),
    )
    .post('/', requireRole('operator'), validated('json', request), async (c) => {
      const { captioner = captioners.usual, ...asked } = c.req.valid('json');
      const sourceFolder = await folderFor(c, folders, asked.sourceFolder);
      const set = sets.add({ ...asked, sourceFolder, captioner }, c.get('actor'));
      onWork();
      return recordReply(c, set, 201);
    });
