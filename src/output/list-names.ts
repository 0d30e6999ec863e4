/** Names in a row. */

/** The most names that are listed of a long list. */
const LISTED = 4;

/** Names that are listed in full: a number in the place of one or two says less and is hardly shorter. */
const ALL_LISTED = 8;

/** A list of names; the end of a long list is replaced by a number, in the words of a language. */
export function listNames(
  names: readonly string[],
  andMore: (names: string, more: string) => string,
): string {
  const more = names.length > ALL_LISTED ? names.length - LISTED : 0;
  const listed = names.slice(0, names.length - more).join(', ');
  return more > 0 ? andMore(listed, String(more)) : listed;
}
