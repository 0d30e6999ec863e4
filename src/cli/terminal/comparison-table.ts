/** Scenarios side by side on the terminal. */

import { join } from 'node:path';
import type { Comparison } from '../../run/compare/compare.js';
import { comparedRows } from '../../run/compare/comparison-table.js';
import { sayFooting } from '../../run/compare/footing.js';
import { decisive, headlineColumns, rowOf } from '../../run/write/headlines.js';
import { plain, show, showDifference, showProbability } from './cells.js';
import { colours } from './colours.js';

/** Prints all scenarios: a row each, with the reference, the approach and the difference of the main outcomes. */
export async function printComparison({ outcomes, draws, folder }: Comparison): Promise<void> {
  const { default: CliTable } = await import('cli-table3');
  const paint = await colours(process.stdout);
  const columns = headlineColumns(outcomes[0]!.horizonMonths);
  const table = new CliTable({
    head: ['municipality', ...columns.map(({ column }) => column), 'pays\n% of cohorts'],
    style: plain,
    colAligns: ['left', ...columns.map(() => 'right' as const), 'right'],
  });
  for (const { outcome, approach } of comparedRows(outcomes)) {
    const reference = outcome.approaches[0]!;
    const cells = columns.map((headline) => {
      const before = rowOf(outcome.estimates, headline, reference);
      const after = rowOf(outcome.estimates, headline, approach);
      const difference = rowOf(outcome.differences, headline, approach);
      if (before === undefined || after === undefined || difference === undefined) return '-';
      return `${show(headline, before.estimate, before.mcse)} > ${show(headline, after.estimate, after.mcse)}\n${showDifference(headline, difference)}`;
    });
    const pays = rowOf(
      outcome.differences,
      columns.find(({ measure }) => measure === decisive.name)!,
      approach,
    );
    const several = outcome.approaches.length > 2 ? `\n${approach}` : '';
    table.push([
      `${outcome.municipality}${several}`,
      ...cells,
      showProbability(pays?.probabilityBetter, outcome),
    ]);
  }
  process.stdout.write(
    [
      '',
      table.toString(),
      paint.dim(
        draws > 1
          ? 'Per cell: reference > approach, and below it the difference with its 95 % interval over the parameters.'
          : 'Per cell: reference > approach, and below it the difference; intervals cannot be told from one draw.',
      ),
      paint.dim(
        'Euros per person of the cohort, discounted, over the whole horizon. Pays: % of simulated cohorts with a better net balance.',
      ),
      ...sayFooting(outcomes).map((said) => paint.dim(said)),
      `written to ${join(folder, 'comparison.csv')} and a folder for each scenario in ${folder}`,
      '',
    ].join('\n'),
  );
}
