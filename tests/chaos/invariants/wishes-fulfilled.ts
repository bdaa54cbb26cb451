import { readdir } from 'node:fs/promises';
import { expectedEnds } from '../photo-sets.ts';
import type { Invariant } from './invariant.ts';

/** What a person decided is what happened: no photo was given up, refused or published otherwise because the system was killed. */
export const wishesFulfilled: Invariant = {
  name: 'every photo ended as a person decided',
  async check({ seed, sets, rows }) {
    const violations: string[] = [];
    for (const set of sets) {
      const ends = rows<{ fileName: string; state: string; code: string | null }>(
        `SELECT p.original_file_name AS fileName, p.state, p.ended_code AS code
         FROM photos p JOIN photo_sets s ON s.id = p.set_id WHERE s.subject = ?`,
        set.subject,
      );
      const byName = Map.groupBy(ends, ({ fileName }) => fileName);
      for (const fileName of await readdir(set.sourceFolder)) {
        const found = byName.get(fileName) ?? [];
        const expected = expectedEnds(seed, set, fileName);
        const [end] = found;
        if (found.length !== 1 || end === undefined) {
          violations.push(`${fileName} of ${set.subject} is there ${found.length} times`);
        } else if (!expected.includes(end.state as never)) {
          violations.push(
            `${fileName} of ${set.subject} is ${end.state} (${end.code ?? 'no reason'}), not ${expected.join(' or ')}`,
          );
        } else if (end.state === 'refused' && end.code !== set.refused[fileName]) {
          violations.push(`${fileName} of ${set.subject} was refused as ${end.code}, not as ${set.refused[fileName]}`);
        }
      }
    }
    return violations;
  },
};
