import type { Invariant } from './invariant.ts';

type Unapproved = { readonly id: number; readonly photoId: number };

/** Promise 2: a person approved exactly this revision before anybody asked for its publication, and the log says so. */
export const approvals: Invariant = {
  name: 'no published photo without approval of exactly that revision',
  // oxlint-disable-next-line typescript/require-await -- the port is asynchronous, SQLite is not
  async check({ rows, isClockWrong = false }) {
    const unapproved = rows<Unapproved>(
      `SELECT u.id, u.photo_id AS photoId FROM publications u
       WHERE u.state IN ('published', 'withdrawn') AND NOT EXISTS (
         SELECT 1 FROM approvals a JOIN events e ON e.photo_id = a.photo_id AND e.kind = 'review.approved'
           AND json_extract(e.detail, '$.revisionHash') = a.revision_hash AND e.actor = a.reviewer
         JOIN events asked ON asked.photo_id = u.photo_id AND asked.kind = 'publication.requested'
           AND json_extract(asked.detail, '$.publicationId') = u.id AND asked.id > e.id
         WHERE a.photo_id = u.photo_id AND a.revision_hash = u.revision_hash AND (a.approved_at <= u.requested_at OR ?))`,
      Number(isClockWrong),
    );
    const outdated = rows<Unapproved>(
      `SELECT u.id, u.photo_id AS photoId FROM publications u
       JOIN photos p ON p.id = u.photo_id LEFT JOIN reviews r ON r.photo_id = u.photo_id
       WHERE u.state = 'published' AND p.state = 'published'
         AND (r.status IS NOT 'approved' OR r.revision_hash IS NOT u.revision_hash)`,
    );
    const twice = rows<Unapproved>(
      `SELECT max(id) AS id, photo_id AS photoId FROM publications WHERE state = 'published'
       GROUP BY photo_id HAVING count(*) > 1`,
    );
    return [
      ...unapproved.map(({ id, photoId }) => `publication ${id} of photo ${photoId} was never approved`),
      ...outdated.map(
        ({ id, photoId }) => `publication ${id} of photo ${photoId} shows another revision than the approved one`,
      ),
      ...twice.map(({ photoId }) => `photo ${photoId} is published more than once`),
    ];
  },
};
