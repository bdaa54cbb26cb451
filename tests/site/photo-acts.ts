import { parseResponse, type ApiClient } from '@proofline/api/client.ts';
import { editReview } from '../support/edit-review.ts';

/** What changes what the site shows of a photo. */
export const siteActs = ['publication', 'correction', 'roll-back', 'withdrawal'] as const;
export type SiteAct = (typeof siteActs)[number];

/** The state in which a photo rests after each. */
export const restAfter = {
  publication: 'published',
  correction: 'published',
  'roll-back': 'in-review',
  withdrawal: 'withdrawn',
} as const satisfies Record<SiteAct, string>;

/** One photo of a set, by its place there: ids differ from one data folder to the next. */
export type ActedOn = { readonly photoId: number; readonly place: number };

/** The photo's own words: the gate lets no two photos have the same. */
const correctionOf = (place: number) => `Corrected by the reviewer after photo ${place} was published`;

/** What a person does before the act itself is asked for; nothing of it reaches the site. */
export async function prepare(client: ApiClient, { photoId, place }: ActedOn, act: SiteAct): Promise<void> {
  if (act === 'correction') await editReview(client, photoId, { caption: correctionOf(place) });
  if (act === 'publication' || act === 'correction') await approve(client, photoId);
}

/** Asks for it; it is done later. */
export async function begin(client: ApiClient, { photoId }: ActedOn, act: SiteAct): Promise<void> {
  const photo = client.photos[':photoId'];
  const reason = { param: { photoId: String(photoId) }, json: { reason: 'a test asks for it' } };
  switch (act) {
    case 'publication':
    case 'correction':
      await parseResponse(client.publications.$post({ json: { photoIds: [photoId] } }));
      break;
    case 'roll-back':
      await parseResponse(photo['publication-roll-back'].$put(reason));
      break;
    case 'withdrawal':
      await parseResponse(photo.withdrawal.$put(reason));
      break;
  }
}

async function approve(client: ApiClient, photoId: number): Promise<void> {
  const param = { photoId: String(photoId) };
  const { revisionHash } = await parseResponse(client.reviews[':photoId'].$get({ param }));
  await parseResponse(client.photos[':photoId'].approval.$put({ param, json: { revisionHash } }));
}
