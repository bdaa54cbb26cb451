import { parseResponse, type ApiClient } from '@proofline/api/client.ts';

/** Signs one browser in, once. The code stands behind `#`: browsers send that to nobody, and nothing logs it. */
export async function signInLink(client: ApiClient, apiUrl: string): Promise<string> {
  const { code } = await parseResponse(client['sign-in-links'].$post());
  return `${apiUrl}/sign-in#${code}`;
}
