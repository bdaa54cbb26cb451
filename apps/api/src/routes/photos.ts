import { overridesRequest, reviewEdit } from '@proofline/domain/review.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { requireRole, type ApiEnv } from '../authorization.ts';
import type { ApiPorts } from '../ports.ts';
import { repliesRevision, revisionReply, seenRevision } from '../if-match.ts';
import { immutable } from '../web-files.ts';
import { recordReply } from '../record-reply.ts';
import { idText, validated } from '../validated.ts';
import { dossier } from '../replies/dossier.ts';
import { replies, repliesFile, repliesNothing } from '../replies/replies.ts';
import { reviewView } from '../replies/review.ts';

const photo = validated('param', z.object({ photoId: idText }));
const image = z.object({ photoId: idText, sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be the hash of an image') });
const reason = z.string().trim().min(1).max(2000);

const because = validated('json', z.object({ reason }));
const picture = repliesFile('image/jpeg', {
  headers: { ETag: { description: 'Its hash: the same bytes for ever', always: true } },
});

const approval = z.object({
  revisionHash: z.string().regex(/^[0-9a-f]{64}$/, 'must be the revision hash that the review showed'),
  note: z.exactOptional(reason),
  overrides: z.exactOptional(overridesRequest),
});

/** What a reviewer does to one photo; each act is a noun of its own. */
export const photoRoutes = ({
  dossiers,
  images,
  reviews,
  publications,
  onWork,
}: Pick<ApiPorts, 'dossiers' | 'images' | 'reviews' | 'publications' | 'onWork'>) =>
  new Hono<ApiEnv>()
    .get('/:photoId', photo, replies(dossier), (c) => recordReply(c, dossiers.get(c.req.valid('param').photoId)))
    .get('/:photoId/images/:sha256', validated('param', image), picture, async (c) => {
      const { photoId, sha256 } = c.req.valid('param');
      const bytes = await images.read(photoId, sha256);
      return c.body(bytes, 200, { 'Content-Type': 'image/jpeg', ...immutable(sha256) });
    })
    .get('/:photoId/whole-images/:sha256', requireRole('reviewer'), validated('param', image), picture, async (c) => {
      const { photoId, sha256 } = c.req.valid('param');
      const bytes = await images.readWhole(photoId, sha256, c.req.raw.signal);
      return c.body(bytes, 200, { 'Content-Type': 'image/jpeg', ...immutable(sha256) });
    })
    .put('/:photoId/approval', requireRole('reviewer'), photo, validated('json', approval), replies(reviewView), (c) =>
      recordReply(c, reviews.approve(c.req.valid('param').photoId, c.req.valid('json'), c.get('actor'))),
    )
    .delete('/:photoId/approval', requireRole('reviewer'), photo, repliesRevision, (c) =>
      revisionReply(c, reviews.takeBack(c.req.valid('param').photoId, c.get('actor'))),
    )
    .put('/:photoId/rejection', requireRole('reviewer'), photo, because, repliesNothing(), (c) => {
      reviews.reject(c.req.valid('param').photoId, c.req.valid('json'), c.get('actor'));
      onWork();
      return c.body(null, 204);
    })
    .patch('/:photoId/review', requireRole('reviewer'), photo, validated('json', reviewEdit), repliesRevision, (c) =>
      revisionReply(
        c,
        reviews.edit(c.req.valid('param').photoId, c.req.valid('json'), c.get('actor'), seenRevision(c)),
      ),
    )
    .put('/:photoId/withdrawal', requireRole('reviewer'), photo, because, repliesNothing(), (c) => {
      publications.withdraw(c.req.valid('param').photoId, c.req.valid('json').reason, c.get('actor'));
      onWork();
      return c.body(null, 204);
    })
    .put('/:photoId/publication-roll-back', requireRole('reviewer'), photo, because, repliesNothing(), (c) => {
      publications.rollBack(c.req.valid('param').photoId, c.req.valid('json').reason, c.get('actor'));
      onWork();
      return c.body(null, 204);
    });
