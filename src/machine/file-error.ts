/** Adds the file's path to errors on an open file, such as a full disk, which do not name it. */

/** Runs a function on a file. @throws what the function throws; system errors get the file's path. */
export function naming<Value>(path: string, act: () => Value): Value {
  try {
    return act();
  } catch (error) {
    if (error instanceof Error && 'code' in error) Object.assign(error, { path });
    throw error;
  }
}
