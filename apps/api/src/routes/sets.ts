import { photoSetRequest } from '@proofline/domain/photo-set.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { recordReply } from '../record-reply.ts';
import { idText, validated } from '../validated.ts';

export const setRoutes = ({ sets, onWork }: Pick<ApiPorts, 'sets' | 'onWork'>) =>
  new Hono<ApiEnv>()
    .get('/', (c) => recordReply(c, sets.list()))
    .get('/:setId', validated('param', z.object({ setId: idText })), (c) =>
      recordReply(c, sets.get(c.req.valid('param').setId)),
    )
    .post('/', requireRole('operator'), validated('json', photoSetRequest), (c) => {
      const set = sets.add(c.req.valid('json'), c.get('actor'));
      onWork();
      return recordReply(c, set, 201);
    });
