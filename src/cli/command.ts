/** What the commands of the program have in common. */

import type { Command } from 'commander';

/** How a command was asked for. */
export interface Asked {
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal;
  readonly commandLine: readonly string[];
}

/** What a command does; returns its exit status where that is not 0. */
export type Deed = (asked: Asked) => Promise<number | undefined> | Promise<void>;

/** Choices that can be listed only once the model is loaded. */
export interface Choices {
  /** Names of the attributes by which results can be reported; empty where no command at hand asks. */
  readonly breakdowns: readonly string[];
}

/**
 * A command of the program: declares its name, arguments, options and help, and what to do when it is chosen. The modules for
 * that are loaded only then, so that help and completion load none of them.
 */
export type AddCommand = (root: Command, act: (deed: Deed) => void, choices: Choices) => void;
