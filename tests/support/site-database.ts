import { askServiceDesk } from './ask-service-desk.ts';
import type { MariadbAddress } from './mariadb-server.ts';

export { createSiteDatabase, type SiteDatabase } from './made-database.ts';

/** The server that all files of this test run share. */
export async function sharedMariadb(): Promise<MariadbAddress> {
  return (await askServiceDesk('mariadb')) as MariadbAddress;
}
