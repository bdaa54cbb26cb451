import { createApp } from '@proofline/api/app.ts';
import { inMemoryPorts } from '@proofline/api/testing/in-memory-ports.ts';
import { createReplyCheck } from '@proofline/api/testing/reply-check.ts';

const check = createReplyCheck(createApp(inMemoryPorts().ports));

/** Asks a running API; throws where the reply is not what the OpenAPI document says, to the last key. */
export const describedFetch: typeof fetch = async (asked, init) => {
  const reply = await fetch(asked, init);
  const { method, url } = asked instanceof Request ? asked : { method: init?.method ?? 'GET', url: String(asked) };
  const problems = await check({ method, url }, reply);
  if (problems.length > 0) throw new Error(`the reply to ${method} ${url} is not as described: ${problems.join('; ')}`);
  return reply;
};
