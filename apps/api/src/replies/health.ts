import { z } from 'zod';
import { schemaOf } from './schema-of.ts';

export const health = schemaOf<{ readonly status: 'ok' }>()(z.strictObject({ status: z.literal('ok') }));
