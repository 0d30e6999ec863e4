/** Exit statuses, and the one way in which a command ends early with a message. */

/** 0 done, 2 the input is wrong, 1 anything else, 130 interrupted. */
export const EXIT = { done: 0, failed: 1, input: 2, interrupted: 130 } as const;

/** Ends a command: its message goes to stderr as it is. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly status: number = EXIT.input,
  ) {
    super(message);
  }
}
