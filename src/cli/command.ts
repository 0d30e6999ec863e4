/** What the commands of the program have in common. */

import type { Command } from 'commander';
import type { Caller } from '../run/caller.js';

/** The context in which a command runs. */
export interface CommandContext {
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal;
  readonly commandLine: readonly string[];
  /** See {@link Caller}. */
  readonly onKept: NonNullable<Caller['onKept']>;
}

/** What a command does; returns its exit status where that is not 0. */
export type Deed = (asked: CommandContext) => Promise<number | undefined> | Promise<void>;

/** Choices that are only known once the model is loaded. */
export interface Choices {
  /** Names of the attributes by which results can be reported; empty for commands that do not need them. */
  readonly breakdowns: readonly string[];
}

/**
 * A command of the program: declares its name, arguments, options and help, and what to do when it is chosen. Its modules are
 * only loaded then, so that help and completion do without them.
 */
export type AddCommand = (root: Command, act: (deed: Deed) => void, choices: Choices) => void;
