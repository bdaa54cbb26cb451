import type { Invariant, OpenWorld } from './invariant.ts';

/** Promise 5 and the grammar of names: no two that a file system or a server could take for one. Folded here anew, not read from the ledger. */
export const uniqueNames: Invariant = {
  name: 'no folded name twice',
  check: (world) =>
    Promise.resolve([
      ...doubled(
        'the ledger',
        world.rows<{ name: string }>('SELECT name FROM file_names').map(({ name }) => name),
      ),
      ...doubled('the catalogue', fileNames(world)),
      ...doubled('the site', world.siteFiles),
    ]),
};

function fileNames({ catalogueRows }: OpenWorld): readonly string[] {
  return catalogueRows.map(({ File_Name }) => String(File_Name));
}

function doubled(where: string, names: readonly string[]): readonly string[] {
  const folded = Map.groupBy(names, (name) =>
    name
      .normalize('NFC')
      .toLowerCase()
      .replace(/\.[a-z0-9]+$/, ''),
  );
  return [...folded.values()]
    .filter(({ length }) => length > 1)
    .map((same) => `${where} holds one name ${same.length} times: ${same.join(', ')}`);
}
