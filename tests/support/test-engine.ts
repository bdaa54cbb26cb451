import { askServiceDesk } from './ask-service-desk.ts';
import { areLongTests } from './long-tests.ts';
import { hasLocalRedis } from './redis-server.ts';

/**
 * Which engine a system of the tests runs on that does not say so itself, as settings. Of the long tests: the embedded one, as a new user has it. Else
 * the run's Redis where one can be started, because the embedded engine costs each start about two seconds of processor time; each system has its
 * keys below a prefix of its own there.
 */
export async function testEngine(): Promise<{ QUEUE_URL: string }> {
  if (areLongTests || !(await hasLocalRedis())) return EMBEDDED;
  const { url } = (await askServiceDesk('redis')) as { url: string };
  return { QUEUE_URL: url };
}

/** For a test that is about the engine which a new user has. */
export const EMBEDDED = { QUEUE_URL: '' };
