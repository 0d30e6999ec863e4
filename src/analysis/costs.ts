/** Costs per calendar year, component and payer. */

import { type CostBooking, costBookings } from '../domain/measures/rewards.js';
import type { DrawResult } from '../simulation/results/draw-result.js';
import { HALVES } from '../simulation/results/leaves.js';
import {
  addLeaves,
  batchesOf,
  leavesOf,
  personsByHalf,
  personsInAll,
  personsOf,
  type Results,
  varianceFromBatches,
} from './results.js';
import { mean } from './statistics.js';
import { boundsOfAmounts, estimateMean, pooledMean, type Sums } from './uncertainty.js';

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

/** Euros of the given rewards of an approach in a year, by draw and half of a group. */
function eurosOf(
  results: Results,
  approach: number,
  group: number,
  of: 'nominalByYear' | 'discountedByYear',
  rewards: readonly number[],
  year: number,
): Float64Array {
  const shape = results.approaches[approach]!.shapes[of];
  const leaves = leavesOf(results, group);
  const euros = new Float64Array(results.draws.length * HALVES);
  results.draws.forEach(({ approaches }, d) => {
    const sums = approaches[approach]![of];
    for (const r of rewards) addLeaves(euros, d, leaves, (leaf) => sums[shape.at(leaf, r, year)]!);
  });
  return euros;
}

/** Cumulative discounted cost of an approach by the end of each year, and the persons, by draw and half of the cohort. */
export function cumulativeCosts(results: Results, approach: number): Sums[] {
  const rewards = costBookings(results.approaches[approach]!.built.rewards).flatMap((line) => line.rewards);
  const of = personsByHalf(results, 0);
  const running = new Float64Array(of.length);
  return results.years.map((_, y) => {
    const inYear = eurosOf(results, approach, 0, 'discountedByYear', rewards, y);
    for (let i = 0; i < running.length; i++) running[i]! += inYear[i]!;
    return { counted: running.slice(), of, rows: results.rows };
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
  const { shapes } = results.approaches[approach]!;
  const costIn = (leaf: number) =>
    lines[line]!.rewards.reduce((sum, r) => sum + nominalByYear[shapes.nominalByYear.at(leaf, r, year)]!, 0);
  const halves = batchesOf(results, group).map(({ place, leaves }) => ({
    persons: leaves.reduce((sum, leaf) => sum + draw.leafPersons[leaf]!, 0),
    batches: draw.batches[place]!,
    sum: leaves.reduce((sum, leaf) => sum + costIn(leaf), 0),
    squares: costSquares[shapes.costSquares.at(place, line, year)]!,
  }));
  return varianceFromBatches(halves) / personsOf(results, draw, group);
}

/** The calendar years up to the last in which any draw has booked something; inflow and horizon allow for more years. */
function bookedYears(results: Results): readonly number[] {
  const years = results.years.length;
  let last = 0;
  for (const draw of results.draws) {
    for (const { nominalByYear } of draw.approaches) {
      // Over all leaves and rewards.
      for (let row = 0; row < nominalByYear.length; row += years)
        for (let year = last + 1; year < years; year++) if (nominalByYear[row + year] !== 0) last = year;
    }
  }
  return results.years.slice(0, last + 1);
}

/** Costs by approach, subgroup, component and calendar year, without trailing years in which nothing happened. */
export function costRows(results: Results): CostRow[] {
  const years = bookedYears(results);
  const cohorts = results.draws.length * results.task.replications;
  return results.approaches.flatMap((layout, a) => {
    const lines = costBookings(layout.built.rewards);
    return results.groups.flatMap((subgroup, g) => {
      const of = personsByHalf(results, g);
      const peopled = results.draws.filter((draw) => personsOf(results, draw, g) > 0);
      const perCohort = personsInAll(results, g) / cohorts;
      return lines.flatMap(({ component, payer, rewards }, line) =>
        years.map((year, y): CostRow => {
          const euros = (kind: 'nominalByYear' | 'discountedByYear'): Sums => ({
            counted: eurosOf(results, a, g, kind, rewards, y),
            of,
            rows: results.rows,
          });
          const chance = () => mean(peopled.map((draw) => noiseOf(results, draw, a, g, lines, line, y)));
          const nominal = euros('nominalByYear');
          const { estimate, mcse, low, high } = estimateMean(
            nominal,
            undefined,
            boundsOfAmounts(nominal),
            chance,
          );
          const discounted = pooledMean(euros('discountedByYear'));
          return {
            approach: layout.name,
            subgroup,
            year,
            component,
            payer,
            perPerson: estimate,
            mcse,
            parameterLow: low,
            parameterHigh: high,
            perCohort: estimate * perCohort,
            perPersonDiscounted: discounted,
            perCohortDiscounted: discounted * perCohort,
          };
        }),
      );
    });
  });
}
