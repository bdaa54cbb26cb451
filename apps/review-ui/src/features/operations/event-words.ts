import type { Event } from '@proofline/domain/event.ts';

const LONGEST_DETAIL = 200;

export function detailOf({ detail }: Event): string {
  const text = Object.entries(detail)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
  return text.length > LONGEST_DETAIL ? `${text.slice(0, LONGEST_DETAIL)}…` : text;
}

/** What a search goes through. */
export const textOf = (event: Event) =>
  `${event.kind} ${event.actor} ${event.setId ?? ''} ${event.photoId ?? ''} ${detailOf(event)}`.toLowerCase();
