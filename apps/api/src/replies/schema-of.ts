import type { z } from 'zod';

/**
 * The schema of a reply whose TypeScript type is `Type`: `schemaOf<PhotoSet>('PhotoSet')(z.strictObject({ … }))`. It compiles when both say the same, no
 * field and no value more or less. Under a name it stands in the OpenAPI document once, and is referred to.
 */
export const schemaOf =
  <Type>(name?: string) =>
  <Schema extends z.ZodType>(schema: Schema & Agrees<Type, z.output<Schema>>): z.ZodType<Type> =>
    (name === undefined ? schema : schema.meta({ id: name })) as z.ZodType<Type>;

/** Anything where the types agree; else what no schema has, named after what differs. */
type Agrees<Type, Described> =
  Same<Plain<Type>, Plain<Described>> extends true
    ? unknown
    : { readonly 'differs from the type in': Differing<Plain<Type>, Plain<Described>> };

/** Whether neither type takes what the other does not; mutual assignability alone overlooks optional fields. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

type Differing<A, B> = {
  [Key in keyof A | keyof B]: Key extends keyof A & keyof B ? (Same<A[Key], B[Key]> extends true ? never : Key) : Key;
}[keyof A | keyof B];

/** A type as JSON has it: who may write to it, and what it was put together from, is no part of it. */
type Plain<Type> = Type extends readonly (infer Item)[]
  ? Plain<Item>[]
  : Type extends object
    ? { -readonly [Key in keyof Type]: Plain<Type[Key]> }
    : Type;
