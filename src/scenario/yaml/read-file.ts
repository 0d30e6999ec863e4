/** A YAML file that has been read. */

import type { Place } from '../check/diagnostic.js';

export type Path = readonly (string | number)[];

/** An alias, and the node with the anchor (&name) that it repeats. */
interface Alias {
  readonly at: Path;
  readonly anchor: Path;
}

export interface YamlFile {
  readonly path: string;
  readonly sha256: string;
  /** The contents as plain data. */
  readonly tree: unknown;
  /** Where aliases (*name) stand, and what they repeat, in the order of the file. */
  readonly aliases: readonly Alias[];
  /** Place of a value, or (`key`) of its key; of the nearest enclosing node when there is none. */
  locate(path: Path, key?: boolean): Place;
}
