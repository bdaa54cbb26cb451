import { setImmediate } from 'node:timers/promises';
import type { PublicationPlanItem } from '@proofline/domain/publication.ts';
import type { Planner } from './publication-plan.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/**
 * What publishing would do, for people who look again and again while thousands of photos wait or are on their way; without `photoIds`, to all that
 * wait. A photo is planned anew only after something happened to it. Throws `DomainError('not_found')`.
 */
export type PublicationOutlook = (photoIds?: readonly number[]) => Promise<readonly PublicationPlanItem[]>;

/** How long one look may hold up everything else that this process does; in between, others get their turn. */
const TURN_MS = 10;

/** As planned while the photo stood there. */
type Kept = { readonly standing: string; readonly item: PublicationPlanItem };

export function createPublicationOutlook({ sqlite }: UnitOfWork, planner: Planner): PublicationOutlook {
  const lastEvent = sqlite.prepare<[], number>(`SELECT coalesce(max(id), 0) FROM events`).pluck();
  const changedSince = sqlite
    .prepare<[number], number>(`SELECT DISTINCT photo_id FROM events NOT INDEXED WHERE id > ? AND photo_id IS NOT NULL`)
    .pluck();
  // Runs come and go without an event of the photo, and so does a hold of its set; whatever else counts, a decision, an edit, an end, leaves one.
  const standingOf = sqlite
    .prepare<[number], string>(
      `SELECT concat_ws(' ', p.stage, p.state, p.epoch, s.held_by, s.held_reason)
       FROM photos p CROSS JOIN photo_sets s ON s.id = p.set_id WHERE p.id = ?`,
    )
    .pluck();
  const kept = new Map<number, Kept>();
  let seen = 0;

  function forgetChanged(): void {
    const last = lastEvent.get() ?? 0;
    if (kept.size > 0 && last > seen) for (const photoId of changedSince.all(seen)) kept.delete(photoId);
    seen = last;
  }

  /** Nobody looks again at what left the plan. */
  function forgetAllBut(photoIds: ReadonlySet<number>): void {
    for (const photoId of kept.keys()) if (!photoIds.has(photoId)) kept.delete(photoId);
  }

  function look(photoId: number): Kept {
    const standing = standingOf.get(photoId) ?? '';
    const known = kept.get(photoId);
    return known?.standing === standing ? known : { standing, item: planner.plan(photoId).item };
  }

  return async (photoIds) => {
    const wanted = planner.wanted(photoIds);
    forgetChanged();
    const items: PublicationPlanItem[] = [];
    let turnEndsAtMs = performance.now() + TURN_MS;
    for (const photoId of wanted) {
      if (performance.now() > turnEndsAtMs) {
        await setImmediate();
        turnEndsAtMs = performance.now() + TURN_MS;
      }
      const found = look(photoId);
      // Of the whole plan alone: somebody may go through a catalogue photo by photo.
      if (photoIds === undefined || kept.has(photoId)) kept.set(photoId, found);
      items.push(found.item);
    }
    if (photoIds === undefined) forgetAllBut(new Set(wanted));
    return items;
  };
}
