/** Short names of things that have long ones, and that stay apart. */

/** The beginnings of a name at what explains it, the shortest first, and the name itself; between brackets is no end. */
function beginningsOf(name: string): string[] {
  const ends = [...name.matchAll(/[:,(]/g)]
    .map(({ index }) => name.slice(0, index))
    .filter((start) => start.split('(').length === start.split(')').length);
  return [...ends.map((start) => start.trim()), name];
}

/**
 * The beginning of a name, up to the first `:`, `,` or `(` that tells it from the others: `Doorburgeren: language, later` and
 * `Doorburgeren: arithmetic` become `Doorburgeren: language` and all of `Doorburgeren: arithmetic`. The whole name where another is
 * the same.
 *
 * @param others the names beside it
 */
export function shortNameAmong(name: string, others: readonly string[]): string {
  const taken = new Set(others.flatMap(beginningsOf));
  return beginningsOf(name).find((start) => !taken.has(start)) ?? name;
}
