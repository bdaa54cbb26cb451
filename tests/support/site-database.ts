import { inject } from 'vitest';
import type { MariadbAddress } from './mariadb-server.ts';

export { createSiteDatabase, type SiteDatabase } from './made-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    serviceDeskPort: number;
  }
}

/** The server that all files of this test run share. */
export async function sharedMariadb(): Promise<MariadbAddress> {
  const answer = await fetch(`http://127.0.0.1:${inject('serviceDeskPort')}/`);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as MariadbAddress;
}
