import { z } from 'zod';

/** Many of what `item` describes. */
export const listOf = <Item>(item: z.ZodType<Item>): z.ZodType<readonly Item[]> => z.array(item);
