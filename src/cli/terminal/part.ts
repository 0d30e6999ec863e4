/** Simulates one part of an analysis, and prints where it is. */

import type { Caller } from '../../run/caller.js';
import type { CommandContext } from '../command.js';
import type { Looks } from '../options.js';
import { onTerminal } from './progress.js';
import { printJson, printText } from './screen.js';

export async function printPart(
  asked: CommandContext,
  options: Looks,
  simulate: (caller: Caller) => Promise<string>,
): Promise<void> {
  const file = await onTerminal(asked, options, simulate);
  if (options.json) printJson([file]);
  else if (!options.quiet) printText(`${file}\n`);
}
