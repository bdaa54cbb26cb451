import { expect, onTestFinished, test, vi } from 'vitest';
import { hasLocalRedis, startLocalRedis } from './redis-server.ts';

test.skipIf(!(await hasLocalRedis()))(
  'what is asked of a server that is gone fails with the reason, and ioredis has nothing to print',
  async () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
    onTestFinished(() => printed.mockRestore());
    const server = await startLocalRedis();
    await server.kill();
    await expect(server.wipe()).rejects.toThrow('ECONNREFUSED');
    expect(printed).not.toHaveBeenCalled();
    await server.stop();
  },
);
