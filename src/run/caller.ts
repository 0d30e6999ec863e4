/** The caller of a run: the command line, or a program that uses this package. */

import type { Language } from '../output/language.js';

/** How far a run has come. */
export interface Progress {
  /** Steps done, and steps in total. */
  readonly done: number;
  readonly total: number;
  /** Whether the total will stay as it is: some work shows by its results how much more there is to do. */
  readonly isTotalKnown: boolean;
  /** What the last step belonged to; empty before the first. */
  readonly name: string;
}

export interface Caller {
  /** Called at every step, and when more steps turn out to be needed. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** The language of notes; absent: English. */
  readonly language?: Language | undefined;
  /** Receives notes for the reader of the results, one line each. */
  readonly note: (message: string) => void;
  /** Receives warnings that something asked for was not achieved; absent: they come as notes. */
  readonly warn?: ((message: string) => void) | undefined;
  /** Handed, of all that outlasts an interruption, whether there is still something to go on with by `resume`. */
  readonly onKept?: ((isKept: () => boolean) => void) | undefined;
  /** Stops the run between two steps. */
  readonly signal?: AbortSignal | undefined;
  /** The command line, as the manifest repeats it. */
  readonly commandLine: readonly string[];
}

/** Counts the steps of a piece of work. */
export interface StepCounter {
  step(name: string): void;
  /** More steps than were known at first. */
  expect(more: number): void;
  /** The steps of which the number was not known: so many more than was thought, and no others. */
  settle(more: number): void;
}

/** Counts the steps of a piece of work and reports each to the caller. @param isTotalKnown whether there will be no others */
export function countSteps(
  { onProgress }: Pick<Caller, 'onProgress'>,
  steps: number,
  isTotalKnown = true,
): StepCounter {
  let progress: Progress = { done: 0, total: steps, isTotalKnown, name: '' };
  const tell = (changes: Partial<Progress>) => {
    progress = { ...progress, ...changes };
    onProgress?.(progress);
  };
  tell({});
  return {
    step: (name) => tell({ done: progress.done + 1, name }),
    expect: (more) => tell({ total: progress.total + more }),
    settle: (more) => tell({ total: progress.total + more, isTotalKnown: true }),
  };
}

/** Notices a signal that came while this thread was busy. @throws AbortError when the work should stop */
export async function hearInterruption(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal?.throwIfAborted();
}
