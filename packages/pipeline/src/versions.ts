import { createRequire } from 'node:module';

/** What a crash report says of the libraries that may be at fault. They are pinned, so the manifest is the truth. */
export function libraryVersions(): Readonly<Record<string, string>> {
  const manifest = createRequire(import.meta.url)('../package.json') as {
    readonly version: string;
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const { sharp = '', bullmq = '', '@electric-sql/pglite': pglite = '' } = manifest.dependencies;
  return { proofline: manifest.version, sharp, bullmq, pglite };
}
