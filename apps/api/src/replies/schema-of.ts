import type { z } from 'zod';

/**
 * The schema of a reply whose TypeScript type is `Type`: `schemaOf<PhotoSet>('PhotoSet')(z.strictObject({ … }))`. It compiles when both say the same, no
 * field and no value more or less. Under a name it stands in the OpenAPI document once, and is referred to.
 */
export const schemaOf =
  <Type>(name?: string) =>
  <Schema extends z.ZodType>(schema: Agreeing<Type, Schema>): z.ZodType<Type> => {
    const agreeing = schema as z.ZodType<Type>;
    return name === undefined ? agreeing : agreeing.meta({ id: name });
  };

/** The schema itself where it says what the type says; else what no schema is, with what differs. */
type Agreeing<Type, Schema extends z.ZodType> =
  Same<Plain<Type>, Plain<z.output<Schema>>> extends true
    ? Schema
    : { readonly 'differs from the type in': Differing<Plain<Type>, Plain<z.output<Schema>>> };

/** Whether neither type takes what the other does not; mutual assignability alone overlooks optional fields. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- two such functions are one type only where A and B are
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
