/** The answer that pilots give together: which of them would tell, and whether one is worth its costs. */

import type { ValueWithError } from './jackknife.js';
import { ENOUGH_DRAWS } from './least-error.js';

/** What an answer is read from: a pilot that would be held. */
export interface JudgedPilot {
  readonly persons: number;
  readonly months: number;
  readonly power: number;
  readonly netBenefit: ValueWithError;
  /** What the net benefit is at most; NaN: cannot be estimated. */
  readonly ceiling: number;
  /** What it costs to follow its persons, in euros; NaN: not known. */
  readonly following: number;
  readonly isBest: boolean;
}

/** Power from which on a pilot is said to tell (Cohen 1988). */
const ENOUGH = 0.8;

/** Standard errors from 0 from which on a net benefit is told from none. */
export const APART = 2;

/** Whether following people costs nothing in any of them, so that their costs are only what the worse half loses. */
export const areFollowedForNothing = (pilots: readonly JudgedPilot[]): boolean =>
  pilots.every(({ following }) => following === 0);

/** Whether the two that pilots compare never differ: in what is measured, or in what the choice between them is worth. */
export const areAllAlike = (
  pilots: readonly {
    readonly difference: number;
    readonly cost: number;
    readonly following: number;
    readonly evsi: ValueWithError;
  }[],
): boolean =>
  pilots.every(
    // What is lost by the half that gets what is worse is what the costs have beside following people.
    ({ difference, cost, following, evsi }) =>
      difference === 0 && cost === following && !(evsi.value > 0) && !(evsi.error > 0),
  );

/** What is said of pilots. */
export interface PilotAnswer<Pilot extends JudgedPilot> {
  /** The largest number of persons with which no length has enough power, below the smallest that does; undefined: all tell. */
  readonly tooFew: number | undefined;
  /** The pilot of fewest persons, and then months, that has it; undefined: none. */
  readonly telling: Pilot | undefined;
  /** The pilot with the highest net benefit, where that is above 0. */
  readonly best: Pilot | undefined;
  /** Whether the best is worth its costs; or none is, within two errors; or their errors leave it open; unknown: nothing can be estimated. */
  readonly worth: 'yes' | 'no' | 'open' | 'unknown';
  readonly most: number;
}

/**
 * Reads the answer. That none is worth it is certain where to know everything would not be; or told by the errors, which hold from enough
 * draws on.
 *
 * @param pilots at least one
 * @param draws parameter draws that they were told from
 */
export function answerOf<Pilot extends JudgedPilot>(
  pilots: readonly Pilot[],
  draws: number,
): PilotAnswer<Pilot> {
  const sizes = [...new Set(pilots.map(({ persons }) => persons))].sort((a, b) => a - b);
  const tells = pilots
    .filter(({ power }) => power >= ENOUGH)
    .sort((a, b) => a.persons - b.persons || a.months - b.months);
  const [telling] = tells;
  const best = pilots.find(({ isBest }) => isBest);
  const known = pilots.filter(({ netBenefit }) => !Number.isNaN(netBenefit.value));
  const isApart = ({ netBenefit: { value, error } }: JudgedPilot) => value > APART * error;
  // What cannot be estimated leaves it open.
  const mayPay = ({ netBenefit: { value, error }, ceiling }: JudgedPilot) =>
    !(draws >= ENOUGH_DRAWS && value + APART * error < 0) && !(ceiling < 0);
  const worth = !pilots.some(mayPay)
    ? 'no'
    : known.length === 0
      ? 'unknown'
      : best !== undefined && isApart(best)
        ? 'yes'
        : 'open';
  return {
    tooFew: sizes.findLast((size) => telling === undefined || size < telling.persons),
    telling,
    best,
    worth,
    most: sizes.at(-1)!,
  };
}
