/** `pnpm bench NAME`: one of these, with its own options. Without a known name it says which there are, and ends with 2. */
const benches: Readonly<Record<string, { readonly about: string; readonly run: () => Promise<unknown> }>> = {
  api: { about: 'lists and searches over HTTP on a million photos', run: () => import('./api.ts') },
  catalogue: { about: 'cost and memory per photo while the catalogue grows', run: () => import('./catalogue.ts') },
  lag: { about: 'delays of API and timers while 5,000 jobs run', run: () => import('./lag.ts') },
  lighthouse: { about: 'performance of the five pages by Lighthouse', run: () => import('./lighthouse.ts') },
  publishing: { about: 'a thousand photos to a real FTP server and MariaDB', run: () => import('./publishing.ts') },
  start: { about: 'from the start of the program to its first job, over kills', run: () => import('./start.ts') },
  ui: { about: 'next photo, mark and grid in Chromium, long sessions', run: () => import('./ui.ts') },
};

const [name = ''] = process.argv.splice(2, 1);
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (bench === undefined) {
  const width = Math.max(...Object.keys(benches).map((known) => known.length));
  const lines = Object.entries(benches).map(([known, { about }]) => `  ${known.padEnd(width)}  ${about}`);
  console.error(
    `${name === '' ? 'name a bench' : `there is no bench "${name}"`}: pnpm bench NAME [options]\n\n${lines.join('\n')}`,
  );
  process.exitCode = 2;
} else await bench.run();
