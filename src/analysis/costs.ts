/** Costs per calendar year, component and payer. */

import { type CostBooking, costBookings } from '../domain/rewards.js';
import type { DrawResult } from '../simulation/task.js';
import { leavesOf, personsOf, type Results, varianceFromBatches } from './results.js';
import { errorOfDrawMean, intervalWithoutNoise, mean, present } from './statistics.js';

/** A cost of one component in one calendar year: euros per person of the subgroup and for the subgroup. */
export interface CostRow {
  readonly approach: string;
  readonly subgroup: string;
  readonly year: number;
  readonly component: string;
  readonly payer: string;
  readonly perPerson: number;
  readonly mcse: number;
  readonly parameterLow: number;
  readonly parameterHigh: number;
  readonly perCohort: number;
  readonly perPersonDiscounted: number;
  readonly perCohortDiscounted: number;
}

/** Sum of the given rewards of an approach in a year over the persons of some leaves. */
function sumOf(
  results: Results,
  approach: number,
  sums: Float64Array,
  leaves: readonly number[],
  rewards: readonly number[],
  year: number,
): number {
  const years = results.years.length;
  const count = results.approaches[approach]!.built.rewards.length;
  let total = 0;
  for (const leaf of leaves) {
    for (const r of rewards) total += sums[(leaf * count + r) * years + year]!;
  }
  return total;
}

/** Cumulative discounted cost per person of the cohort by year under one draw. */
export function cumulativeCost(results: Results, draw: DrawResult, approach: number): number[] {
  const rewards = costBookings(results.approaches[approach]!.built.rewards).flatMap((line) => line.rewards);
  const leaves = leavesOf(results, 0);
  const persons = personsOf(draw, 0);
  let running = 0;
  return results.years.map((_, y) => {
    const sums = draw.approaches[approach]!.discountedByYear;
    running += sumOf(results, approach, sums, leaves, rewards, y) / persons;
    return running;
  });
}

/** Variance of the cost per person in a draw for given parameters, from the variance between batches of persons. */
function noiseOf(
  results: Results,
  draw: DrawResult,
  approach: number,
  group: number,
  lines: readonly CostBooking[],
  line: number,
  year: number,
): number {
  const { nominalByYear, costSquares } = draw.approaches[approach]!;
  const leaves = leavesOf(results, group).map((leaf) => ({
    persons: personsOf(draw, results.groups.length > 1 ? leaf + 1 : 0),
    batches: draw.batches[leaf]!,
    sum: sumOf(results, approach, nominalByYear, [leaf], lines[line]!.rewards, year),
    squares: costSquares[(leaf * lines.length + line) * results.years.length + year]!,
  }));
  return varianceFromBatches(leaves) / personsOf(draw, group);
}

/** The calendar years up to the last in which a draw may have booked anything: inflow and horizon allow for more. */
function bookedYears(results: Results): readonly number[] {
  const count = results.years.length;
  let last = 0;
  for (const draw of results.draws)
    for (const { nominalByYear } of draw.approaches)
      nominalByYear.forEach((amount, at) => {
        if (amount !== 0) last = Math.max(last, at % count);
      });
  return results.years.slice(0, last + 1);
}

/** Costs by approach, subgroup, component and calendar year, without trailing years in which nothing happened. */
export function costRows(results: Results): CostRow[] {
  const years = bookedYears(results);
  return results.approaches.flatMap((layout, a) => {
    const lines = costBookings(layout.built.rewards);
    return results.groups.flatMap((subgroup, g) => {
      const leaves = leavesOf(results, g);
      const all = results.draws.map((draw) => ({ ...draw.approaches[a]!, persons: personsOf(draw, g) }));
      const peopled = results.draws.filter((draw) => personsOf(draw, g) > 0);
      const several = peopled.length > 1;
      const cohort = mean(peopled.map((draw) => personsOf(draw, g))) / results.task.replications;
      return lines.flatMap(({ component, payer, rewards }, line) =>
        years.map((year, y): CostRow => {
          const perPerson = (of: 'nominalByYear' | 'discountedByYear') =>
            // 0 / 0, which is NaN, in a draw in which nobody belongs to the group.
            all.map((draw) => sumOf(results, a, draw[of], leaves, rewards, y) / draw.persons);
          const byDraw = perPerson('nominalByYear');
          const nominal = present(byDraw);
          const noise = mean(peopled.map((draw) => noiseOf(results, draw, a, g, lines, line, y)));
          const parameter = intervalWithoutNoise(nominal, noise);
          const discounted = mean(present(perPerson('discountedByYear')));
          return {
            approach: layout.name,
            subgroup,
            year,
            component,
            payer,
            perPerson: mean(nominal),
            mcse: several ? errorOfDrawMean(byDraw) : Math.sqrt(noise),
            parameterLow: parameter.low,
            parameterHigh: parameter.high,
            perCohort: mean(nominal) * cohort,
            perPersonDiscounted: discounted,
            perCohortDiscounted: discounted * cohort,
          };
        }),
      );
    });
  });
}
