import { observe, type Observer } from './observer.ts';
import { PUBLIC_URL_BASE, type ServedSite } from './served-site.ts';

/** A reader of the site, who looks past the proxies that tests disturb: at its folder and straight at its database. */
export function observeSite({ database: { database, server, user, password }, folder }: ServedSite): Promise<Observer> {
  return observe({ database: { ...server, user, password, database }, folder, publicUrlBase: PUBLIC_URL_BASE });
}
