import type { createApp } from '../app.ts';
import { repliesOf } from '../openapi.ts';
import { problem } from '../replies/problem.ts';
import type { Reply } from '../replies/replies.ts';

type App = Pick<ReturnType<typeof createApp>, 'routes'>;
type Asked = { readonly method: string; readonly url: string };

/** What is in a reply and not in the OpenAPI document, or the other way round, to the last key; empty when they agree. Leaves the body to be read. */
export function createReplyCheck(app: App): (asked: Asked, reply: Response) => Promise<readonly string[]> {
  const routes = [...repliesOf(app)].map(([route, reply]) => ({ pattern: patternOf(route), reply }));
  return async ({ method, url }, reply) => {
    const { pathname } = new URL(url, 'http://localhost');
    if (!pathname.startsWith('/api/')) return [];
    if (reply.status >= 400) return bodyProblems({ type: 'application/problem+json', schema: problem }, reply);
    const promised = routes.find(({ pattern }) => pattern.test(`${method} ${pathname.slice('/api'.length)}`))?.reply;
    if (promised === undefined) return [`no route says what it replies to ${method} ${pathname}`];
    if (reply.status === 304 && promised.isRevalidated === true) return headerProblems(promised, reply);
    if (reply.status !== promised.status) return [`the status is ${reply.status}, not ${promised.status}`];
    return [...headerProblems(promised, reply), ...(await bodyProblems(promised, reply))];
  };
}

function patternOf(route: string): RegExp {
  return new RegExp(`^${route.replace(/(?<=.)\/$/, '').replaceAll(/:\w+/g, '[^/]+')}/?$`);
}

function headerProblems({ headers }: Reply, reply: Response): readonly string[] {
  const missing = Object.entries(headers).filter(([name, { always }]) => always && !reply.headers.has(name));
  return missing.map(([name]) => `it has no ${name}`);
}

async function bodyProblems(
  { type, schema }: Pick<Reply, 'type' | 'schema'>,
  reply: Response,
): Promise<readonly string[]> {
  const sentType = reply.headers.get('Content-Type')?.split(';')[0] ?? null;
  if (sentType !== type) return [`it is ${sentType ?? 'without a type'}, not ${type ?? 'without one'}`];
  const parsed = schema?.safeParse(await reply.clone().json());
  return parsed?.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
}
