import { Blocked } from '@proofline/domain/blocking.ts';
import type { Role } from '@proofline/domain/actor.ts';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createCheckedApp } from './testing/checked-app.ts';
import type { Problem } from './error-reply.ts';
import { inMemoryPorts } from './testing/in-memory-ports.ts';
import { legalCalls, newSet, type Call } from './testing/legal-calls.ts';

let world: ReturnType<typeof inMemoryPorts>;
let app: ReturnType<typeof createCheckedApp>;
let tokens: Record<Role, string>;

beforeEach(() => {
  world = inMemoryPorts();
  app = createCheckedApp(world.ports);
  const issue = (role: Role) => world.ports.tokens.issue({ name: `the ${role}`.replace(' ', '-'), roles: [role] });
  tokens = { operator: issue('operator'), reviewer: issue('reviewer'), ops: issue('ops') };
});

async function send([method, path, body]: Call, token?: string, headers: Record<string, string> = {}) {
  return app.request(`/api${path}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

const problemOf = async (response: Response) => (await response.json()) as Problem;
const revisionHash = () => world.ports.reviews.view(1).revisionHash;
const routes = legalCalls(() => revisionHash());

let asked = 0;
afterAll(() => void process.stdout.write(`authorisation matrix: ${routes.length} calls, ${asked} requests\n`));

describe.each(routes.map((route) => ({ ...route, name: route.call.toString().replace(/^.*?\['|'[^']*$/g, '') })))(
  'route $name',
  ({ call, headers = () => ({}), needs, succeeds }) => {
    beforeEach(() => {
      world.state.published.add(2);
      world.ports.redrafts.request(1, {}, { name: 'Rita', roles: [] });
    });

    test.each(['operator', 'reviewer', 'ops'] as const)('for a token of role %s', async (role) => {
      asked += 1;
      const response = await send(call(), tokens[role], headers());
      await response.body?.cancel();
      expect(response.status).toBe(needs === null || [needs].flat().includes(role) ? succeeds : 403);
    });

    test.each([undefined, 'a-guess'])('with the token %s it is refused and nothing changes', async (token) => {
      asked += 1;
      const response = await send(call(), token);
      expect(response.status).toBe(401);
      expect(response.headers.get('WWW-Authenticate')).toBe('Bearer');
      expect(world.state.events.map(({ kind }) => kind)).toEqual(['request.refused']);
      expect(world.state.work).toBe(0);
    });
  },
);

test('the table above holds every route of the API', () => {
  const registered = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
  const uncovered = registered.filter((route) => {
    const pattern = new RegExp(`^${route.replace(' /api', ' ').replaceAll(/:\w+/g, '[^/]+')}$`);
    return !routes.some(({ call }) => pattern.test(`${call()[0]} ${call()[1].split('?')[0]}`));
  });
  expect([...new Set(uncovered)]).toEqual(['GET /api/health', 'POST /api/session', 'GET /*']);
});

test('a set that names no captioner gets the usual one, and one that does keeps it', async () => {
  world.ports = Object.assign(world.ports, { captioners: { ...world.ports.captioners, usual: 'ollama' } });
  app = createCheckedApp(world.ports);
  await send(['POST', '/sets', newSet], tokens.operator);
  await send(['POST', '/sets', { ...newSet, captioner: 'template' }], tokens.operator);
  expect(world.state.sets.slice(1).map(({ captioner }) => captioner)).toEqual(['ollama', 'template']);
});

test('a redraft by a captioner that is not there is refused with those that are', async () => {
  const response = await send(['POST', '/photos/1/redrafts', { captioner: 'oracle' }], tokens.reviewer);
  expect(await problemOf(response)).toMatchObject({
    status: 400,
    problems: ['there is no captioner oracle; there is: template, ollama'],
  });
});

test('health needs no token', async () => {
  const response = await send(['GET', '/health']);
  expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
});

describe('who acts', () => {
  test('is the person of the token, whatever the request says', async () => {
    const body = { revisionHash: revisionHash(), actor: 'Somebody Else', decidedBy: 'Somebody Else' };
    await send(['PUT', '/photos/1/approval', body], tokens.reviewer);
    expect(world.state.events.at(-1)).toMatchObject({ kind: 'review.approved', actor: 'the-reviewer', photoId: 1 });
  });

  test('a refusal for a missing role leaves an event with the name', async () => {
    const response = await send(['PUT', '/photos/1/approval', { revisionHash: revisionHash() }], tokens.operator);
    expect(await problemOf(response)).toMatchObject({
      status: 403,
      code: 'not_allowed',
      detail: 'the-operator is not a reviewer; nothing was changed; ask somebody who is',
    });
    expect(world.state.events).toMatchObject([
      { kind: 'request.refused', actor: 'the-operator', detail: { method: 'PUT', path: '/api/photos/1/approval' } },
    ]);
    expect(world.state.statuses.get(1)).toBe('pending');
  });

  test('strangers who knock a thousand times fill no log', async () => {
    for (let knock = 0; knock < 1000; knock += 1) await send(['GET', '/sets'], 'a-guess');
    expect(world.state.events).toHaveLength(1);
    world.state.now = new Date(world.state.now.getTime() + 60_000);
    await send(['GET', '/sets'], 'a-guess');
    expect(world.state.events.map(({ detail }) => detail['requests'])).toEqual([1, 1000]);
  });
});

describe('an invalid request', () => {
  test('is answered with every problem at once', async () => {
    const response = await send(['POST', '/sets', { subject: '', location: 'x'.repeat(201) }], tokens.operator);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ type: 'about:blank', title: 'Bad Request', status: 400, code: 'invalid' });
    expect(problem.problems.map((text) => text.split(':')[0])).toEqual([
      'sourceFolder',
      'subject',
      'location',
      'folderKey',
    ]);
    expect(problem.detail).toBe(problem.problems.join('; '));
    expect(world.state.sets).toHaveLength(1);
  });

  test.each<Call>([
    ['GET', '/sets/zero'],
    ['GET', '/sets/0'],
    ['GET', '/sets/99999999999999999999'],
    ['GET', '/events?after=-1'],
    ['GET', '/reviews?limit=1001'],
    ['GET', '/reviews?status=perfect'],
    ['GET', '/publications/plan?photoId=1&photoId=x'],
    ['POST', '/publications', { photoIds: [] }],
    ['POST', '/rollbacks', { scope: 'world', id: 1, reason: 'x' }],
    ['POST', '/sets', '{"subject":'],
    ['POST', '/sets', '[]'],
  ])('%s %s is refused as such', async (...call) => {
    const response = await send(call, tokens.operator);
    expect(await problemOf(response)).toMatchObject({ status: 400, code: 'invalid' });
  });

  test.each<Call>([
    ['PUT', '/photos/1/approval', { revisionHash: 'latest' }],
    ['PUT', '/photos/1/rejection', { reason: '  ' }],
    ['PATCH', '/photos/1/review', {}],
    ['PATCH', '/photos/1/review', { qualityRating: 11 }],
    ['PATCH', '/photos/1/review', { fileName: 'mine.jpg' }],
    ['PUT', '/photos/2/withdrawal', {}],
  ])('%s %s of a reviewer is refused as such', async (...call) => {
    const response = await send(call, tokens.reviewer);
    expect(await problemOf(response)).toMatchObject({ status: 400, code: 'invalid' });
  });

  test('of a megabyte is refused before it is read', async () => {
    const headers = { 'Content-Length': '1000000' };
    const response = await send(['POST', '/sets', newSet], tokens.operator, headers);
    expect(await problemOf(response)).toMatchObject({ status: 413, code: 'too_large' });
  });
});

describe('what a desk refuses', () => {
  test('an approval of another revision than the present one is a conflict', async () => {
    const response = await send(['PUT', '/photos/1/approval', { revisionHash: 'a'.repeat(64) }], tokens.reviewer);
    expect(await problemOf(response)).toMatchObject({ status: 409, code: 'conflict' });
  });

  test.each<Call>([
    ['GET', '/sets/77'],
    ['GET', '/photos/77'],
    ['GET', '/nowhere'],
  ])('%s %s is not found', async (...call) => {
    const response = await send(call, tokens.ops);
    expect(await problemOf(response)).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('a bug is logged with the request id and not shown', async () => {
    world.ports.sets.list = () => {
      throw new Error('SELECT secret FROM inside');
    };
    const response = await send(['GET', '/sets'], tokens.ops);
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ status: 500, code: 'internal' });
    expect(JSON.stringify(problem)).not.toContain('secret');
    expect(world.state.logged).toMatchObject([{ requestId: problem.requestId, path: '/api/sets' }]);
    expect(response.headers.get('X-Request-Id')).toBe(problem.requestId);
  });
});

test('a database that is locked is said in words, with what to do, and is no bug', async () => {
  world.ports.sets.add = () => {
    throw new Blocked('database-busy', 'another program holds review.db; nothing was written');
  };
  expect(await problemOf(await send(['POST', '/sets', newSet], tokens.operator))).toMatchObject({
    status: 503,
    code: 'unavailable',
    problems: ['another program holds review.db; nothing was written', expect.stringMatching(/^close the program/)],
  });
  expect(world.state.logged).toEqual([]);
});

test('the dispatcher is woken by what makes work due and by nothing else', async () => {
  const woken = async (call: Call, token: string) => {
    const before = world.state.work;
    await send(call, token);
    return world.state.work - before;
  };
  expect(await woken(['POST', '/sets', newSet], tokens.operator)).toBe(1);
  expect(await woken(['PUT', '/photos/3/rejection', { reason: 'blurred' }], tokens.reviewer)).toBe(1);
  expect(await woken(['POST', '/publications', {}], tokens.operator)).toBe(1);
  expect(await woken(['POST', '/rollbacks', { scope: 'set', id: 1, reason: 'x' }], tokens.operator)).toBe(1);
  expect(await woken(['POST', '/sets', {}], tokens.operator)).toBe(0);
  expect(await woken(['GET', '/sets'], tokens.operator)).toBe(0);
});
