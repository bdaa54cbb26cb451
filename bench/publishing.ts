import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { parseResponse, type ApiClient } from '@proofline/api/client.ts';
import { approve, publishInRounds, wrongIn, type Round } from '../tests/site/publication-rounds.ts';
import { openServedSite } from '../tests/site/served-site.ts';
import { startMariadb, type MariadbAddress } from '../tests/support/mariadb-server.ts';
import { printTable, rounded, writeJson, type Row } from './report.ts';
import { startProofline } from './started-system.ts';
import { writeTinyPhotos } from './tiny-photos.ts';

/**
 * Photos to a real FTP server and a real MySQL server over so many connections: published, published again, and ten captions changed; once with texts
 * embedded in the files and once without. Prints what went over the lines and what the site held otherwise afterwards, and exits with 1 where
 * that is not what has to happen.
 */
const { values: flags } = parseArgs({
  options: {
    photos: { type: 'string', default: '1000' },
    connections: { type: 'string', default: '4' },
    /** on, off, or both. */
    embedding: { type: 'string', default: 'both' },
    json: { type: 'string' },
  },
});
const photos = Number(flags.photos);
const POLL_MS = 100;
/** Reviews in one answer of the API. */
const PAGE = 200;
const workingStates = ['queued', 'running', 'waiting'] as const;

const mariadb = await startMariadb();
const rows: Row[] = [];
const wrong: string[] = [];
try {
  for (const embedding of flags.embedding === 'both' ? ['on', 'off'] : [flags.embedding]) {
    rows.push(...(await publishEmbedding(embedding, mariadb)));
    writeJson(flags.json, { bench: 'publishing', photos, connections: Number(flags.connections), rounds: rows, wrong });
  }
} finally {
  await mariadb.stop();
}
printTable(`${photos} photos to FTP and MySQL over ${flags.connections} connections`, rows);
for (const fault of wrong) console.error(`not as it has to be: ${fault}`);
if (wrong.length > 0) process.exitCode = 1;

async function publishEmbedding(embedding: string, server: MariadbAddress): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'proofline-publishing-'));
  const site = await openServedSite(server);
  const variables = {
    ...site.variables,
    PROOFLINE_SITE_CONNECTIONS: flags.connections,
    PROOFLINE_EMBED_TEXT: embedding,
    PROOFLINE_LOG_LEVEL: 'error',
  };
  const system = await startProofline(folder, variables);
  try {
    const sourceFolder = join(folder, 'sources');
    await writeTinyPhotos(sourceFolder, photos);
    const json = { sourceFolder, subject: 'Bench Subject', location: 'Bench Place', folderKey: 'nature' };
    const { id } = await parseResponse(system.client.sets.$post({ json }));
    const settled = () => untilSettled(system.client, id);
    await settled();
    const photoIds = await inReview(system.client, id);
    if (photoIds.length !== photos) throw new Error(`${photoIds.length} of ${photos} photos came to review`);
    await approve(system.client, photoIds);
    const publishing = { client: system.client, site, photoIds, settled };
    const rounds = await publishInRounds(publishing);
    const { first, again, corrected } = rounds;
    const most = site.wire.mostConnections;
    const found = [
      ...wrongIn(rounds, { photos, embedsText: embedding === 'on' }),
      ...(most > Number(flags.connections) ? [`${most} connections were open at once`] : []),
    ];
    wrong.push(...found.map((fault) => `embedding ${embedding}, ${fault}`));
    return [
      rowOf(embedding, 'published', first, most),
      rowOf(embedding, 'published again', again, most),
      rowOf(embedding, 'other captions', corrected, most),
    ];
  } finally {
    await system.stop();
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowOf(embedding: string, round: string, figures: Round, mostConnections: number): Row {
  return {
    'text embedded': embedding,
    round,
    'full-size files': figures.fullSizeFiles,
    thumbnails: figures.thumbnails,
    'MB sent': rounded(figures.bytesSent / 1e6, 2),
    'rows inserted': figures.rowsInserted,
    'rows updated': figures.rowsUpdated,
    'files other than before': figures.filesChanged,
    'rows other than before': figures.rowsChanged,
    seconds: rounded(figures.seconds),
    'FTP connections, most': mostConnections,
  };
}

async function untilSettled(client: ApiClient, setId: number): Promise<void> {
  for (;;) {
    const sets = await parseResponse(client.overview.$get({ query: {} }));
    const found = sets.find(({ set }) => set.id === setId);
    const isWorking = workingStates.some((state) => (found?.byState[state] ?? 0) > 0);
    if (found !== undefined && !isWorking && found.set.state !== 'queued' && found.set.state !== 'running') return;
    await sleep(POLL_MS);
  }
}

async function inReview(client: ApiClient, setId: number): Promise<readonly number[]> {
  const photoIds: number[] = [];
  for (;;) {
    const last = photoIds.at(-1);
    const after = last === undefined ? {} : { after: String(last) };
    const query = { setId: String(setId), status: 'pending', limit: String(PAGE), ...after } as const;
    const page = await parseResponse(client.reviews.$get({ query }));
    if (page.length === 0) return photoIds;
    photoIds.push(...page.map(({ photoId }) => photoId));
  }
}
