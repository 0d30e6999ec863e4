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

/** Choices that take loading the model to know. */
export interface Choices {
  /** Names of the attributes by which results can be reported; empty where no command at hand asks. */
  readonly breakdowns: readonly string[];
}

/**
 * A command of the program: adds its words (name, arguments, options, help), and hands on what it does when it is chosen.
 * What that takes is loaded by the deed, so that help and completion load none of it.
 */
export type AddCommand = (root: Command, act: (deed: Deed) => void, choices: Choices) => void;
