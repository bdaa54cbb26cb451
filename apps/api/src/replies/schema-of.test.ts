import { expect, test } from 'vitest';
import { z } from 'zod';
import { schemaOf } from './schema-of.ts';

type Frame = {
  readonly id: number;
  readonly words: readonly string[];
  readonly kind: 'a' | 'b';
  readonly note?: string;
};

const shape = {
  id: z.int(),
  words: z.array(z.string()),
  kind: z.enum(['a', 'b']),
  note: z.exactOptional(z.string()),
};

/** The compiler is the judge here: it fails where a line that is to be refused is not. */
test('a schema that says less, more or other things than its type does not compile', () => {
  const { id: _id, ...withoutId } = shape;
  const { note: _note, ...withoutNote } = shape;
  const refused = [
    // @ts-expect-error a field that it does not have
    schemaOf<Frame>()(z.strictObject(withoutId)),
    // @ts-expect-error an optional field that it does not have
    schemaOf<Frame>()(z.strictObject(withoutNote)),
    // @ts-expect-error a field of its own
    schemaOf<Frame>()(z.strictObject({ ...shape, more: z.string() })),
    // @ts-expect-error an optional field of its own
    schemaOf<Frame>()(z.strictObject({ ...shape, more: z.exactOptional(z.string()) })),
    // @ts-expect-error a value that it does not know
    schemaOf<Frame>()(z.strictObject({ ...shape, kind: z.literal('a') })),
    // @ts-expect-error a value of its own
    schemaOf<Frame>()(z.strictObject({ ...shape, kind: z.enum(['a', 'b', 'c']) })),
    // @ts-expect-error null, which the type does not have
    schemaOf<Frame>()(z.strictObject({ ...shape, id: z.int().nullable() })),
    // @ts-expect-error of a list that is part of it
    schemaOf<readonly { readonly frame: Frame }[]>()(z.array(z.strictObject({ frame: z.strictObject(withoutId) }))),
  ];
  expect(refused).toHaveLength(8);
});

test('one that says the same does, and refuses what the type has no field for', () => {
  const frame = schemaOf<Frame>()(z.strictObject(shape));
  const one: Frame = { id: 1, words: ['ice'], kind: 'b' };
  expect(frame.parse(one)).toEqual(one);
  expect(frame.safeParse({ ...one, secret: 'x' }).success).toBe(false);
});
