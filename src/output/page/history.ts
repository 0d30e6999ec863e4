/** The settings that a reader can go back to. */

import type { Changes } from './change.js';

/** What belongs to one movement of a slider, or one visit to a field, is undone at once. */
export class History {
  private readonly before: Changes[] = [];
  private gesture: string | undefined;

  /** Keeps the setting that an edit changes. @param gesture what the edit is part of; absent: it stands alone */
  keep(setting: Changes, gesture?: string): void {
    if (gesture === undefined || gesture !== this.gesture) this.before.push(setting);
    this.gesture = gesture;
  }

  /** The setting before the last edit; undefined: there is none. */
  undo(): Changes | undefined {
    this.gesture = undefined;
    return this.before.pop();
  }

  get isEmpty(): boolean {
    return this.before.length === 0;
  }
}
