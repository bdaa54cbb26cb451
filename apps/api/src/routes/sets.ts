import { photoSetRequest } from '@proofline/domain/photo-set.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { idText, validated } from '../validated.ts';

export const setRoutes = ({ sets, onWork }: Pick<ApiPorts, 'sets' | 'onWork'>) =>
  new Hono<ApiEnv>()
    .get('/', (c) => c.json(sets.list()))
    .get('/:setId', validated('param', z.object({ setId: idText })), (c) =>
      c.json(sets.get(c.req.valid('param').setId)),
    )
    .post('/', requireRole('operator'), validated('json', photoSetRequest), (c) => {
      const set = sets.add(c.req.valid('json'), c.get('actor'));
      onWork();
      return c.json(set, 201);
    });
