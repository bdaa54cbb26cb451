import { z } from 'zod';

/** As servers take it: without the address of the dialect, closed, and with every field required. */
export function jsonSchemaOf(schema: z.ZodType): Readonly<Record<string, unknown>> {
  const { $schema: _dialect, ...plain } = z.toJSONSchema(schema);
  return plain;
}
