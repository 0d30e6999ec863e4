/** Numbers with what they count. */

/** A number with its noun in the singular or the plural. The count is written out already, with or without a sign. */
export function counted(count: string, one: string, many: string): string {
  return `${count} ${/^[+-]?1$/.test(count) ? one : many}`;
}

/**
 * What happens in how many of some, in a row: `in 2 the approach pays, in 1 the evidence cannot tell`. What never happens is left out, and
 * of all the number is not said again.
 */
export function shareOut(
  of: string,
  counts: readonly (readonly [count: string, what: string])[],
  say: Readonly<Record<'some' | 'all' | 'one', (what: string, count: string) => string>>,
): string {
  return counts
    .filter(([count]) => count !== '0')
    .map(([count, what]) => say[count !== of ? 'some' : of === '1' ? 'one' : 'all'](what, count))
    .join(', ');
}
