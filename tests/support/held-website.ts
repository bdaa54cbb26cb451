import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** The site's folder as a website on any free port. It may keep everybody waiting until it is told to answer. */
export async function openHeldWebsite(siteFolder: string) {
  let released = Promise.withResolvers<void>();
  let isHeld = false;
  const server = createServer(({ url = '/' }, response) => {
    void (async () => {
      if (isHeld) await released.promise;
      const bytes = await readFile(join(siteFolder, decodeURIComponent(new URL(url, 'http://site').pathname))).catch(
        () => null,
      );
      if (bytes === null) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': bytes.length }).end(bytes);
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hold() {
      isHeld = true;
      released = Promise.withResolvers();
    },
    answer() {
      isHeld = false;
      released.resolve();
    },
    close() {
      released.resolve();
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
