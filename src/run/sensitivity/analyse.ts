/** What a sensitivity analysis makes of what was simulated. */

import { estimateDifference, estimateOutcome, valuesByApproach } from '../../analysis/contrast.js';
import type { Results } from '../../analysis/results.js';
import { type TurnBox, turnBox } from '../../analysis/sensitivity/box.js';
import {
  carriersOf,
  type InputEffect,
  type Judged,
  type Sensitivity,
  sensitivityOf,
} from '../../analysis/sensitivity/inputs.js';
import { elementaryEffects } from '../../analysis/sensitivity/morris.js';
import { sobolIndices } from '../../analysis/sensitivity/sobol-indices.js';
import { turningIn } from '../../analysis/sensitivity/turning.js';
import type { EstimatedWithSpread } from '../../analysis/uncertainty.js';
import type { PersonMeasure } from '../../domain/measures/measures.js';
import { ALTERNATIVES } from '../../domain/parameters/alternatives.js';
import { drawnValues } from '../../domain/parameters/draw.js';
import type { Input } from '../../domain/parameters/inputs.js';
import { hashName } from '../../engine/random/threefry.js';
import type { GroupRow, InformationRow, InputRow, JointInformation } from '../../output/sensitivity.js';
import { type IndexedGroup, OTHERS, type ScreenedGroup } from '../../output/sensitivity-groups.js';
import type { NamedTurning } from '../../output/sensitivity-thresholds.js';
import type { Key } from '../../simulation/seed.js';
import type { Task } from '../../simulation/task.js';
import { HIGH, isIdle, LOW, namedGroups, readerOf } from './ends.js';
import { givenOf } from './given.js';
import type { Indexed, Screened, SimulatedAnalysis } from './stages.js';
import { type Subject, usersOf } from './subject.js';

/** An approach, and what its difference with the reference, or its own measure, hangs on. */
export interface ShownSensitivity extends Omit<Sensitivity, 'inputs'> {
  readonly approach: string;
  /** The outcome with all inputs at their central values, and the error by which outcomes are rounded. */
  readonly central: number;
  readonly mcse: number;
  /** Whether it comes to exactly the same as the reference in every draw. */
  readonly isSame: boolean;
  /** The most influential first. */
  readonly rows: readonly InputRow[];
  /** The fewest inputs that carry most of what is not known; see `carriersOf`. */
  readonly carriers: ReturnType<typeof carriersOf>;
  /** None: not asked for. */
  readonly screening: readonly ScreenedGroup[];
  readonly indices: readonly IndexedGroup[];
  /** Of the numbers that carry most, from what value on it turns. */
  readonly turnings: readonly NamedTurning[];
  /** Where it turns; undefined where neither way of the measure is better. */
  readonly turn: TurnBox | undefined;
}

/** By path of an input, its value in every draw. */
export function valuesByPath({ tree, key, draws, posterior }: Task, inputs: readonly Input[]) {
  const values = new Map(inputs.map(({ path }) => [path, new Float64Array(draws)]));
  for (let draw = 0; draw < draws; draw++) {
    const drawn = drawnValues(tree, key, draw, posterior);
    for (const [path, own] of values) own[draw] = drawn.get(path)!;
  }
  return values;
}

/** What moving each group does to one of what is analysed, the strongest first. */
function screeningOf({ groups, design, outcomes }: Screened, subject: number): ScreenedGroup[] {
  const [one, other] = outcomes[subject]!;
  const effects = elementaryEffects(
    design,
    one.map((value, row) => (value + other[row]!) / 2),
  );
  return groups
    .map(({ name, members, isJoint }, g): ScreenedGroup => {
      const { mu, sigma, ...rest } = effects[g]!;
      const alone = isJoint ? { mu: Number.NaN, sigma: Number.NaN } : { mu, sigma };
      return { name, paths: members.map(({ path }) => path), ...rest, ...alone };
    })
    .sort((a, b) => b.muStar - a.muStar || 0);
}

/** By what is analysed, the Sobol indices of each group and of all others together, which come last. */
function indicesOf({ groups, others, outcomes }: Indexed, key: Key): IndexedGroup[][] {
  const all = [
    ...groups.map(({ name, members }) => ({ name, paths: members.map(({ path }) => path) })),
    ...(others.length === 0 ? [] : [{ name: OTHERS, paths: others.map(({ path }) => path) }]),
  ];
  return sobolIndices(outcomes, all.length, key).map(({ first, total, points }) =>
    all.map((group, g): IndexedGroup => ({ ...group, first: first[g]!, total: total[g]!, points })),
  );
}

/** The box of the rarer of worse and better, over the numbers that are told to do something; undefined where neither way is better. */
function turnOf(
  { alternatives = {} }: Task['tree'],
  { options: [reference, own], better }: Judged,
  effects: readonly InputEffect[],
  values: ReadonlyMap<string, Float64Array>,
): TurnBox | undefined {
  const sign = better === 'less' ? -1 : 1;
  const gain = own.whole.map((value, d) => sign * (value - reference.whole[d]!));
  if (better === undefined || gain.some(Number.isNaN)) return undefined;
  const answersOf = (path: string) => {
    const [section, name] = path.split('.');
    const question = section === ALTERNATIVES ? alternatives[name!] : undefined;
    return question === undefined ? undefined : Object.keys(question.options);
  };
  const told = effects.filter(({ isDistinct }) => isDistinct);
  return turnBox(
    told.map(({ path }) => ({ path, values: values.get(path)!, answers: answersOf(path) })),
    gain,
  );
}

