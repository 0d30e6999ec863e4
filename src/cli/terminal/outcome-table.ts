/** One scenario's main outcomes on the terminal. */

import { countOf } from '../../output/number.js';
import { describeMoney } from '../../output/package/columns.js';
import { headlines, labelWithUnit, rowOf } from '../../run/write/headlines.js';
import type { Outcome } from '../../run/write/outcome.js';
import { plain, show, showDifference, showProbability } from './cells.js';
import { colours } from './colours.js';

/** Prints one scenario: a row per main outcome, a column per approach, and the difference. */
export async function printOutcome(outcome: Outcome): Promise<void> {
  const { approaches, estimates, differences } = outcome;
  const { default: CliTable } = await import('cli-table3');
  const paint = await colours(process.stdout);
  const others = approaches.slice(1);
  const table = new CliTable({
    head: ['', ...approaches, ...others.flatMap((name) => [`${name} - ${approaches[0]!}`, 'better'])],
    style: plain,
    colAligns: [
      'left',
      ...approaches.map(() => 'right' as const),
      ...others.flatMap(() => ['right', 'right'] as const),
    ],
  });
  for (const headline of headlines(outcome.horizonMonths, [outcome])) {
    const cells = approaches.map((name) => {
      const row = rowOf(estimates, headline, name);
      return row === undefined ? '-' : show(headline, row.estimate, row.mcse);
    });
    const compared = others.flatMap((name) => {
      const row = rowOf(differences, headline, name);
      if (row === undefined) return ['-', '-'];
      return [showDifference(headline, row), showProbability(row.probabilityBetter, outcome)];
    });
    table.push([labelWithUnit(headline), ...cells, ...compared]);
  }
  process.stdout.write(
    [
      '',
      paint.bold(outcome.municipality),
      table.toString(),
      paint.dim(
        `${countOf(outcome.persons, 'life', 'lives')} an approach: ${countOf(outcome.draws, 'parameter draw')} x ${countOf(outcome.replications, 'replication')}.${aboutIntervals(outcome, others.length)}`,
      ),
      paint.dim(`Euros a person: ${describeMoney([outcome.footing])}.`),
      `written to ${outcome.folder}`,
      '',
    ].join('\n'),
  );
}

/** What the table says of intervals and probabilities, behind a sentence. */
function aboutIntervals({ draws }: Outcome, compared: number): string {
  if (compared === 0) return '';
  const intervals =
    draws > 1 ? 'In brackets: 95 % over the parameters.' : 'Intervals cannot be told from one draw.';
  return ` ${intervals} Better: % of simulated cohorts.`;
}
