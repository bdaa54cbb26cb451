import { roles, type Actor } from '@proofline/domain/actor.ts';
import { z } from 'zod';
import { schemaOf } from './schema-of.ts';

export const named = { name: z.string(), roles: z.array(z.enum(roles)) };

export const actor = schemaOf<Actor>('Actor')(z.strictObject(named));
