/** What cannot be done as it is asked for. */

import type { Diagnostic } from '../scenario/check/diagnostic.js';

/** Ends what was asked for, since its input or its options will not do. The message is one or more whole lines. */
export class Refusal extends Error {
  constructor(
    message: string,
    /** Where files are at fault: what is wrong in them, and where. */
    readonly diagnostics: readonly Diagnostic[] = [],
  ) {
    super(message);
  }
}
