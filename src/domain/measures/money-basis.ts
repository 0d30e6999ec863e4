/** The basis of amounts of money: the date to which they are discounted, the rate, and the year of prices. */

import { centralValue, isAnnotated } from '../parameters/quantity.js';
import { quantileOfQuantity } from '../parameters/uncertainty.js';
import type { Scenario, ScenarioTree } from '../schema/scenario.js';

/** The parts of a scenario that decide the date. */
type Dated = Pick<Scenario, 'discount_to'> & { readonly cohort: Pick<Scenario['cohort'], 'first_permit'> };

/** The date (yyyy-mm-dd) to which amounts are discounted: the one that is given, else that of the first permit. */
export function discountDate({ discount_to: given, cohort }: Dated): string {
  return given ?? cohort.first_permit;
}

/** The footing of the amounts of a scenario. */
export interface MoneyBasis {
  /** Date to which amounts are discounted. */
  readonly discountedTo: string;
  /** Whether that is the cohort's own first permit, since no other date is given. */
  readonly isFirstPermit: boolean;
  /** Discount rate a year, at its central value. */
  readonly rate: number;
  /** The 2.5 and 97.5 % points that the rate is drawn between; absent: it is the same in every parameter draw. */
  readonly rateRange?: readonly [low: number, high: number];
  /** Price year of all amounts except bijstand, where the scenario has one. */
  readonly priceYear?: number;
}

/** The footing of a scenario's amounts. */
export function moneyBasisOf(tree: ScenarioTree): MoneyBasis {
  const { discount_rate: rate, discount_to: given, price_year: priceYear } = tree;
  const [low, high] = isAnnotated(rate)
    ? [quantileOfQuantity(rate, 0.025), quantileOfQuantity(rate, 0.975)]
    : [centralValue(rate), centralValue(rate)];
  return {
    discountedTo: discountDate(tree),
    isFirstPermit: given === undefined,
    rate: centralValue(rate),
    ...(low < high ? { rateRange: [low, high] as const } : {}),
    ...(priceYear === undefined ? {} : { priceYear }),
  };
}
