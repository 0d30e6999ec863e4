/** What a pilot can tell: its power, and how wide the interval of its difference will be on average. */

import { meanScale, studentPoint, studentSurvival } from './student.js';

/** Persons with or without the approach in a pilot, and how they come. */
interface Arm {
  readonly persons: number;
  /** Groups of start in which they come; absent: each by lot. */
  readonly groups?: number;
  /** Variance of the outcome between persons. */
  readonly variance: number;
}

/** A pilot: persons with and without the approach. */
export interface PilotDesign {
  readonly own: Arm;
  readonly reference: Arm;
  /** Share of the variance that lies between groups of start (intra-group correlation); 0 where persons come by lot. */
  readonly correlation: number;
}

/** Variance between persons of an outcome that is or is not: p (1 - p). */
export function shareVariance(share: number): number {
  return share * (1 - share);
}

/**
 * Variance between persons of a time that is counted up to a horizon: twice the integral of t S(t) less the square of the restricted
 * mean, the integral of S(t) (Karrison 1987, Journal of the American Statistical Association 82, 1169-1176). Everyone is followed to the
 * horizon, so that nothing else is added.
 *
 * @param survival share to whom it has not happened yet at the end of steps 0, 1, ..., 1 at 0; straight between them
 * @param step length of a step: the variance is in its unit, squared
 */
export function restrictedVariance(survival: ArrayLike<number>, step: number): number {
  let [mean, square] = [0, 0];
  for (let i = 1; i < survival.length; i++) {
    const [a, b] = [survival[i - 1]!, survival[i]!];
    mean += (a + b) / 2;
    // The integral of t S(t) over a step from i - 1 on.
    square += ((i - 1) * (a + b)) / 2 + a / 6 + b / 3;
  }
  return step * step * (2 * square - mean * mean);
}

/**
 * What groups of start multiply the variance of an arm's mean by: 1 + (m - 1) correlation, of m persons each (Kish 1965; Donner and Klar
 * 2000, section 5.2).
 */
function designEffect({ persons, groups = persons }: Arm, correlation: number): number {
  return 1 + (persons / groups - 1) * correlation;
}

/** Variance of the difference that a pilot measures, for given parameters. */
export function samplingVariance({ own, reference, correlation }: PilotDesign): number {
  const ofMean = (arm: Arm) => (designEffect(arm, correlation) * arm.variance) / arm.persons;
  return ofMean(own) + ofMean(reference);
}

/**
 * Degrees of freedom of that variance: of persons, or of groups of start where there are any, less one in each arm; by Satterthwaite
 * where the arms differ in variance or size, and all of both where they do not.
 */
function freedomOf({ own, reference, correlation }: PilotDesign): number {
  const units = ({ persons, groups = persons }: Arm) => groups - 1;
  const ofMean = (arm: Arm) => (designEffect(arm, correlation) * arm.variance) / arm.persons;
  const [a, b] = [ofMean(own), ofMean(reference)];
  return (a + b) ** 2 / (a ** 2 / units(own) + b ** 2 / units(reference));
}

/** Part on each side of an interval of 95 %, and of a test at 5 % on both sides. */
const TAIL = 0.025;

/** What a pilot can tell; NaN: fewer than two units (persons, or groups of start) in an arm. */
export interface Telling {
  /** Probability that the interval of the difference leaves 0 out on the side on which the difference is. */
  readonly power: number;
  /** Width of the 95 % interval on average. */
  readonly width: number;
}

/**
 * Power and expected width of the 95 % interval of a difference between means (of shares and restricted means too), by Student's t: with
 * d the difference over its standard error, P(T(f, |d|) > t) and 2 t times the standard error times the mean of its estimate over it
 * (Cohen 1988, chapter 2; Donner and Klar 2000, section 5.2, where groups of start are the units). Large samples are those of the normal
 * distribution.
 *
 * @param difference with the approach less without it
 */
export function tellingOf(design: PilotDesign, difference: number): Telling {
  const freedom = freedomOf(design);
  if (!(freedom >= 1)) return { power: Number.NaN, width: Number.NaN };
  const error = Math.sqrt(samplingVariance(design));
  const point = studentPoint(TAIL, freedom);
  return {
    power: studentSurvival(point, freedom, Math.abs(difference) / error),
    width: 2 * point * error * meanScale(freedom),
  };
}

/**
 * Assurance: the power on average over what the difference may be (O'Hagan, Stevens and Campbell 2005, doi 10.1002/pst.175). NaN: fewer
 * than two units in an arm.
 *
 * @param differences with the approach less without it, by parameter draw
 */
export function assuranceOf(design: PilotDesign, differences: Float64Array): number {
  const freedom = freedomOf(design);
  if (!(freedom >= 1)) return Number.NaN;
  const error = Math.sqrt(samplingVariance(design));
  const point = studentPoint(TAIL, freedom);
  let sum = 0;
  for (const difference of differences) sum += studentSurvival(point, freedom, Math.abs(difference) / error);
  return sum / differences.length;
}

/** Persons in each arm beyond which no pilot is looked for. */
const MOST = 1e6;

/**
 * The fewest persons in each arm, alike, with which a pilot has a power. Undefined where a million are too few.
 *
 * @param design of so many persons in each arm
 */
export function fewestPersons(
  design: (persons: number) => PilotDesign,
  difference: number,
  power: number,
): number | undefined {
  const reaches = (persons: number) => tellingOf(design(persons), difference).power >= power;
  let high = 2;
  while (!reaches(high)) {
    if (high >= MOST) return undefined;
    high *= 2;
  }
  let low = high / 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return high;
}
