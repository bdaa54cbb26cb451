import { hashFolder } from '../support/folder-hash.ts';

/** What readers of a website get. */
export type SiteContent = {
  /** SHA-256 by path with `/`, of everything that the site's folder holds but for the pages of Proofline's own gallery. */
  readonly files: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
};

/** What they get of one photo, with the row's id apart: each catalogue counts for itself. */
export type PhotoOnSite = {
  readonly files: Readonly<Record<string, string>>;
  readonly row: Readonly<Record<string, unknown>> | null;
  readonly id: unknown;
};

/** Hashes by path with `/`, without pages of a gallery. */
export async function readFolder(folder: string): Promise<SiteContent['files']> {
  const files = Object.entries(await hashFolder(folder)).map(([path, hash]) => [path.replaceAll('\\', '/'), hash]);
  return Object.fromEntries(files.filter(([path]) => !path!.endsWith('.html'))) as SiteContent['files'];
}

export function photoOn({ files, rows }: SiteContent, fileName: string): PhotoOnSite {
  const { id, ...row } = rows.find((held) => held['File_Name'] === fileName) ?? {};
  const own = Object.entries(files).filter(([path]) => path.endsWith(`/${fileName}`));
  return { files: Object.fromEntries(own), row: id === undefined ? null : row, id: id ?? null };
}
