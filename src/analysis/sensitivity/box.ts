/** In which of the parameter draws of a run an approach does the rarer of better and worse: the box of inputs in which these gather. */

import { type FoundBox, findBox } from './prim.js';

/** Where an approach does worse than the reference, or where it does better if that is rarer. */
export interface TurnBox {
  /** What the box is of: the rarer of the two. */
  readonly outcome: 'worse' | 'better';
  /** Share of the draws in which it does. */
  readonly share: number;
  /** Undefined: no draw does, or no box is told from chance. */
  readonly box: FoundBox | undefined;
}

/** An input by draw; of an open question the names of its answers, by position. */
export interface BoxInput {
  readonly path: string;
  readonly values: Float64Array;
  readonly answers?: readonly string[] | undefined;
}

/**
 * The box of the rarer outcome.
 *
 * @param inputs those that are told to do something
 * @param gain by draw: above 0 where the approach does better
 */
export function turnBox(inputs: readonly BoxInput[], gain: Float64Array): TurnBox {
  const worse = Array.from(gain, (value) => value < 0);
  const count = worse.filter(Boolean).length;
  const outcome = 2 * count <= gain.length ? 'worse' : 'better';
  const isOfInterest = outcome === 'worse' ? worse : worse.map((each) => !each);
  const own = inputs.map(({ path, values, answers }) => ({
    name: path,
    values,
    ...(answers === undefined ? {} : { categories: answers }),
  }));
  return {
    outcome,
    share: isOfInterest.filter(Boolean).length / gain.length,
    box: own.length === 0 ? undefined : findBox(own, isOfInterest),
  };
}
