import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type ObserverOrders = {
  readonly database: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly password: string;
    readonly database: string;
  };
  /** Where the web server would find the files. */
  readonly folder: string;
  readonly publicUrlBase: string;
};

export type ObserverNotice =
  | { readonly at: 'looking' }
  | { readonly at: 'violation'; readonly violation: string }
  | ({ readonly at: 'over' } & Omit<Observation, 'violations'>);

/** What a reader of the website saw from its first look to its last. */
export type Observation = {
  readonly violations: readonly string[];
  readonly looks: number;
  /** Rows followed to their files, over all looks. */
  readonly rowsSeen: number;
  /** Every content that a file had while a row showed it, by its path, as SHA-256. */
  readonly contents: Readonly<Record<string, readonly string[]>>;
};

export type Observer = {
  stop(): Promise<Observation>;
  /** At once, whatever it saw; a no-op when it was stopped. */
  end(): void;
};

const PROGRAM = fileURLToPath(new URL('observer-process.ts', import.meta.url));

/** Resolves when it looks for the first time. It sees the site as it is, past every proxy. */
export async function observe(orders: ObserverOrders): Promise<Observer> {
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify(orders)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const looking = Promise.withResolvers<void>();
  const violations: string[] = [];
  let over: Omit<Observation, 'violations'> | undefined;
  createInterface(child.stdout).on('line', (line) => {
    const notice = JSON.parse(line) as ObserverNotice;
    if (notice.at === 'looking') looking.resolve();
    else if (notice.at === 'violation') violations.push(notice.violation);
    else over = notice;
  });
  void ended.then(() => looking.reject(new Error('the observer ended before its first look')));
  await looking.promise;
  return {
    end: () => void child.kill('SIGKILL'),
    async stop() {
      child.stdin.end();
      await ended;
      if (over === undefined) throw new Error('the observer ended before it was told to; see its error above');
      return { violations, looks: over.looks, rowsSeen: over.rowsSeen, contents: over.contents };
    },
  };
}
