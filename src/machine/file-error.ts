/** Says which file an error is about: errors on an open file, such as a full disk, do not name it. */

/** Runs something on a file. @throws what it throws; an error of the system carries the file's path. */
export function naming<Value>(path: string, act: () => Value): Value {
  try {
    return act();
  } catch (error) {
    if (error instanceof Error && 'code' in error) Object.assign(error, { path });
    throw error;
  }
}
