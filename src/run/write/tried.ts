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

/** Assumptions that are tried, at the most. */
const TRIED = 36;

/** Persons at a point, the same at all of them: what an assumption does is told apart from chance by far fewer than a run needs. */
const PERSONS = 240;

/** Draws from which a run is worth it: one with fewer is a look, done before they would all have been tried. */
export const DRAWS_WORTH_TRYING = 32;

type Tried = NonNullable<Influences[number]['tried']>;

const isQuestion = ({ path }: Input) => path.startsWith(`${ALTERNATIVES}.`);

/** How wide the range of an input is for its size. */
function width({ at }: Input): number {
  const [low, high] = [at(LOW), at(HIGH)];
  return (high - low) / (Math.max(Math.abs(low), Math.abs(high)) || 1);
}

/** What the number of an input works on. */
const kindOf = ({ path }: Input): AssumptionKind => kindOfAssumption(path);

/** The name of the approach that an input belongs to. */
const approachOf = ({ path }: Input) => path.split('.')[1]!;

/** What approaches have of their own, taken in turns: from each approach a cost and another number, the widest ranges first. */
function inTurns(own: readonly Input[]): Input[] {
  const ofKind = (name: string, kind: AssumptionKind) =>
    own.filter((input) => approachOf(input) === name && kindOf(input) === kind);
  const names = [...new Set(own.map(approachOf))];
  const queues = names.flatMap((name) => [ofKind(name, 'cost'), ofKind(name, 'approach')]);
  const longest = Math.max(0, ...queues.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => queues.flatMap((queue) => queue[turn] ?? [])).flat();
}

/**
 * The assumptions that are tried: answers to open questions, then those that work on the difference between approaches alone, of each
 * approach some of its own, then others, the widest first. Calibrated ones are tried only where they work on the difference: the posterior
 * has them together with others.
 */
export function candidatesOf({ tree, posterior }: Pick<Task, 'tree' | 'posterior'>): Input[] {
  const all = inputsOf(tree, posterior);
  const assumed = all
    .filter(
      (input) =>
        !isQuestion(input) &&
        input.label === 'assumption' &&
        (!input.isCalibrated || kindOf(input) !== 'other'),
    )
    .map((input) => ({ input, width: width(input) }))
    .sort((a, b) => b.width - a.width)
    .map(({ input }) => input);
  const of = (...kinds: AssumptionKind[]) => assumed.filter((input) => kinds.includes(kindOf(input)));
  return [
    ...all.filter(isQuestion),
    ...of('effect'),
    ...inTurns(of('cost', 'approach')),
    ...of('other'),
  ].slice(0, TRIED);
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
