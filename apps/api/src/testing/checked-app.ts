import { createApp } from '../app.ts';
import { createReplyCheck } from './reply-check.ts';

/** The API, whose replies must be what the OpenAPI document says of them. */
export function createCheckedApp(...given: Parameters<typeof createApp>): ReturnType<typeof createApp> {
  const app = createApp(...given);
  const check = createReplyCheck(app);
  const { request } = app;
  app.request = async (asked, init, ...rest) => {
    const reply = await request(asked, init, ...rest);
    const { method, url } = asked instanceof Request ? asked : { method: init?.method ?? 'GET', url: String(asked) };
    const problems = await check({ method, url }, reply);
    if (problems.length > 0)
      throw new Error(`the reply to ${method} ${url} is not as described: ${problems.join('; ')}`);
    return reply;
  };
  return app;
}
