import type { Invariant } from './invariant.ts';

/** Nothing leaks: a name is taken while its photo holds it, and a photo that is shown to anybody has one. */
export const heldNames: Invariant = {
  name: 'no reserved name without a photo that holds it',
  // oxlint-disable-next-line typescript/require-await -- the port is asynchronous, SQLite is not
  async check({ rows }) {
    const leaked = rows<{ name: string; state: string; photoState: string | null }>(
      `SELECT f.name, f.state, p.state AS photoState FROM file_names f LEFT JOIN photos p ON p.id = f.photo_id
       WHERE p.id IS NULL
         OR (f.state = 'reserved' AND p.state NOT IN ('in-review', 'refused', 'discarded'))
         OR (f.state = 'published' AND p.state NOT IN ('published', 'in-review'))
         OR (f.state = 'retired' AND p.state <> 'withdrawn')`,
    );
    const nameless = rows<{ id: number; state: string }>(
      `SELECT id, state FROM photos p WHERE state IN ('in-review', 'published')
         AND 1 <> (SELECT count(*) FROM file_names WHERE photo_id = p.id AND state IN ('reserved', 'published'))`,
    );
    const [balance] = rows<{ given: number; held: number; givenBack: number }>(
      `SELECT (SELECT coalesce(sum(json_extract(detail, '$.reserved')), 0) FROM events WHERE kind = 'set.names-reserved') AS given,
         (SELECT count(*) FROM file_names) AS held,
         (SELECT count(*) FROM events WHERE kind = 'photo.stage-undone' AND json_extract(detail, '$.stage') = 'reserve-file-names')
           AS givenBack`,
    );
    const { given, held, givenBack } = balance!;
    return [
      ...(given === held + givenBack
        ? []
        : [`${given} names were given out, ${held} are held and ${givenBack} were given back`]),
      ...leaked.map(
        ({ name, state, photoState }) => `the name ${name} is ${state} and its photo ${photoState ?? 'not there'}`,
      ),
      ...nameless.map(({ id, state }) => `photo ${id} is ${state} without a name`),
    ];
  },
};
