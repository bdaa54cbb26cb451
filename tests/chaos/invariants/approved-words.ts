import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Invariant, OpenWorld } from './invariant.ts';

type Words = {
  readonly fileName: string;
  readonly webPath: string;
  readonly caption: string;
  readonly altText: string;
  readonly keywords: string;
};

/** Of each field the person's words, else the drafted ones, else those of the file. */
const present = (field: string) =>
  `coalesce(${['person', 'inferred', 'file']
    .map(
      (layer) =>
        `(SELECT json_extract(fields, '$.${field}') FROM photo_metadata WHERE photo_id = p.id AND layer = '${layer}')`,
    )
    .join(', ')})`;

/** Promise 2, word for word: row and file say what was approved. Put together here anew, not by the code that publishes. */
export const approvedWords: Invariant = {
  name: 'the site says what was approved, in the row and in the file',
  async check(world) {
    const published = world.rows<Words>(
      `SELECT u.file_name AS fileName, u.web_path AS webPath, ${present('description')} AS caption,
         ${present('altTextAccessibility')} AS altText, ${present('keywords')} AS keywords
       FROM publications u JOIN photos p ON p.id = u.photo_id WHERE u.state = 'published' AND p.state = 'published'`,
    );
    const found = await Promise.all(
      published.map(async (words) => [...wordsOfRow(world, words), ...(await wordsOfFile(world, words))]),
    );
    return found.flat();
  },
};

function wordsOfRow({ catalogueRows }: OpenWorld, { fileName, caption, altText, keywords }: Words): readonly string[] {
  const row = catalogueRows.find(({ File_Name }) => File_Name === fileName);
  // Where there is no row, another invariant says so.
  if (row === undefined) return [];
  const expected = { Caption: caption, alt_text: altText, Keywords: (JSON.parse(keywords) as string[]).join(', ') };
  return Object.entries(expected)
    .filter(([column, text]) => row[column] !== text)
    .map(
      ([column, text]) =>
        `the row of ${fileName} says ${JSON.stringify(row[column])} as ${column}, not ${JSON.stringify(text)}`,
    );
}

async function wordsOfFile({ dataFolder }: OpenWorld, { webPath, caption }: Words): Promise<readonly string[]> {
  const file = await readFile(join(dataFolder, 'site', ...webPath.split('/'))).catch(() => null);
  const escaped = caption.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return file === null || file.includes(escaped)
    ? []
    : [`${webPath} does not carry the words ${JSON.stringify(caption)}`];
}
