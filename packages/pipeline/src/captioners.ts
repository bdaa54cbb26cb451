import type { Captioner } from '@proofline/domain/captioner.ts';

/** By id, as a set asks for one. */
export type Captioners = Readonly<Record<string, Captioner>>;
