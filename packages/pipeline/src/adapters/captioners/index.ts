import type { Captioners } from '../../captioners.ts';
import { templateCaptioner } from './template.ts';

/** Every captioner that a set may ask for. A new one: one file beside this, one line here, one test that calls `proveCaptioner`. */
export const captioners: Captioners = {
  template: templateCaptioner,
};
