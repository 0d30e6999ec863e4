/** A number with the noun it counts. */

/** A number with its noun in the singular or the plural. The count is written out already, with or without a sign. */
export function counted(count: string, one: string, many: string): string {
  return `${count} ${/^[+-]?1$/.test(count) ? one : many}`;
}
