import type { Context } from 'hono';
import type { ReplyHeaders } from './replies/replies.ts';

export const nextPageLink: ReplyHeaders = {
  Link: { description: 'Where the next page begins (RFC 8288); absent on the last one', always: false },
};

/**
 * Says where the next page begins (RFC 8288), when this one is full: `cursor` is the parameter that takes the key of the page's last item. A page that
 * is not full is the last one.
 */
export function linkNextPage(
  c: Context,
  page: { readonly cursor: 'after' | 'before'; readonly limit: number; readonly keys: readonly number[] },
): void {
  const last = page.keys.at(-1);
  if (last === undefined || page.keys.length < page.limit) return;
  const next = new URL(c.req.url);
  next.searchParams.set(page.cursor, String(last));
  c.header('Link', `<${next.pathname}${next.search}>; rel="next"`);
}
