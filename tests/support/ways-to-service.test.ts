import { expect, onTestFinished, test, vi } from 'vitest';
import { findService, type WaysToService } from './ways-to-service.ts';

type Ways = { readonly given?: boolean; readonly container?: boolean; readonly local?: boolean };

const remedy = 'set TEST_X_URL or install it';

function ways({ given = false, container = false, local = false }: Ways): WaysToService<string> {
  const started: WaysToService<string>['container'] = {
    isPossible: () => Promise.resolve(container),
    start: () => Promise.resolve('from a container'),
  };
  return {
    name: 'X server',
    remedy,
    given: () => Promise.resolve(given ? 'from the environment' : null),
    container: started,
    local: { isPossible: () => local, start: () => Promise.resolve('from this machine') },
  };
}

test.each([
  [{ given: true, container: true, local: true }, 'from the environment'],
  [{ container: true, local: true }, 'from a container'],
  [{ local: true }, 'from this machine'],
])('of %j the first is taken', async (possible, expected) => {
  const found = await findService(ways(possible), { CI: 'true' });
  expect(await found?.start()).toBe(expected);
});

test('nothing is started before it is asked for', async () => {
  const start = vi.fn<() => Promise<string>>(() => Promise.resolve('started'));
  const all = ways({});
  await findService({ ...all, container: { isPossible: () => Promise.resolve(true), start } }, {});
  await findService({ ...all, local: { isPossible: () => true, start } }, {});
  expect(start).not.toHaveBeenCalled();
});

test.each([{ CI: 'true' }, { REQUIRE_SERVICES: '1' }])('with %j a missing server is a failure', async (environment) => {
  await expect(findService(ways({}), environment)).rejects.toThrow(`there is no X server to test with; ${remedy}`);
});

test('elsewhere it is a skip that says how to get one', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  onTestFinished(() => warn.mockRestore());
  expect(await findService(ways({}), {})).toBeNull();
  expect(warn).toHaveBeenCalledWith(
    expect.stringContaining(`everything that needs X server. There is none; ${remedy}`),
  );
});
