/** The caller of a run: the command line, or a program that uses this package. */

/** How far a run has come. */
export interface Progress {
  /** Steps done, of so many. */
  readonly done: number;
  readonly total: number;
  /** What the last step belonged to; empty before the first. */
  readonly name: string;
}

export interface Caller {
  /** Is called at every step, and when further steps turn out to be needed. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Receives what a reader of the results should know, one line each. */
  readonly note: (message: string) => void;
  /** Hears that what was asked for was not reached, which is not to be missed; absent: as a note. */
  readonly warn?: ((message: string) => void) | undefined;
  /** Stops the run between two steps. */
  readonly signal?: AbortSignal | undefined;
  /** How the run was asked for, as its manifest repeats it. */
  readonly commandLine: readonly string[];
}

/** Counts the steps of a piece of work. */
export interface StepCounter {
  step(name: string): void;
  /** Steps have come on top of those known before. */
  expect(more: number): void;
}

/** Begins work of so many steps, and tells the caller of each. */
export function countSteps({ onProgress }: Pick<Caller, 'onProgress'>, steps: number): StepCounter {
  let progress: Progress = { done: 0, total: steps, name: '' };
  const tell = (changes: Partial<Progress>) => {
    progress = { ...progress, ...changes };
    onProgress?.(progress);
  };
  tell({});
  return {
    step: (name) => tell({ done: progress.done + 1, name }),
    expect: (more) => tell({ total: progress.total + more }),
  };
}

/** Notices a signal that came while this thread was busy. @throws AbortError when the work is to stop */
export async function hearInterruption(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal?.throwIfAborted();
}
