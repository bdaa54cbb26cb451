import { expect, test } from 'vitest';
import { createApp } from '../app.ts';
import { inMemoryPorts } from './in-memory-ports.ts';
import { createReplyCheck } from './reply-check.ts';
import { sampleSet } from './sample-photo.ts';

const check = createReplyCheck(createApp(inMemoryPorts().ports));
const json = { 'Content-Type': 'application/json' };
const jpeg = { 'Content-Type': 'image/jpeg' };
const get = (url: string) => ({ method: 'GET', url });
const thumb = get('/api/folders/thumbs?path=/photos&name=a.jpg');

test('a reply that is as described passes, and can still be read', async () => {
  const reply = Response.json([sampleSet]);
  expect(await check(get('http://127.0.0.1:4170/api/sets?limit=5'), reply)).toEqual([]);
  expect(await reply.json()).toEqual([sampleSet]);
  expect(await check(thumb, new Response('x', { headers: { ...jpeg, ETag: '"1"' } }))).toEqual([]);
  expect(await check(thumb, new Response(null, { status: 304, headers: { ETag: '"1"' } }))).toEqual([]);
  expect(await check(get('/review'), new Response('<html>'))).toEqual([]);
});

test.each([
  ['a key more', get('/api/sets/1'), Response.json({ ...sampleSet, token: 'x' }), ['Unrecognized key: "token"']],
  ['a key more, deep in it', get('/api/sets'), Response.json([{ ...sampleSet, x: 1 }]), ['Unrecognized key: "x"']],
  ['another status', get('/api/sets/1'), Response.json(sampleSet, { status: 201 }), ['the status is 201, not 200']],
  ['another type', thumb, new Response('x', { headers: { ...json, ETag: '"1"' } }), ['not image/jpeg']],
  ['no tag', thumb, new Response('x', { headers: jpeg }), ['it has no ETag']],
  ['a body too much', { method: 'DELETE', url: '/api/sessions/1' }, Response.json({}), ['the status is 200, not 204']],
  [
    'a refusal that is none of ours',
    get('/api/sets'),
    new Response('no', { status: 500 }),
    ['not application/problem+json'],
  ],
  ['no route', get('/api/nowhere'), Response.json({}), ['no route says what it replies to GET /api/nowhere']],
  ['304 where nobody asked', get('/api/sets'), new Response(null, { status: 304 }), ['the status is 304, not 200']],
])('%s is seen', async (_name, asked, reply, problems) => {
  expect(await check(asked, reply)).toEqual(problems.map((problem) => expect.stringContaining(problem)));
});
