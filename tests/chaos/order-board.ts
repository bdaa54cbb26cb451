import { closeSync, existsSync, openSync, readSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isFirstToMake, orderFiles } from './obey-orders.ts';
import type { OrderedDeath, ProcessNotice, ProcessOrders, SpoilOrder, StandingOrders } from './process-orders.ts';

/** The suite's side of the folder in which it gives orders and hears what the processes say. */
export type OrderBoard = {
  readonly folder: string;
  /** In place of those that were ordered before and did not happen yet. */
  orderDeaths(deaths: readonly OrderedDeath[]): void;
  hasHappened(deathId: number): boolean;
  /** It never happens; false where it happened before. */
  giveUpDeath(id: number): boolean;
  jumpClock(byMs: number): void;
  spoilSite(how: SpoilOrder['how'], files: number): void;
  /** What was said since the last call. */
  hear(): readonly ProcessNotice[];
  close(): void;
};

export async function openOrderBoard(folder: string, standing: StandingOrders): Promise<OrderBoard> {
  await mkdir(folder);
  let orders: ProcessOrders = { ...standing, deaths: [], clockOffsetMs: 0, spoils: [] };
  const file = join(folder, orderFiles.orders);
  const give = (changed: Partial<ProcessOrders>) => {
    orders = { ...orders, ...changed };
    writeFileSync(`${file}.new`, JSON.stringify(orders));
    renameSync(`${file}.new`, file);
  };
  give({});
  const ears = openSync(join(folder, orderFiles.notices), 'a+');
  const buffer = Buffer.alloc(65_536);
  let heardBytes = 0;
  let unfinished = '';
  return {
    folder,
    orderDeaths: (deaths) => give({ deaths }),
    hasHappened: (deathId) => existsSync(join(folder, orderFiles.deathIsDealtWith(deathId))),
    giveUpDeath: (id) => isFirstToMake(join(folder, orderFiles.deathIsDealtWith(id))),
    jumpClock: (byMs) => give({ clockOffsetMs: orders.clockOffsetMs + byMs }),
    spoilSite: (how, files) => give({ spoils: [...orders.spoils, { id: orders.spoils.length + 1, how, files }] }),
    hear() {
      for (;;) {
        const bytes = readSync(ears, buffer, 0, buffer.length, heardBytes);
        if (bytes === 0) break;
        heardBytes += bytes;
        unfinished += buffer.toString('utf8', 0, bytes);
      }
      const lines = unfinished.split('\n');
      unfinished = lines.pop()!;
      return lines.map((line) => JSON.parse(line) as ProcessNotice);
    },
    close: () => closeSync(ears),
  };
}
