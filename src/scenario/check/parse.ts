/** Checks a file against its schema. */

import type { z } from 'zod';

/**
 * What a tree is by a schema, or what is wrong with it. zod would first compile the schema, which takes longer than to check one
 * scenario, and no less for hundreds: the checks are as quick without.
 */
export function parseWith<T>(schema: z.ZodType<T>, tree: unknown) {
  return schema.safeParse(tree, { jitless: true });
}
