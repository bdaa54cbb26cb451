import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCliWorld, type CliWorld } from '../testing/cli-world.ts';

let world: CliWorld;
beforeEach(async () => {
  world = await openCliWorld();
});
afterEach(() => world.server.close());

test('an audit shows what was found and what would put it right; the exit code says that something was', async () => {
  const findings = world.state.audits.findings.map((finding) => ({ ...finding, auditId: 2 }));
  world.state.audits.findings = findings;
  const { code, stdout } = await world.proofline(['audit', '--deep']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/1\s+file-without-row\s+remove file\s+2025\/nature\/Nobody_001\.JPG/);
  expect(stdout).toMatch(/2\s+shared-path\s+by hand\s+Lake_001\.JPG/);
  expect(stdout).toContain('2  the rows Lake_001.JPG, Lake_002.JPG all show');
  expect(stdout).toContain('contents too: 2 findings, a fix is proposed for 1; nothing was changed');

  const json = await world.proofline(['audit', '--json']);
  expect(JSON.parse(json.stdout)).toMatchObject({ audit: { id: 3, deep: false }, findings: [] });
});

test('a site that is as it was published is a success', async () => {
  expect(await world.proofline(['audit'])).toMatchObject({
    code: 0,
    stdout: '12 rows, 25 files and 12 names were compared: the site is as it was published\n',
  });
});

test('a site that cannot be looked through is a failure, with the reason', async () => {
  const { start, get } = world.ports.audits;
  world.ports.audits.start = (options, actor) => start(options, actor);
  world.ports.audits.get = (id) => ({ ...get(id), state: 'failed', error: 'nobody answers' });
  expect(await world.proofline(['audit'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('the site could not be looked through: nobody answers'),
  });
});

test('findings are taken and dismissed by their numbers, once', async () => {
  expect(await world.proofline(['audit', 'take', '1'])).toMatchObject({
    code: 0,
    stdout: 'finding 1: removed, a copy is kept  2025/nature/Nobody_001.JPG\n',
  });
  expect(await world.proofline(['audit', 'dismiss', '1', '2', '--reason', 'a logo'])).toMatchObject({
    code: 1,
    stdout: 'finding 2 is dismissed\n',
    stderr: 'finding 1 was taken already\n',
  });
  expect(world.state.audits.findings).toMatchObject([{ state: 'taken' }, { state: 'dismissed', note: 'a logo' }]);
});

test('the names of the site are adopted, and a second time there is nothing to adopt', async () => {
  expect((await world.proofline(['audit', '--adopt'])).stdout).toContain(
    '42429 names of 42429 rows taken into the ledger',
  );
  expect((await world.proofline(['audit', '--adopt'])).stdout).toContain('0 names of 42429 rows');
});

test('what compares nothing cannot be asked to compare contents, and adopts nothing either', async () => {
  const { code, stdout, stderr } = await world.proofline(['audit', '--adopt', '--deep']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain("option '--adopt' cannot be used with option '--deep'");
  expect((await world.proofline(['audit', '--adopt'])).stdout).toContain('42429 names of 42429 rows');
});
