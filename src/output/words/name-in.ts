/** Names by a dictionary. */

/** A name by its dictionary; one that the dictionary lacks is shown as it is, without underscores. */
export function nameIn(names: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(names, name) ? names[name]! : name.replaceAll('_', ' ');
}
