/** Which file an error is about: those of a file that is open, as of a full disk, do not say. */

/** Does something with a file. @throws what it throws; an error of the system carries the file's path. */
export function naming<Value>(path: string, act: () => Value): Value {
  try {
    return act();
  } catch (error) {
    if (error instanceof Error && 'code' in error) Object.assign(error, { path });
    throw error;
  }
}
