import type { Catalogue } from '@proofline/domain/catalogue.ts';
import { reachFaultPoint } from '@proofline/domain/fault-point.ts';
import type { SqliteCatalogue } from './sqlite.ts';

const ROWS_PER_PAGE = 1_000;

/**
 * A catalogue on a server whose rows are kept on this machine, too, with the ids that the site gave them: as the site holds them, not as they were
 * sent. Each call is done when both have it; one that was cut off between them is put right by running again.
 */
export function mirroredCatalogue(site: Catalogue, mirror: Pick<SqliteCatalogue, 'takeOver' | 'remove'>): Catalogue {
  async function take(remoteId: number, signal: AbortSignal): Promise<void> {
    const [entry] = await site.page(remoteId - 1, 1, signal);
    if (entry?.remoteId === remoteId) await mirror.takeOver([entry.row], signal);
  }
  return {
    id: site.id,
    problems: (signal) => site.problems(signal),
    misfits: (photo, signal) => site.misfits(photo, signal),
    read: (fileName, signal) => site.read(fileName, signal),
    page: (afterId, limit, signal) => site.page(afterId, limit, signal),
    async upsert(photo, signal) {
      const written = await site.upsert(photo, signal);
      reachFaultPoint('site-row-written');
      await take(written.remoteId, signal);
      return written;
    },
    async restore(row, signal) {
      await site.restore(row, signal);
      reachFaultPoint('site-row-written');
      await take(Number(row['id']), signal);
    },
    async remove(fileName, signal) {
      await site.remove(fileName, signal);
      reachFaultPoint('site-row-removed');
      await mirror.remove(fileName, signal);
    },
    close: () => site.close(),
  };
}

/**
 * Takes every row of the site into a mirror that never held them all: what was published before Proofline counts for words and texts as well. Later
 * differences are for the audit to show. Cut off, it starts over.
 */
export async function fillMirror(
  site: Pick<Catalogue, 'page'>,
  mirror: Pick<SqliteCatalogue, 'takeOver' | 'wasFilled' | 'setFilled'>,
  signal: AbortSignal,
): Promise<{ readonly rows: number }> {
  let rows = 0;
  if (mirror.wasFilled()) return { rows };
  for (let afterId: number | null = null; ;) {
    const page = await site.page(afterId, ROWS_PER_PAGE, signal);
    await mirror.takeOver(
      page.map(({ row }) => row),
      signal,
    );
    rows += page.length;
    afterId = page.at(-1)?.remoteId ?? null;
    if (page.length < ROWS_PER_PAGE) break;
  }
  mirror.setFilled();
  return { rows };
}