/** Numbers of which it is told from what value on the difference turns. */
const TURNING = 5;

/** Where the difference turns in each of the numbers that carry most; none where a draw has no difference. */
function turningsOf(
  { options: [reference, own] }: Judged,
  effects: readonly InputEffect[],
  values: ReadonlyMap<string, Float64Array>,
  key: readonly [number, number],
): NamedTurning[] {
  if (own.whole.some((value, d) => Number.isNaN(value - reference.whole[d]!))) return [];
  return effects
    .filter(({ path, isDistinct }) => isDistinct && !path.startsWith(`${ALTERNATIVES}.`))
    .slice(0, TURNING)
    .map(({ path }) => ({ path, ...turningIn(values.get(path)!, [reference.whole, own.whole], key) }));
}

/** What takes the place of the reference where a measure is analysed by itself. */
const nothing = (draws: number): Judged['options'][0] => ({
  whole: new Float64Array(draws),
  halfDifference: new Float64Array(draws),
});

/** A subject as it is judged: by itself an approach is neither better nor worse, so that nothing turns and no choice is worth knowing for. */
function judgedOf(
  results: Results,
  { approach, isOwn }: Subject,
  measure: PersonMeasure,
): Judged & { readonly estimated: EstimatedWithSpread } {
  const options = valuesByApproach(results, measure);
  return isOwn
    ? {
        options: [nothing(results.task.draws), options[approach]!],
        estimated: estimateOutcome(results, approach, measure),
        better: undefined,
      }
    : {
        options: [options[0]!, options[approach]!],
        estimated: estimateDifference(results, approach, measure),
        better: measure.better,
      };
}

/** What addresses the random numbers of the errors of values of information. */
export const keyOfErrors = ([first, second]: Key) =>
  [first, second ^ hashName('value of information')] as const;

/** Analyses every subject. @param values by path of an input, then by draw */
export function analyse(
  { results, ends: [centre, ...points], screened, indexed }: SimulatedAnalysis,
  measure: PersonMeasure,
  subjects: readonly Subject[],
  inputs: readonly Input[],
  values: ReadonlyMap<string, Float64Array>,
): ShownSensitivity[] {
  const { key } = results.task;
  const errors = keyOfErrors(key);
  const indices = indexed === undefined ? undefined : indicesOf(indexed, key);
  return subjects.map((subject, i): ShownSensitivity => {
    const { name } = results.approaches[subject.approach]!;
    const judged = judgedOf(results, subject, measure);
    const users = usersOf([subject]);
    const used = inputs.filter((_, at) => !isIdle(points[2 * at]!, points[2 * at + 1]!, users));
    const active = new Map(used.map(({ path }) => [path, values.get(path)!]));
    const { inputs: effects, ...rest } = sensitivityOf(
      active,
      judged,
      errors,
      namedGroups(results.task.tree),
    );
    const outcomeAt = readerOf(results, subject, measure);
    const central = outcomeAt(centre!);
    const rows = effects.map((effect): InputRow => {
      const at = inputs.findIndex(({ path }) => path === effect.path);
      const { unit, label, isCalibrated, at: valueAt } = inputs[at]!;
      return {
        approach: name,
        effect,
        unit,
        label,
        isCalibrated,
        given: givenOf(results.task.tree, inputs[at]!),
        low: valueAt(LOW),
        high: valueAt(HIGH),
        outcomeAtLow: outcomeAt(points[2 * at]!),
        outcomeAtHigh: outcomeAt(points[2 * at + 1]!),
        outcome: central,
      };
    });
    const carriers = carriersOf({ inputs: effects });
    return {
      approach: name,
      central,
      mcse: judged.estimated.mcse,
      isSame:
        !subject.isOwn && judged.options[1].whole.every((value, d) => value === judged.options[0].whole[d]),
      rows,
      carriers,
      ...rest,
      screening: screened === undefined ? [] : screeningOf(screened, i),
      indices: indices === undefined ? [] : indices[i]!,
      turnings: subject.isOwn ? [] : turningsOf(judged, effects, values, errors),
      turn: turnOf(results.task.tree, judged, effects, values),
    };
  });
}

/** The measure by draw, of all approaches that are in what is analysed. */
export function outcomesByDraw(results: Results, measure: PersonMeasure, subjects: readonly Subject[]) {
  const all = valuesByApproach(results, measure);
  return usersOf(subjects).map((at) => ({ approach: results.approaches[at]!.name, values: all[at]! }));
}

export const groupRows = (approaches: readonly ShownSensitivity[]): GroupRow[] =>
  approaches.flatMap(({ approach, groups }) => groups.map((effect) => ({ approach, effect })));

/** What it would be worth to know everything: for each approach against the reference, and of several for all together. */
export function informationRows(
  [reference]: readonly string[],
  approaches: readonly ShownSensitivity[],
  joint: JointInformation | undefined,
): InformationRow[] {
  const pairs = approaches.flatMap(({ approach, information }): InformationRow[] =>
    information === undefined
      ? []
      : [{ approach, information, best: information.best === 0 ? reference! : approach }],
  );
  if (joint === undefined) return pairs;
  return [...pairs, { approach: undefined, information: joint.information, best: joint.best }];
}
