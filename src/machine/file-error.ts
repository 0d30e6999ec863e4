/** Adds the file's path to errors on an open file, such as a full disk, which do not name it. */

/** What marks an error that has the path of its file. */
const NAMED = Symbol('named');

/**
 * Runs a function on a file. @throws what the function throws; system errors get the file's path, unless they are of another file that
 * it has named itself.
 */
export function naming<Value>(path: string, act: () => Value): Value {
  try {
    return act();
  } catch (error) {
    if (error instanceof Error && 'code' in error && !(NAMED in error))
      Object.assign(error, { path, [NAMED]: true });
    throw error;
  }
}
