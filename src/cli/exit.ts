/** Exit statuses of the program. */

/** 0 done, 2 the input is wrong, 1 anything else, 130 interrupted. */
export const EXIT = { done: 0, failed: 1, input: 2, interrupted: 130 } as const;
