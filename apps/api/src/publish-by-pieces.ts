import type { Actor } from '@proofline/domain/actor.ts';
import type { PublicationDesk, PublicationStart } from '@proofline/domain/publication.ts';

/** So many photos are asked for in one turn: ten thousand at once would hold up everybody else for seconds. */
const AT_ONCE = 50;

/** What was asked for before a crash stays asked for, and asking again adds the rest. Returns the plan as carried out. */
export async function publishByPieces(
  publications: Pick<PublicationDesk, 'publish'>,
  photoIds: readonly number[],
  actor: Actor,
): Promise<PublicationStart> {
  let carriedOut = publications.publish(photoIds.slice(0, AT_ONCE), actor);
  for (let from = AT_ONCE; from < photoIds.length; from += AT_ONCE) {
    await othersTurn();
    carriedOut = together(carriedOut, publications.publish(photoIds.slice(from, from + AT_ONCE), actor));
  }
  return carriedOut;
}

function together(a: PublicationStart, b: PublicationStart): PublicationStart {
  return {
    items: [...a.items, ...b.items],
    photos: a.photos + b.photos,
    bytes: a.bytes + b.bytes,
    seconds: a.seconds === null || b.seconds === null ? null : a.seconds + b.seconds,
    measuredBy: b.measuredBy,
    asked: a.asked === null || b.asked === null ? (a.asked ?? b.asked) : { first: a.asked.first, last: b.asked.last },
  };
}

const othersTurn = () => new Promise<void>((resolve) => setTimeout(resolve));
