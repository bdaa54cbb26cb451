import { config } from 'zod/v4';

// Zod tries whether it may make code of texts. It may not, here: the content policy forbids it and reports each try.
config({ jitless: true });

/** What the application gets for `zod` (`vite.config.ts`): set before the first schema is made, whatever chunk that is in. */
export * from 'zod/v4';
