/** What all controls of the page have. */

import type { Changes } from '../change.js';
import type { Resolved } from '../resolved.js';

/** A control as the reader has it. */
export interface Shown {
  readonly element: HTMLElement;
  /** Shows a setting. @param now what it comes to @param keepsTyped leaves alone what has been typed and could not be taken */
  show(changes: Changes, now: Resolved, keepsTyped: boolean): void;
}
