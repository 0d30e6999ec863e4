/** Commands that work in this very thread stop where they listen. */

/** Lets a signal be heard that came while this thread was at work. @throws AbortError when the command is to stop */
export async function hearInterruption(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal?.throwIfAborted();
}
