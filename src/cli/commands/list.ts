/** `doorstroom list`. */

import { Argument } from 'commander';
import type { ListKind } from '../../run/list/list.js';
import type { AddCommand } from '../command.js';
import { languageOption, type Spoken } from '../options.js';

const kinds: readonly ListKind[] = ['scenarios', 'regimes', 'measures', 'attributes', 'resources'];

export const addListCommand: AddCommand = (root, act) => {
  root
    .command('list')
    .description('what there is to choose from, a line each')
    .addArgument(new Argument('[kind]', 'default: all').choices(kinds))
    .option('--json', 'as JSON on standard output', false)
    .addOption(languageOption())
    .action((kind: ListKind | undefined, { json, lang }: Spoken & { readonly json: boolean }) =>
      act(async () => {
        const { listKinds } = await import('../../run/list/list.js');
        const { print, printJson } = await import('../terminal/screen.js');
        const listings = await listKinds(kind === undefined ? kinds : [kind], json ? 'en' : lang);
        if (json) return printJson(listings);
        const { listLines } = await import('../terminal/list-lines.js');
        return print((page, brush) => listLines(listings, page, brush), lang);
      }),
    );
};
