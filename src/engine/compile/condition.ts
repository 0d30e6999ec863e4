/** Conditions on track states and loads, compiled to a disjunction of conjunctions of bit masks. */

import { type Condition, type Load, MOST_STATES, type Track } from '../model/model.js';
import { BELOW, REACHED } from './constants.js';

/** The parts of a model that conditions name. */
interface Named {
  readonly tracks: readonly Track[];
  readonly loads: readonly Pick<Load, 'name'>[];
}

/** One conjunct: `track`, or behind the tracks a load, is in one of the states whose bits are set in `mask`. */
interface Test {
  readonly track: number;
  readonly mask: number;
}

/** Any of the clauses holds; a clause holds when all its tests do. */
export interface CompiledCondition {
  readonly clauses: readonly (readonly Test[])[];
}

/** The most clauses of a condition; nobody writes more by hand. */
const MAX_CLAUSES = 256;

/** Index of a track by name. Throws when there is none: names are checked before a model reaches the engine. */
export function trackIndex(tracks: readonly Track[], name: string): number {
  const index = tracks.findIndex((track) => track.name === name);
  if (index < 0) throw new Error(`unknown track ${name}`);
  return index;
}

/** Index of a state within its track. Throws when there is none. */
export function stateIndex(track: Track, name: string): number {
  const index = track.states.indexOf(name);
  if (index < 0) throw new Error(`unknown state ${name} of track ${track.name}`);
  return index;
}

/** Index of a load by name. Throws when there is none. */
export function loadIndex({ loads }: Pick<Named, 'loads'>, name: string): number {
  const index = loads.findIndex((load) => load.name === name);
  if (index < 0) throw new Error(`unknown load ${name}`);
  return index;
}

function testOf(tracks: readonly Track[], name: string, states: readonly string[], negated: boolean): Test {
  const index = trackIndex(tracks, name);
  const track = tracks[index]!;
  let mask = 0;
  for (const state of states) mask |= 1 << stateIndex(track, state);
  const all = track.states.length === MOST_STATES ? -1 : (1 << track.states.length) - 1;
  return { track: index, mask: negated ? all & ~mask : mask };
}

/** Conjunction of two clauses: one test per track, masks intersected. Undefined when it can never hold. */
function intersect(left: readonly Test[], right: readonly Test[]): Test[] | undefined {
  const masks = new Map(left.map((test) => [test.track, test.mask]));
  for (const { track, mask } of right) masks.set(track, (masks.get(track) ?? -1) & mask);
  const tests = [...masks].map(([track, mask]) => ({ track, mask }));
  return tests.some((test) => test.mask === 0) ? undefined : tests;
}

function normalForm(named: Named, condition: Condition, negated: boolean): Test[][] {
  if ('load' in condition) {
    const track = named.tracks.length + loadIndex(named, condition.load);
    return [[{ track, mask: 1 << (negated ? BELOW : REACHED) }]];
  }
  if ('track' in condition) {
    const test = testOf(named.tracks, condition.track, condition.in, negated);
    return test.mask === 0 ? [] : [[test]];
  }
  if ('not' in condition) return normalForm(named, condition.not, !negated);
  const parts = 'all' in condition ? condition.all : condition.any;
  const forms = parts.map((part) => normalForm(named, part, negated));
  const conjunction = 'all' in condition !== negated;
  if (!conjunction) return forms.flat();
  let clauses: Test[][] = [[]];
  for (const form of forms) {
    clauses = clauses.flatMap((clause) =>
      form.flatMap((other) => {
        const both = intersect(clause, other);
        return both === undefined ? [] : [both];
      }),
    );
    if (clauses.length > MAX_CLAUSES)
      throw new Error(`a condition expands to more than ${MAX_CLAUSES} clauses`);
  }
  return clauses;
}

/** Compiles a condition. An empty `all` always holds, an empty `any` never does. */
export function compileCondition(named: Named, condition: Condition): CompiledCondition {
  return { clauses: normalForm(named, condition, false) };
}

/** Whether the condition holds for the given state index of every track and, behind them, of every load. */
export function holds(condition: CompiledCondition, states: Int32Array): boolean {
  const { clauses } = condition;
  for (let i = 0; i < clauses.length; i++) {
    const clause = clauses[i]!;
    let all = true;
    for (let j = 0; j < clause.length; j++) {
      const test = clause[j]!;
      if (((test.mask >>> states[test.track]!) & 1) === 0) {
        all = false;
        break;
      }
    }
    if (all) return true;
  }
  return false;
}
