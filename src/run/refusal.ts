/** Requests that cannot be carried out. */

import type { Diagnostic } from '../scenario/check/diagnostic.js';

/** Ends a command because of its input or options. The message consists of whole lines. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    message: string,
    /** The problems in input files, with their places, where files are the cause. */
    readonly diagnostics: readonly Diagnostic[] = [],
  ) {
    super(message);
  }
}
