import { parseResponse, type ApiClient } from '@proofline/api/client.ts';
import type { ReviewView } from '@proofline/domain/review.ts';

type Review = ApiClient['photos'][':photoId']['review'];
type Edits = Parameters<Review['$patch']>[0]['json'];

/** Changes a photo's words in view of what they are now, as the web application does. Throws what the API refuses. */
export async function editReview(client: ApiClient, photoId: number, json: Edits): Promise<ReviewView> {
  const param = { photoId: String(photoId) };
  const { revisionHash } = await parseResponse(client.reviews[':photoId'].$get({ param }));
  const seen = { headers: { 'If-Match': `"${revisionHash}"` } };
  return parseResponse(client.photos[':photoId'].review.$patch({ param, json }, seen));
}
