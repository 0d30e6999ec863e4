/** What assumptions do to the net balance, each tried by itself: at both ends of its range, all else at central values. */

import { sharedMeasures } from '../../analysis/contrast.js';
import { assembleResults } from '../../analysis/results.js';
import { decisive } from '../../domain/measures/money.js';
import { ALTERNATIVES } from '../../domain/parameters/alternatives.js';
import { type Input, inputsOf } from '../../domain/parameters/inputs.js';
import type { Influences } from '../../output/package/influences.js';
import { type AssumptionKind, kindOfAssumption } from '../../output/report/assumption-order.js';
import { provideKernelFile } from '../../simulation/kernel-file.js';
import { runPoints } from '../../simulation/points/points-run.js';
import type { Task } from '../../simulation/task.js';
import { HIGH, LOW, pointsAtEnds, readerOf } from '../sensitivity/ends.js';

/** Assumptions that are tried: a point takes some 20 ms of CPU time, nearly all of it before the first person lives. */
const TRIED = 22;

/** Persons at a point, the same at all of them: what an assumption does is told apart from chance by far fewer than a run needs. */
const PERSONS = 120;

/** Draws from which a run is worth it: one with fewer is a look, done before they would all have been tried. */
export const DRAWS_WORTH_TRYING = 32;

type Tried = NonNullable<Influences[number]['tried']>;

const isQuestion = ({ path }: Input) => path.startsWith(`${ALTERNATIVES}.`);

/** In which order they are tried. */
const order: readonly AssumptionKind[] = ['effect', 'cost', 'approach', 'other'];

/** How wide the range of an input is for its size. */
function width({ at }: Input): number {
  const [low, high] = [at(LOW), at(HIGH)];
  return (high - low) / (Math.max(Math.abs(low), Math.abs(high)) || 1);
}

/**
 * The assumptions that are tried: answers to open questions, then those that work on the difference between approaches alone, then
 * others, the widest first. Calibrated ones are tried only where they do: the posterior has them together with others.
 */
export function candidatesOf({ tree, posterior }: Pick<Task, 'tree' | 'posterior'>): Input[] {
  const placeOf = (input: Input) => (isQuestion(input) ? -1 : order.indexOf(kindOfAssumption(input.path)));
  return inputsOf(tree, posterior)
    .filter(
      (input) =>
        isQuestion(input) ||
        (input.label === 'assumption' && (!input.isCalibrated || kindOfAssumption(input.path) !== 'other')),
    )
    .map((input) => ({ input, place: placeOf(input), width: width(input) }))
    .sort((a, b) => a.place - b.place || b.width - a.width)
    .slice(0, TRIED)
    .map(({ input }) => input);
}

/**
 * Tries inputs; by approach without the reference, its difference in discounted net balance at both ends of each, in euros a person.
 * Points have the same persons with the same random numbers: what does nothing has the same number twice.
 */
export function tryAssumptions(task: Task, inputs: readonly Input[]): Tried[] {
  provideKernelFile();
  const { tree, norms, key, posterior } = task;
  const points = { tree, norms, key, persons: PERSONS, ...(posterior === undefined ? {} : { posterior }) };
  const [, ...means] = runPoints(points, pointsAtEnds(inputs));
  const layout = assembleResults(task, []);
  const balance = sharedMeasures(layout).find(({ name }) => name === decisive.name)!;
  return task.approaches.slice(1).map((_, i) => {
    const differenceAt = readerOf(layout, { approach: i + 1, isOwn: false }, balance);
    return inputs.map(({ path }, at) => ({
      path,
      at_low: differenceAt(means[2 * at]!),
      at_high: differenceAt(means[2 * at + 1]!),
    }));
  });
}
