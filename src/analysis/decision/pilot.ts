/** Pilots of an approach against the reference: what each of several sizes and lengths would tell, and what that is worth. */

import { type MonthlyOutcome, outcomeAt } from '../outcome-by-month.js';
import type { Results } from '../results.js';
import { errorOfDrawMean, mean } from '../statistics.js';
import type { DrawValues } from '../variances.js';
import { perfectInformation } from './evpi.js';
import {
  type PeopleConcerned,
  type PilotCosts,
  peopleAfter,
  sampleInformation,
  spentOn,
  spentOnFollowing,
  worthOfPilots,
} from './evsi.js';
import { areEstimable, expectedByOption } from './expected.js';
import type { ValueWithError } from './jackknife.js';
import { APART } from './pilot-answer.js';
import { assuranceOf, type PilotDesign, samplingVariance, tellingOf } from './power.js';

/** Pilots that might be held, and for whom they decide. */
export interface PilotPlan {
  /** With and without the approach together, half each. */
  readonly persons: readonly number[];
  /** Months since the permit at which the outcome is measured. */
  readonly months: readonly number[];
  /** Share of the persons of whom the study loses sight in a year. */
  readonly lost: number;
  /** Persons who begin together, with or without the approach, and the share of the variance between such groups; absent: by lot. */
  readonly groups?: { readonly size: number; readonly correlation: number };
  /** Persons who can be taken in a month. */
  readonly recruits: number;
  readonly costs: Omit<PilotCosts, 'worseArm' | 'worseArmError'>;
  readonly population: PeopleConcerned;
}

/** What a pilot would tell, and what it is worth. */
export interface ToldPilot {
  readonly persons: number;
  readonly months: number;
  /** Months from now until the last person has been measured, when the approach is chosen. */
  readonly until: number;
  /** With the approach less without it, on average over the parameters. */
  readonly difference: number;
  /** Probability that the interval leaves 0 out on the side of the difference: of that difference, and on average over the parameters. */
  readonly power: number;
  readonly assurance: number;
  /** Width of the 95 % interval on average. */
  readonly width: number;
  /** What the pilot is worth for a person whom the choice concerns, in euros; NaN: cannot be estimated. */
  readonly evsi: ValueWithError;
  /** People whom the choice concerns, discounted to now. */
  readonly people: number;
  /** What it costs: following people, and what those lose who get what is worse by what is known now. */
  readonly cost: number;
  /** What of it following people costs. */
  readonly following: number;
  readonly netBenefit: ValueWithError;
  /** What its net benefit is at most: no pilot tells more than to know everything, with two errors of that; NaN: cannot be estimated. */
  readonly ceiling: number;
  /** Whether it is the best of all, and worth its costs. */
  readonly isBest: boolean;
}

/** With the approach less without it. */
function minus(own: DrawValues, reference: DrawValues): DrawValues {
  return {
    whole: own.whole.map((value, d) => value - reference.whole[d]!),
    halfDifference: own.halfDifference.map((value, d) => value - reference.halfDifference[d]!),
  };
}

const none = (draws: number): DrawValues => ({
  whole: new Float64Array(draws),
  halfDifference: new Float64Array(draws),
});

/**
 * The design of a pilot: half of its persons with the approach and half without, less those of whom it loses sight by the month at which it
 * measures. Of groups of start only whole ones count.
 */
function designOf(
  { lost, groups }: PilotPlan,
  persons: number,
  months: number,
  [reference, own]: readonly [number, number],
): PilotDesign {
  const arm = (variance: number) => ({
    persons: (persons / 2) * Math.exp((months / 12) * Math.log1p(-lost)),
    ...(groups === undefined ? {} : { groups: Math.floor(persons / 2 / groups.size) }),
    variance,
  });
  return { own: arm(own), reference: arm(reference), correlation: groups?.correlation ?? 0 };
}

/**
 * What pilots of an approach would tell and be worth. Persons with and without the approach are others, each with a life of its own, so
 * that the variance of the difference is that of two independent means; it is taken from the simulated lives at that month, dropout from
 * activities included. Who decides waits until the last person has been measured: people are taken evenly, and each is measured the same
 * months after the permit.
 *
 * @param approach place of the approach; the reference is at 0
 * @param benefits net benefit of the reference and of the approach, in euros a person
 * @param key addresses the random numbers
 */
export function pilotsOf(
  results: Results,
  approach: number,
  outcome: MonthlyOutcome,
  benefits: readonly [DrawValues, DrawValues],
  plan: PilotPlan,
  key: readonly [number, number],
): ToldPilot[] {
  const leads = minus(benefits[1], benefits[0]).whole;
  const lead = mean(leads);
  const told = plan.months.flatMap((months) => {
    const [reference, own] = [0, approach].map((at) => outcomeAt(results, at, outcome, months));
    const measured = minus(own!.values, reference!.values);
    const difference = mean(measured.whole);
    const options = [none(measured.whole.length), measured];
    const expected = areEstimable(options) ? expectedByOption(options)[1]! : undefined;
    const designs = plan.persons.map((persons) =>
      designOf(plan, persons, months, [reference!.variance, own!.variance]),
    );
    const values = sampleInformation(benefits, measured, designs.map(samplingVariance), key);
    return plan.persons.map((persons, i) => {
      const until = persons / plan.recruits + months;
      const telling = tellingOf(designs[i]!, difference);
      // A pilot that has no interval tells nothing that anybody could judge.
      const evsi = Number.isNaN(telling.width) ? { value: Number.NaN, error: Number.NaN } : values[i]!;
      return {
        persons,
        months,
        until,
        difference,
        ...telling,
        assurance: expected === undefined ? Number.NaN : assuranceOf(designs[i]!, expected),
        evsi,
      };
    });
  });
  const costs = { ...plan.costs, worseArm: Math.abs(lead), worseArmError: errorOfDrawMean([...leads]) };
  const { netBenefits, best } = worthOfPilots(told, costs, plan.population);
  const { evpi } = perfectInformation(benefits);
  return told.map((pilot, i) => ({
    ...pilot,
    people: peopleAfter(plan.population, pilot.until),
    cost: spentOn(pilot, costs),
    following: spentOnFollowing(pilot, costs),
    ceiling:
      peopleAfter(plan.population, pilot.until) * (evpi.value + APART * evpi.error) - spentOn(pilot, costs),
    netBenefit: netBenefits[i]!,
    isBest: i === best,
  }));
}
