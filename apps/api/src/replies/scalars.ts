import { z } from 'zod';

export const id = z.int().min(1);
export const count = z.int().min(0);
/** A part of a whole, or how far something can be trusted. */
export const share = z.number().min(0).max(1);
export const instant = z.iso.datetime().describe('UTC');
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const words = z.array(z.string());
