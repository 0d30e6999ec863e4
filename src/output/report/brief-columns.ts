/** The few outcomes that tables by group tell of, in a column each. */

import { bijstandShare } from '../../domain/measures/income.js';
import type { Measure } from '../../domain/measures/measure.js';
import { decisive } from '../../domain/measures/money.js';
import { selfSufficientShare } from '../../domain/measures/self-sufficiency.js';
import type { Column } from './blocks.js';
import { headlineMonth, type RunData } from './run-data.js';
import { measureName, type Speech } from './speech.js';

/** The differences that the first page tells of all. */
export const briefMeasures: readonly Measure[] = [selfSufficientShare, bijstandShare, decisive];

/** Month at which a measure is told; NaN: over the whole horizon. */
export const monthToldOf = (run: RunData, { byYear }: Measure): number =>
  byYear === undefined ? Number.NaN : headlineMonth(run);

/** For each of the measures a column and one for its interval; what decides goes by a name that is short. */
export function briefColumns(speech: Speech, run: RunData): Column[] {
  const { comparison, headings } = speech.words;
  return briefMeasures.flatMap((measure): Column[] => [
    {
      label:
        measure === decisive
          ? comparison.balance
          : measureName(speech, run, measure.name, monthToldOf(run, measure)),
      kind: 'number',
      weight: 1.1,
    },
    { label: headings.interval, kind: 'interval', weight: 1.5 },
  ]);
}
