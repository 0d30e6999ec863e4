/** What the answer of a scenario depends on and nobody knows exactly: its uncertain numbers, as inputs of an analysis. */

import type { ScenarioTree } from '../schema/scenario.js';
import { listParameters, type OwnNumber, ownNumbers, ratioPath } from './draw.js';
import { type Posterior, quantileOfDraws, valueAt } from './posterior.js';
import { centralValue } from './quantity.js';
import { quantileOfQuantity } from './uncertainty.js';

/** An uncertain number of a scenario. */
export interface Input {
  /** Path in the scenario; that of the named number where several places have the same. */
  readonly path: string;
  readonly unit?: string | undefined;
  readonly label?: string | undefined;
  /** Whether it comes from the rows of the posterior, together with others. */
  readonly isCalibrated: boolean;
  readonly central: number;
  /** Value at a probability (0 < p < 1), by itself. */
  readonly at: (p: number) => number;
  /** Of a number under an answer to an open question: that answer, by the path of the question; with another it does nothing. */
  readonly given?: Readonly<Record<string, number>>;
}

/** Probabilities between which a number must differ to be uncertain. */
const NEARLY_ALL = 0.999;

function inputOf({ path, quantity, whole }: OwnNumber, posterior: Posterior | undefined): Input | undefined {
  const { unit, label } = quantity;
  const joint = posterior === undefined ? undefined : quantileOfDraws(posterior, path);
  const at = joint ?? ((p: number) => quantileOfQuantity(quantity, p, whole));
  if (at(NEARLY_ALL) === at(1 - NEARLY_ALL)) return undefined;
  const isCalibrated = joint !== undefined;
  const central = isCalibrated ? posterior!.central[posterior!.paths.indexOf(path)]! : centralValue(quantity);
  return { path, unit, label, isCalibrated, central, at };
}

/** By path of what is used under one answer to an open question alone, that answer. */
function answersOf(tree: ScenarioTree): Map<string, Readonly<Record<string, number>>> {
  const found = new Map<string, Readonly<Record<string, number>>>();
  for (const { quantity } of listParameters(tree)) {
    if (typeof quantity === 'number' || quantity.choice === undefined) continue;
    const { by, options } = quantity.choice;
    for (const [position, option] of options.entries()) {
      found.set(option.path, { [by]: position });
      found.set(ratioPath(option.path), { [by]: position });
    }
  }
  return found;
}

/** The uncertain numbers in force, in the order of the file: those that differ between parameter draws. */
export function inputsOf(tree: ScenarioTree, posterior?: Posterior): Input[] {
  const answers = answersOf(tree);
  return ownNumbers(tree).flatMap((number) => {
    const input = inputOf(number, posterior);
    const given = answers.get(number.path);
    if (input === undefined) return [];
    return [given === undefined ? input : { ...input, given }];
  });
}

/** Values by path. */
type Values = Readonly<Record<string, number>>;

/**
 * The values of all inputs: of those that are calibrated from one row of the posterior, of the others each at its own probability.
 *
 * @param probabilities by input; those of calibrated ones are not read
 * @param row of the posterior; undefined: calibrated ones keep their central values
 */
export function inputValues(
  inputs: readonly Input[],
  probabilities: ArrayLike<number>,
  posterior?: Posterior,
  row?: number,
): Values {
  const places = new Map(posterior?.paths.map((path, p) => [path, p]));
  return Object.fromEntries(
    inputs.map(({ path, isCalibrated, central, at }, i) => {
      if (!isCalibrated) return [path, at(probabilities[i]!)];
      return [path, row === undefined ? central : valueAt(posterior!, row, places.get(path)!)];
    }),
  );
}
