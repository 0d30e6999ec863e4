/**
 * Expected value of sample information: what a pilot of a given size would be worth, on average, before an option is chosen; and what is
 * left of it after the pilot has been paid.
 */

import { spreadOf } from '../spread.js';
import { mean } from '../statistics.js';
import type { DrawValues } from '../variances.js';
import { pick, valueOfKnowing } from './evpi.js';
import { expectedGiven, valueOfGiven } from './evppi.js';
import type { ByOption } from './expected.js';
import { jackknife, type ValueWithError } from './jackknife.js';
import { fitPenalised } from './penalised-regression.js';
import { additiveSplines } from './spline-regression.js';

const UNKNOWN: ValueWithError = { value: Number.NaN, error: Number.NaN };

/** Effective degrees of freedom below which the spread of what a pilot measures cannot be told from chance. */
const LEAST_FREEDOM = 3;

/** Values with the deviations from their means multiplied. */
function scaled(values: ByOption, factor: number): ByOption {
  return values.map((own) => {
    const centre = mean(own);
    return own.map((value) => centre + factor * (value - centre));
  });
}

/** Values by one half of the persons of each draw. */
function halfOf({ whole, halfDifference }: DrawValues, sign: 1 | -1): Float64Array {
  return whole.map((value, d) => value + sign * halfDifference[d]!);
}

/** A simulated pilot: the outcome by one half of the persons of each draw, and what the options give by the other. */
function simulatedPilots(options: readonly DrawValues[], outcome: DrawValues) {
  return ([1, -1] as const).map((sign) => ({
    benefits: options.map((own) => halfOf(own, sign)),
    measured: halfOf(outcome, sign === 1 ? -1 : 1),
  }));
}

/** What options are expected to give more than the first once an outcome has been measured. */
function expectedAfter([first, ...others]: ByOption, measured: Float64Array): ByOption {
  const design = additiveSplines([measured]);
  const fitted = others.map(
    (own) =>
      fitPenalised(
        design,
        own.map((value, d) => value - first![d]!),
        true,
      ).fitted,
  );
  return [new Float64Array(measured.length), ...fitted];
}

/** What the deviations of expectations after the simulated pilot are multiplied by for pilots of other sampling variances. */
function factorsOf(outcome: DrawValues, samplingVariances: readonly number[]): number[] {
  const { parameters } = spreadOf(outcome);
  const spread = Math.max(0, parameters);
  const ofHalf = 2 * mean(outcome.halfDifference.map((value) => value * value));
  return samplingVariances.map((sampling) => Math.sqrt((spread + ofHalf) / (spread + sampling)));
}

/**
 * The value, before an option is chosen, of pilots that measure one outcome with given errors. What the options are expected to give once
 * the outcome has been measured is told by a regression of net benefits on a simulated measurement (Strong and others 2015, doi
 * 10.1177/0272989X15575286): that by one half of a draw's persons, while the other half tells the net benefits, so that no chance is in
 * both. The halves are a pilot themselves; to one of another size the deviations of these expectations are matched by their variance,
 * which goes with P / (P + v) for a spread P of the outcome over the parameters and a sampling variance v (moment matching: Heath,
 * Manolopoulou and Baio 2018, doi 10.1177/0272989X17738515; in this form Jalal and Alarid-Escudero 2018, doi 10.1177/0272989X17715627).
 * Exact where outcome and net benefit are normal; in others the shape of the expectations is taken from the simulated pilot. Of a pilot
 * much larger than half of a draw's persons the error is large: simulate more of them. Errors are those of the jackknife over blocks of
 * draws, which know that of P too.
 *
 * @param options net benefits by option: whole draws and half the differences between their halves
 * @param outcome what the pilot measures, likewise: with the approach less without it
 * @param samplingVariances of the pilots' measurements, for given parameters; above 0
 * @param key addresses the random numbers
 * @returns by pilot; NaN where the spread of the outcome cannot be told from chance
 */
