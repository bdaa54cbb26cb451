import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseResponse } from '@proofline/api/client.ts';
import { expect, onTestFinished, test, vi } from 'vitest';
import { generatePhotos } from '../support/generated-photos.ts';
import { createSiteDatabase } from '../support/made-database.ts';
import { hasMariadb } from '../support/mariadb-server.ts';
import { originalTable } from '../support/original-table.ts';
import { hasProftpd, startProftpd, type ProftpdServer } from '../support/proftpd-server.ts';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { sharedMariadb } from '../support/site-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PATIENCE = { timeout: 240_000, interval: 50 };
const hasServers = hasProftpd() && (await hasMariadb());

test.skipIf(!hasServers).each(['ftp', 'sftp'] as const)(
  'no password is in anything that is written or answered, though logins are refused and the server repeats it (%s)',
  { timeout: 600_000 },
  async (protocol) => {
    const server = await startProftpd({ protocol });
    onTestFinished(() => server.stop());
    const database = await createSiteDatabase(await sharedMariadb());
    onTestFinished(() => database.drop());
    await database.run(originalTable);
    const folder = await temporaryFolder();
    await generatePhotos(join(folder, 'photos'), 2);
    const { host, port } = database.server;
    const written = vi.spyOn(process.stdout, 'write');
    const complained = vi.spyOn(process.stderr, 'write');
    onTestFinished(() => void vi.restoreAllMocks());
    const running = await startSystem(join(folder, 'data'), {
      PROOFLINE_SITE_URL: `${protocol}://${server.user}@127.0.0.1:${server.port}`,
      PROOFLINE_SITE_PASSWORD: server.password,
      PROOFLINE_MYSQL_URL: `mysql://${database.user}@${host}:${port}/${database.database}`,
      PROOFLINE_MYSQL_PASSWORD: database.password,
      PROOFLINE_MYSQL_TLS: 'off',
      ...(protocol === 'sftp' && { PROOFLINE_SITE_KNOWN_HOSTS: await knownHosts(server, folder) }),
    });
    onTestFinished(() => running.stop());
    const { set } = await running.add({ sourceFolder: join(folder, 'photos') });
    const photoIds = await running.approveAll(set.id);
    const publish = (ids: readonly number[]) =>
      parseResponse(running.client.publications.$post({ json: { photoIds: [...ids] } }));
    await publish(photoIds.slice(0, 1));
    await running.settled(set.id);

    // The server says no, and repeats what it was given where its protocol has words for that.
    await server.start([
      '<Limit LOGIN>',
      `DenyUser ${server.user}`,
      '</Limit>',
      ...(protocol === 'ftp' ? [`AccessDenyMsg "no entry with ${server.password}"`] : []),
    ]);
    await publish(photoIds.slice(1));
    await vi.waitFor(() => expect(blocks(running)).toEqual(['login-refused']), PATIENCE);
    const answers = [await answersOf(running, photoIds)];
    await server.start([]);
    expect((await running.settled(set.id)).byState).toEqual({ published: 2 });

    const connected = await database.run(`SELECT id FROM information_schema.PROCESSLIST WHERE USER = ?`, [
      database.user,
    ]);
    await database.run(`ALTER USER ${database.user}@'%' IDENTIFIED BY 'another one'`);
    for (const { id } of connected) await database.run(`KILL ${Number(id)}`);
    const audit = await parseResponse(running.client.audits.$post({ json: {} }));
    const param = { auditId: String(audit.id) };
    await vi.waitFor(
      async () => expect((await parseResponse(running.client.audits[':auditId'].$get({ param }))).state).toBe('failed'),
      PATIENCE,
    );
    answers.push(await answersOf(running, photoIds));
    await running.stop();

    const said = [...written.mock.calls, ...complained.mock.calls].map(([text]) => String(text));
    const everything = [...answers, ...said];
    // What was looked through is what it should be.
    expect(answers[0]).toContain('login-refused');
    expect(answers[1]).toContain('Access denied for user');
    for (const secret of [server.password, database.password]) {
      for (const spelling of [secret, Buffer.from(secret).toString('base64').replace(/=+$/, '')]) {
        expect(everything.filter((text) => text.includes(spelling))).toEqual([]);
        expect(await filesWith(join(folder, 'data'), spelling)).toEqual([]);
        expect(await filesWith(server.folder, spelling)).toEqual([]);
      }
    }
  },
);

async function knownHosts({ port, hostKey }: ProftpdServer, folder: string): Promise<string> {
  const file = join(folder, 'known_hosts');
  await writeFile(file, `[127.0.0.1]:${port} ${hostKey}\n`);
  return file;
}

function blocks({ system }: RunningSystem): readonly string[] {
  const block = system.stores.queueBlocks.of('publish-photo');
  return block === null ? [] : [block.condition];
}

/** Every answer of the API that tells of sites, publications and what went wrong. */
async function answersOf({ client, system }: RunningSystem, photoIds: readonly number[]): Promise<string> {
  const answers = [
    client.overview.$get({ query: {} }),
    client.publications.plan.$get({ query: {} }),
    client.audits.$get(),
    ...photoIds.map((photoId) => client.reviews[':photoId'].$get({ param: { photoId: String(photoId) } })),
  ];
  const texts = await Promise.all(answers.map(async (answer) => (await answer).text()));
  return [...texts, JSON.stringify(system.stores.events.list({ limit: 10_000 }))].join('\n');
}

/** Paths of all files below a folder that hold a text. */
async function filesWith(folder: string, text: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(paths.map((path) => readFile(path)));
  return paths.filter((_, index) => contents[index]?.includes(text));
}
