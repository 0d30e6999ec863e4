/** The ranking, on the terminal. */

import { join } from 'node:path';
import { formatFixed } from '../../output/number.js';
import type { Comparison } from '../../run/compare/compare.js';
import { rankingsOf } from '../../run/compare/ranking.js';
import { plain } from './cells.js';

/** Prints for each outcome the approaches by mean rank, with the probability to be first and last. */
export async function printRanking({ outcomes, draws, folder }: Comparison): Promise<void> {
  if (outcomes.length < 2 || draws < 2) return;
  const { default: CliTable } = await import('cli-table3');
  const percent = (share: number | undefined) => formatFixed(100 * (share ?? 0), 0);
  for (const { by, entries } of rankingsOf(outcomes)) {
    const table = new CliTable({
      head: [`by ${by.label}`, 'mean rank', 'first, %', 'first three, %', 'last, %'],
      style: plain,
      colAligns: ['left', 'right', 'right', 'right', 'right'],
    });
    for (const { outcome, approach, meanRank, probabilities } of entries.toSorted(
      (a, b) => a.meanRank - b.meanRank || 0,
    )) {
      const several = outcome.approaches.length > 2 ? ` (${approach})` : '';
      table.push([
        `${outcome.municipality}${several}`,
        formatFixed(meanRank, 1),
        percent(probabilities[0]),
        percent(probabilities.slice(0, 3).reduce((sum, value) => sum + value, 0)),
        percent(probabilities.at(-1)),
      ]);
    }
    process.stdout.write(`${table.toString()}\n`);
  }
  process.stdout.write(
    `Ranks by difference with the reference; probabilities over ${draws} parameter draws, without the luck of persons (-: cannot be told), in ${join(folder, 'ranking.csv')}\n`,
  );
}
