/** Shell completion: the script for a shell to source, and the answers to its requests (`doorstroom complete -- ...`). */

import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { script } from '@bomb.sh/tab';
import tab from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import { Refusal } from '../run/refusal.js';
import { shippedFiles } from '../run/scenarios/names.js';

export type Shell = 'bash' | 'zsh' | 'fish' | 'powershell';

/** Name under which the shell knows the program. */
const PROGRAM = 'doorstroom';

/** Arguments that are YAML files, or names of those that come with the package. */
const fileArguments = ['scenario', 'model'] as const;

/**
 * Prints the script for a shell.
 * @throws Refusal when it is not known which.
 */
export function printScript(shell: Shell | undefined): void {
  if (shell === undefined) {
    throw new Refusal('for which shell? doorstroom completion bash, zsh, fish or powershell');
  }
  script(shell, PROGRAM, PROGRAM);
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder === '' ? '.' : folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/**
 * YAML files in the folder of a half-typed path and in the folders right inside it: shells end the word after an answer, so a
 * folder alone would not help.
 */
function yamlFilesNear(word: string): string[] {
  const folder = word.slice(0, word.lastIndexOf('/') + 1);
  const yamlIn = (inside: string) =>
    entriesOf(inside)
      .filter((entry) => !entry.isDirectory() && /^[^.].*\.ya?ml$/.test(entry.name))
      .map(({ name }) => `${inside}${name}`);
  const folders = entriesOf(folder)
    .filter((entry) => entry.isDirectory() && /^(?!\.|node_modules$)/.test(entry.name))
    .map(({ name }) => `${join(folder, name)}/`);
  return [folder, ...folders].flatMap(yamlIn).sort();
}

/**
 * Adds the command `complete`, with which the script asks for completions of a line.
 * @param word the word that is being typed
 */
export function addCompleteCommand(root: Command, word: string): void {
  const answers = tab(root);
  answers.commands.delete('complete');
  for (const command of answers.commands.values()) {
    for (const name of fileArguments) {
      const argument = command.arguments.get(name);
      if (argument === undefined) continue;
      argument.handler = (complete) => {
        for (const file of yamlFilesNear(word)) complete(file, '');
        for (const shipped of shippedFiles(name)) complete(shipped.name, '');
      };
    }
  }
}
