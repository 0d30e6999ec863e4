/** Files that hold a setting of a page: with them the command line repeats what its reader saw. */

import { z } from 'zod';
import type { Diagnostic } from './check/diagnostic.js';
import { diagnoseWithSchema } from './check/issues.js';
import { readYamlFile, type YamlFile } from './yaml/yaml-file.js';

const schema = z.strictObject({
  scenario: z.string().describe('Name of the scenario that the setting is of.'),
  seed: z.string().min(1).describe('The seed.'),
  draws: z.int().min(1).max(100_000).describe('Parameter draws; 1: central values.'),
  replications: z.int().min(1).max(1_000_000).describe('Replications of the cohort per draw.'),
  set: z.array(z.string()).describe('What is changed, each as `--set` takes it.'),
});

/** A setting that has been read. */
export interface SettingFile extends Readonly<z.output<typeof schema>> {
  readonly file: YamlFile;
}

/** Reads a setting, or says everything that is wrong with its form. */
export function readSettingFile(path: string): { setting?: SettingFile; diagnostics: readonly Diagnostic[] } {
  const { file, diagnostics } = readYamlFile(path);
  if (file === undefined) return { diagnostics };
  const misfits = diagnoseWithSchema(schema, file.tree, file.locate);
  return misfits.length > 0
    ? { diagnostics: misfits }
    : { setting: { ...schema.parse(file.tree), file }, diagnostics: [] };
}
