import { DomainError } from '@proofline/domain/domain-error.ts';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { ApiEnv } from './authorization.ts';

/** The files of the web application, by exact path: nothing that is not in here can be asked for. */
export type WebFiles = {
  /** `path` as in an address, with `/` at its start. Null when there is no such file. */
  get(path: string): WebFile | null;
};

export type WebFile = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Null where the same name may hold something else after the next build. */
  readonly sha256: string | null;
};

/** For what is named by its content. */
export const immutable = (sha256: string) => ({
  ETag: `"${sha256}"`,
  'Cache-Control': 'private, max-age=31536000, immutable',
});

/** Serves the application, in a third of its size to whom takes that; every address that is no file is one of its pages. */
export const webRoutes = (web: WebFiles) =>
  new Hono<ApiEnv>().get('*', compress(), (c) => {
    const { path } = c.req;
    const isPage = !path.split('/').at(-1)!.includes('.');
    const file = isPage ? web.get('/index.html') : web.get(path);
    if (isPage && file === null)
      throw new DomainError(
        'not_found',
        'the web application was not built; stop Proofline and start it with npm, which builds it',
      );
    if (file === null) throw new DomainError('not_found', `there is nothing at ${path.slice(0, 200)}`);
    const caching = file.sha256 === null ? { 'Cache-Control': 'no-cache' } : immutable(file.sha256);
    return c.body(file.bytes, 200, { 'Content-Type': file.type, ...caching });
  });
