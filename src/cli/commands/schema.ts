/** `doorstroom schema`. */

import { Option } from 'commander';
import type { AddCommand } from '../command.js';

/** The kind of file that is asked for. */
function kindOf({ model, experiment }: { readonly model?: boolean; readonly experiment?: boolean }) {
  if (model) return 'model';
  return experiment ? 'experiment' : 'scenario';
}

export const addSchemaCommand: AddCommand = (root, act) => {
  root
    .command('schema')
    .description('print the JSON Schema of scenario files (or of another kind of file), for editors')
    .addOption(new Option('--model', 'the schema of model files').conflicts('experiment'))
    .option('--experiment', 'the schema of experiment files')
    .action((options: { readonly model?: boolean; readonly experiment?: boolean }) =>
      act(async () => {
        const { jsonSchemaOf } = await import('../../run/scenarios/schemas.js');
        const { printJson } = await import('../terminal/screen.js');
        printJson(jsonSchemaOf(kindOf(options)));
      }),
    );
};
