/**
 * The hazard of a transition at a moment: a log-linear function of time until the next known change. Factors are multiplied
 * rather than adding their logarithms: most are constants, and an exponential for each would cost more than everything else.
 */

import type { CompiledTransition } from '../compile/compile.js';
import { ENTRY, ORIGIN, SAME } from '../compile/constants.js';
import type { Pieces, StateRatios } from '../compile/effects.js';
import type { Person } from '../model/model.js';

/** What a hazard may read about the person now. Arrays are indexed by track, exposure or load. */
export interface Circumstances {
  /** Of every track and, behind them, of every load. */
  readonly states: Int32Array;
  readonly entered: Float64Array;
  readonly exposureMonths: Float64Array;
  /** Time at which a running exposure was last brought up to date; NaN while it does not run. */
  readonly exposureSince: Float64Array;
  readonly exposureCap: Float64Array;
  /** Months that each month of a running exposure counts as. */
  readonly exposureRate: Float64Array;
  readonly loadTotal: Float64Array;
}

/**
 * Hazard `rate` per month at the moment of evaluation, the `slope` of its logarithm per month, and the absolute time
 * `until` which this holds if no track changes state. One object is reused: no allocation per event.
 */
export interface HazardNow {
  rate: number;
  slope: number;
  until: number;
}

/** A piecewise log-linear function, read at `time` on its own scale, which runs along with absolute time `now`. */
function piecesAt(hazard: HazardNow, pieces: Pieces, time: number, now: number): number {
  const { from, level, slope } = pieces;
  let i = 0;
  while (i + 1 < from.length && from[i + 1]! <= time + SAME) i++;
  if (time + SAME < from[0]!) {
    hazard.until = Math.min(hazard.until, now + from[0]! - time);
    return level[0]!;
  }
  if (i + 1 < from.length) hazard.until = Math.min(hazard.until, now + from[i + 1]! - time);
  if (slope[i] === 0) return level[i]!;
  hazard.slope += slope[i]!;
  return level[i]! * Math.exp(slope[i]! * (time - from[i]!));
}

/** Months that an exposure has accumulated by now, ignoring its cap. */
function monthsOf(here: Circumstances, index: number, now: number): number {
  const since = here.exposureSince[index]!;
  return here.exposureMonths[index]! + (Number.isNaN(since) ? 0 : (now - since) * here.exposureRate[index]!);
}

/** Months that an exposure has accumulated by now, up to its cap. */
export function exposedMonths(here: Circumstances, index: number, now: number): number {
  return Math.min(monthsOf(here, index, now), here.exposureCap[index]!);
}

function exposureRatio(
  hazard: HazardNow,
  here: Circumstances,
  index: number,
  logPerMonth: number,
  now: number,
): number {
  const cap = here.exposureCap[index]!;
  const running = !Number.isNaN(here.exposureSince[index]!);
  const months = monthsOf(here, index, now);
  if (running && months + SAME < cap) {
    const rate = here.exposureRate[index]!;
    hazard.slope += logPerMonth * rate;
    // In this order: at a rate of 1 it is `now + cap - months` to the last bit.
    hazard.until = Math.min(hazard.until, (now * rate + cap - months) / rate);
  }
  return months > 0 ? Math.exp(logPerMonth * Math.min(months, cap)) : 1;
}

function factorsAt(
  hazard: HazardNow,
  transition: CompiledTransition,
  person: Person,
  here: Circumstances,
  now: number,
): number {
  let product = 1;
  for (let i = 0; i < transition.factors.length; i++) {
    const factor = transition.factors[i]!;
    const time =
      factor.scale === ORIGIN
        ? now
        : factor.scale === ENTRY
          ? now - here.entered[transition.track]!
          : now + person.calendar;
    product *= piecesAt(hazard, factor, time, now);
  }
  return product;
}

function statesRatio(tables: readonly StateRatios[], { states }: Circumstances): number {
  let product = 1;
  for (let i = 0; i < tables.length; i++) {
    const { track, ratios } = tables[i]!;
    product *= ratios[states[track]!]!;
  }
  return product;
}

function fadesAt(
  hazard: HazardNow,
  { fades }: CompiledTransition,
  { states, entered }: Circumstances,
  now: number,
): number {
  let product = 1;
  for (let i = 0; i < fades.length; i++) {
    const { track, state, pieces } = fades[i]!;
    if (states[track] === state) product *= piecesAt(hazard, pieces, now - entered[track]!, now);
  }
  return product;
}

function exposuresRatio(
  hazard: HazardNow,
  { exposureEffects }: CompiledTransition,
  here: Circumstances,
  now: number,
): number {
  let product = 1;
  for (let i = 0; i < exposureEffects.length; i++) {
    const { exposure, logPerMonth } = exposureEffects[i]!;
    product *= exposureRatio(hazard, here, exposure, logPerMonth, now);
  }
  return product;
}

function loadsRatio({ loadEffects }: CompiledTransition, person: Person, here: Circumstances): number {
  let product = 1;
  for (let i = 0; i < loadEffects.length; i++) {
    const { load, logPerUnit } = loadEffects[i]!;
    const excess = here.loadTotal[load]! - person.threshold[load]!;
    if (excess > 0) product *= Math.exp(logPerUnit * excess);
  }
  return product;
}

/**
 * Evaluates the hazard of a transition at time `now` (months since the person's origin) into `hazard`: the person's
 * ratio, the constant factors, the time factors on their scales, and the effects of states, exposures and loads.
 */
export function evaluateHazard(
  hazard: HazardNow,
  transition: CompiledTransition,
  person: Person,
  here: Circumstances,
  now: number,
): void {
  hazard.slope = 0;
  hazard.until = Number.POSITIVE_INFINITY;
  const base = transition.base * person.ratio[transition.source]!;
  if (transition.constant) {
    hazard.rate = base;
    return;
  }
  hazard.rate =
    base *
    factorsAt(hazard, transition, person, here, now) *
    statesRatio(transition.stateRatios, here) *
    fadesAt(hazard, transition, here, now) *
    exposuresRatio(hazard, transition, here, now) *
    loadsRatio(transition, person, here);
}

/** The pace at which time on a duration's clock runs. */
export function paceOf({ paces, loadPaces }: CompiledTransition, here: Circumstances): number {
  let product = statesRatio(paces, here);
  for (let i = 0; i < loadPaces.length; i++) {
    const { track, state, load, factor, perUnit, atMost } = loadPaces[i]!;
    if (here.states[track] !== state) continue;
    product *= Math.min(atMost, factor + perUnit * here.loadTotal[load]!);
  }
  return product;
}

/** Integral of `rate * exp(slope * u)` over `months`. */
export function integrateHazard(rate: number, slope: number, months: number): number {
  return slope === 0 ? rate * months : (rate * Math.expm1(slope * months)) / slope;
}

/** Months after which `rate * exp(slope * u)` has integrated to `budget`; Infinity if it never does. */
export function monthsToSpend(budget: number, rate: number, slope: number): number {
  if (slope === 0) return budget / rate;
  const share = (budget * slope) / rate;
  return share <= -1 ? Number.POSITIVE_INFINITY : Math.log1p(share) / slope;
}
