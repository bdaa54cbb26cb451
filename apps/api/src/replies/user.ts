import type { User } from '@proofline/domain/user.ts';
import { z } from 'zod';
import { named } from './actor.ts';
import { instant } from './scalars.ts';
import { schemaOf } from './schema-of.ts';

export const user = schemaOf<User>('User')(z.strictObject({ ...named, addedAt: instant, passwordSetAt: instant }));
