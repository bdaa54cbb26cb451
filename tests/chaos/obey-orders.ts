import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFaultHook } from '@proofline/domain/fault-point.ts';
import { jumpClock } from './jumping-clock.ts';
import type { ProcessNotice, ProcessOrders, Role } from './process-orders.ts';
import { changeSources, type SourceChange } from './source-change.ts';
import { spoilSite } from './spoilt-site.ts';

const LOOK_EVERY_MS = 20;

/** What real hands never do as often: locks end within seconds, so that a freeze of seconds outlasts them, and a short life is no crash loop. */
const FASTER: readonly SourceChange[] = [
  { file: 'packages/pipeline/src/runner.ts', from: 'const LOCK_MS = 30_000', to: 'const LOCK_MS = 2_000' },
  {
    file: 'packages/pipeline/src/runner.ts',
    from: 'const STALLED_INTERVAL_MS = 10_000',
    to: 'const STALLED_INTERVAL_MS = 1_000',
  },
  {
    file: 'apps/worker/src/restart-delay.ts',
    from: 'const LIVED_WELL_MS = 60_000',
    to: 'const LIVED_WELL_MS = 300',
  },
];

/** The names under which suite and processes meet in the folder of orders. */
export const orderFiles = {
  orders: 'orders.json',
  notices: 'notices.ndjson',
  /** Made by whoever sees to it that this death happens, or that it never does: the first one wins. */
  deathIsDealtWith: (id: number) => `death-${id}`,
};

export async function obeyOrders(folder: string, role: Role | 'supervisor'): Promise<void> {
  const ordersFile = join(folder, orderFiles.orders);
  let orders = readOrders(ordersFile);
  changeSources([...FASTER, ...(orders.changes ?? [])]);
  if (role === 'supervisor') return;

  const now = () => performance.timeOrigin + performance.now();
  const tell = (notice: ProcessNotice) =>
    appendFileSync(join(folder, orderFiles.notices), `${JSON.stringify(notice)}\n`);
  const { pid } = process;
  tell({ at: 'started', pid, role, startedAtMs: performance.timeOrigin });
  jumpClock(orders.clockOffsetMs);

  const lastSpoilt = () => orders.spoils.at(-1)?.id ?? 0;
  let spoilt = lastSpoilt();
  let version = versionOf(ordersFile);
  const dealtWith = new Set<number>();
  const markerOf = (id: number) => join(folder, orderFiles.deathIsDealtWith(id));
  const lookForDeaths = () => {
    for (const { id } of orders.deaths) if (!dealtWith.has(id) && existsSync(markerOf(id))) dealtWith.add(id);
  };
  lookForDeaths();
  setInterval(() => {
    lookForDeaths();
    const present = versionOf(ordersFile);
    if (present === version) return;
    version = present;
    const before = orders;
    orders = readOrders(ordersFile);
    jumpClock(orders.clockOffsetMs - before.clockOffsetMs);
    for (const { id, how, files } of orders.spoils) if (id > spoilt) spoilSite(how, files);
    spoilt = lastSpoilt();
  }, LOOK_EVERY_MS).unref();

  /** True for the one process, and the one time, that deals with it. */
  const dealWith = (id: number) => {
    dealtWith.add(id);
    return isFirstToMake(markerOf(id));
  };
  let counted: number | undefined;
  let times = 0;
  let hasRun = false;
  setFaultHook((point, stage) => {
    if (point === 'run-claimed' && !hasRun) {
      hasRun = true;
      tell({ at: 'first-run', pid, systemPid: role === 'system' ? pid : process.ppid, atMs: now() });
    }
    const next = orders.deaths.find(({ id }) => !dealtWith.has(id));
    if (next?.step.point !== point || (next.step.stage !== undefined && next.step.stage !== stage)) return;
    if (counted !== next.id) times = 0;
    counted = next.id;
    times += 1;
    if (times < next.step.occurrence || !dealWith(next.id)) return;
    tell({ at: 'dying', pid });
    process.kill(pid, 'SIGKILL');
  });

  if (role === 'system') {
    tellOfReadiness((apiUrl, isWorkDue) => tell({ at: 'ready', pid, apiUrl, isWorkDue, atMs: now() }));
  }
  if (disturbsEngine(orders)) (await import('./disturbed-engine.ts')).disturbEngine(orders);
}

/** The system tells its supervisor that it runs, and what it takes up. */
function tellOfReadiness(onReady: (apiUrl: string, isWorkDue: boolean) => void): void {
  const send = process.send?.bind(process) as (...told: unknown[]) => boolean;
  process.send = ((...told: unknown[]) => {
    const [notice] = told as [{ readonly kind?: string; readonly apiUrl?: string; readonly resumption?: unknown }];
    if (notice.kind === 'running') onReady(notice.apiUrl!, notice.resumption !== null);
    return send(...told);
  }) as NonNullable<typeof process.send>;
}

function disturbsEngine({ refuseEveryNthAdd, wipeAfterAdd, deliverAgain }: ProcessOrders): boolean {
  return refuseEveryNthAdd !== undefined || wipeAfterAdd !== undefined || deliverAgain === true;
}

function readOrders(file: string): ProcessOrders {
  return JSON.parse(readFileSync(file, 'utf8')) as ProcessOrders;
}

/** Orders are replaced by another file: two within one tick of the clock are told apart, too. */
function versionOf(file: string): string {
  const { ino, mtimeMs, size } = statSync(file);
  return `${ino} ${mtimeMs} ${size}`;
}

export function isFirstToMake(file: string): boolean {
  try {
    writeFileSync(file, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
