import fc from 'fast-check';
import { areLongTests } from './long-tests.ts';

/** A usual run tries the same cases each time, so that a change is judged by nothing but itself; `pnpm test:long` looks for new ones. */
if (!areLongTests) fc.configureGlobal({ seed: 20_261_126 });
