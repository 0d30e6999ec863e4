/** What the verdict on a scenario is read from. */

import type { EstimateRow } from '../../analysis/estimates.js';
import { bijstandShare } from '../../domain/measures/income.js';
import { bijstandCost, decisive, programmeCost } from '../../domain/measures/money.js';
import type { Printed } from '../../output/report/measured.js';
import type { Contrast } from '../../output/verdict.js';
import type { Outcome } from './outcome.js';

type ContrastRow = Printed &
  Pick<
    EstimateRow,
    'approach' | 'measure' | 'month' | 'subgroup' | 'estimate' | 'mcse' | 'parameterLow' | 'parameterHigh'
  >;

/** The month of the share on bijstand that the published studies give. */
const STUDIED_MONTH = 60;

/** Each approach of a scenario beside the reference. */
export function contrastsOf({
  approaches,
  differences,
  influences,
  draws,
}: Pick<Outcome, 'approaches' | 'influences' | 'draws'> & {
  readonly differences: readonly ContrastRow[];
}): Contrast[] {
  return approaches.slice(1).map((approach) => {
    const said = ({ name, unit }: { readonly name: string; readonly unit: string }, month?: number) => {
      const row = differences.find(
        (each) =>
          each.approach === approach &&
          each.measure === name &&
          each.month === month &&
          each.subgroup === 'all',
      );
      if (row === undefined) return undefined;
      const { estimate, mcse, parameterLow: low, parameterHigh: high, shown, error } = row;
      return { unit, estimate, mcse, low, high, shown, error };
    };
    const own = influences.find((each) => each.approach === approach);
    return {
      approach,
      reference: approaches[0]!,
      balance: said(decisive),
      bijstand: said(bijstandCost.discounted),
      programme: said(programmeCost.discounted),
      onBijstand: said(bijstandShare, STUDIED_MONTH),
      influences: own?.assumptions ?? null,
      tried: own?.tried ?? [],
      draws,
    };
  });
}
