import { qualityBands } from '@proofline/domain/quality.ts';
import { frameFilters, reviewStatuses } from '@proofline/domain/review.ts';
import { reviewOrders } from '@proofline/domain/review-order.ts';
import { z } from 'zod';
import { flagText, idText, limitText } from '../validated.ts';

/** Which reviews, as an address says it. */
export const reviewFilter = z.object({
  status: z.exactOptional(z.enum(reviewStatuses)),
  setId: z.exactOptional(idText),
  groupId: z.exactOptional(idText),
  frames: z.exactOptional(z.enum(frameFilters)),
  band: z.exactOptional(z.enum(qualityBands)),
  isBlocked: z.exactOptional(flagText),
  isLookalike: z.exactOptional(flagText),
  order: z.exactOptional(z.enum(reviewOrders)),
  after: z.exactOptional(idText),
  limit: z.exactOptional(limitText),
});
