import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PUBLIC_URL_BASE, type ServedSite } from './served-site.ts';

/** A website that somebody filled before Proofline: rows and their files. */
export type ForeignSite = {
  name(number: number): string;
  /** Below the site's folder, with `/`. */
  web(number: number): string;
  thumb(number: number): string;
  /** Writes a file of the site, whoever's it is. */
  write(path: string, text: string): Promise<void>;
  /** Absolute. */
  file(path: string): string;
};

const FOLDERS = ['nature', 'cities', 'Macro Photography'];
const WRITTEN_AT_ONCE = 100;

/** Rows number 1 to `count`, over ten years and three folders, with a name, an address and a text that are easily spoilt on the way. */
export async function fillForeignSite({ database, folder: root }: ServedSite, count: number): Promise<ForeignSite> {
  const folders = FOLDERS.map((folder) => `'${folder}'`).join();
  await database.run(
    `INSERT INTO photos_info_revamp (File_Name, Folder, Path, Thumb_Path, DateTime, Width, Height, Keywords, Caption, alt_text, QR, Original_File_Name)
     SELECT name, folder, CONCAT(?, '/', year, '/', folder, '/', name), CONCAT(?, '/', year, '/thumbs/', folder, '/', name),
       CONCAT(year, ':06:01 21:14:00'), 1500, 1000, 'a, b', CONCAT('  Ünï\\\\cödé 東京 \\'', CHAR(number % 32), '" ', RAND(number)), NULL,
       RAND(number) * 10, CONCAT('IMG_', number)
     FROM (SELECT seq AS number, CONCAT('Theirs_Größe_', LPAD(seq, 6, '0'), '.JPG') AS name, 2010 + seq % 10 AS year,
       ELT(1 + seq % ${FOLDERS.length}, ${folders}) AS folder FROM seq_1_to_${count}) AS theirs`,
    [PUBLIC_URL_BASE, PUBLIC_URL_BASE],
  );
  const name = (number: number) => `Theirs_Größe_${String(number).padStart(6, '0')}.JPG`;
  const below = (number: number, thumbs: string) =>
    `${2010 + (number % 10)}/${thumbs}${FOLDERS[number % FOLDERS.length]}/${name(number)}`;
  const file = (path: string) => join(root, ...path.split('/'));
  const made = new Set<string>();
  const site: ForeignSite = {
    name,
    web: (number) => below(number, ''),
    thumb: (number) => below(number, 'thumbs/'),
    file,
    async write(path, text) {
      const folder = dirname(file(path));
      if (!made.has(folder)) await mkdir(folder, { recursive: true });
      made.add(folder);
      await writeFile(file(path), text);
    },
  };
  for (let first = 1; first <= count; first += WRITTEN_AT_ONCE) {
    const numbers = Array.from({ length: Math.min(WRITTEN_AT_ONCE, count + 1 - first) }, (_, index) => first + index);
    await Promise.all(
      numbers.flatMap((number) => [
        site.write(site.web(number), `image ${number}`),
        site.write(site.thumb(number), `thumbnail ${number}`),
      ]),
    );
  }
  return site;
}