export function sampleInformation(
  options: readonly DrawValues[],
  outcome: DrawValues,
  samplingVariances: readonly number[],
  key: readonly [number, number],
): ValueWithError[] {
  if (!(spreadOf(outcome).parametersFreedom >= LEAST_FREEDOM)) return samplingVariances.map(() => UNKNOWN);
  const plainly = (kept: Int32Array): number[] => {
    const own = pick(outcome, kept);
    const expected = simulatedPilots(
      options.map((option) => pick(option, kept)),
      own,
    ).map(({ benefits, measured }) => expectedAfter(benefits, measured));
    return factorsOf(own, samplingVariances).map((factor) =>
      mean(expected.map((values) => valueOfKnowing(scaled(values, factor)))),
    );
  };
  const given = simulatedPilots(options, outcome).map(({ benefits, measured }) =>
    expectedGiven(benefits, [measured], key, true),
  );
  const errors = jackknife(outcome.whole.length, plainly);
  return factorsOf(outcome, samplingVariances).map((factor, i) => {
    const values = given.map(({ expected, drawn }) =>
      valueOfGiven({ expected: scaled(expected, factor), drawn: drawn.map((own) => scaled(own, factor)) }),
    );
    return {
      value: mean(values.map((own) => own.value)),
      error: Math.max(errors[i]!, ...values.map((own) => own.error)),
    };
  });
}

/** Whom a decision will concern. */
export interface PeopleConcerned {
  /** People a year. */
  readonly perYear: number;
  /** Years for which the decision will hold, from now. */
  readonly years: number;
  /** Discount rate a year. */
  readonly rate: number;
}

/**
 * People, discounted to now, whom a decision concerns that is taken after so many months: those of the months before it are decided
 * without the pilot. The integral of perYear (1 + rate)^-t from then to the end.
 */
export function peopleAfter({ perYear, years, rate }: PeopleConcerned, months: number): number {
  const from = Math.min(months / 12, years);
  if (rate === 0) return perYear * (years - from);
  return (
    (perYear * (Math.exp(-from * Math.log1p(rate)) - Math.exp(-years * Math.log1p(rate)))) / Math.log1p(rate)
  );
}

/** What a pilot costs, in euros. */
export interface PilotCosts {
  readonly fixed: number;
  readonly perPerson: number;
  /** For each month that a person is followed. */
  readonly perPersonMonth: number;
  /** What is lost for each person of the half that gets what is worse by what is known now, and its standard error. */
  readonly worseArm: number;
  readonly worseArmError: number;
}

/** A pilot that might be held. */
export interface Pilot {
  /** With and without the approach together. */
  readonly persons: number;
  /** For which each person is followed. */
  readonly months: number;
  /** Months from now until the decision. */
  readonly until: number;
  /** What it is worth for a person whom the decision concerns. */
  readonly evsi: ValueWithError;
}

/** What pilots are worth after they have been paid, in euros; and the place of the best, undefined where none is worth its costs. */
export interface Worth {
  readonly netBenefits: readonly ValueWithError[];
  readonly best: number | undefined;
}

/** What it costs to follow the persons of a pilot, in euros. */
export function spentOnFollowing(
  { persons, months }: Pick<Pilot, 'persons' | 'months'>,
  { fixed, perPerson, perPersonMonth }: Pick<PilotCosts, 'fixed' | 'perPerson' | 'perPersonMonth'>,
): number {
  return fixed + persons * (perPerson + perPersonMonth * months);
}

/** What a pilot costs, in euros: following its persons, and giving half of them what is worse by what is known now. */
export function spentOn(
  pilot: Pick<Pilot, 'persons' | 'months'>,
  costs: Omit<PilotCosts, 'worseArmError'>,
): number {
  return spentOnFollowing(pilot, costs) + (pilot.persons / 2) * costs.worseArm;
}

/**
 * Expected net benefit of sampling: EVSI times the people whom the decision concerns after the pilot, less what the pilot costs (Raiffa
 * and Schlaifer 1961; Eckermann and Willan 2007, doi 10.1002/hec.1161, who count what the persons of the worse arm lose among the costs).
 * What those lose is told by the same draws as the EVSI, and a draw that makes one look better mostly makes the other look worse: the two
 * errors are added, which is at least that of the whole.
 */
export function worthOfPilots(
  pilots: readonly Pilot[],
  costs: PilotCosts,
  population: PeopleConcerned,
): Worth {
  const netBenefits = pilots.map((pilot) => {
    const people = peopleAfter(population, pilot.until);
    const error = people * pilot.evsi.error + (pilot.persons / 2) * costs.worseArmError;
    return { value: people * pilot.evsi.value - spentOn(pilot, costs), error };
  });
  let best: number | undefined;
  netBenefits.forEach(({ value }, i) => {
    if (value > (best === undefined ? 0 : netBenefits[best]!.value)) best = i;
  });
  return { netBenefits, best };
}
