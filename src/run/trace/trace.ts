/** The same person under each approach, side by side. */

import { outsideOf } from '../../domain/coverage.js';
import { peopleOf } from '../../domain/people.js';
import { regimeOf } from '../../domain/regimes/find.js';
import type { Clock } from '../../engine/model/model.js';
import type { Distribution } from '../../engine/random/distribution.js';
import { writeWhole } from '../../machine/folder.js';
import { type Dialect, formatCsv } from '../../output/csv.js';
import { countOf } from '../../output/number.js';
import { numberColumn, type Table, textColumn } from '../../output/package/columns.js';
import { outside } from '../../output/words/en/footing.js';
import { packageLibrary } from '../../scenario/load-scenario.js';
import { readNorms } from '../../scenario/tables/norms.js';
import { provideKernelFile } from '../../simulation/kernel-file.js';
import type { Task } from '../../simulation/task.js';
import type { Cause } from '../../simulation/trace/causes.js';
import { type Difference, firstDifference } from '../../simulation/trace/difference.js';
import type { Amount } from '../../simulation/trace/influences.js';
import type { Fact } from '../../simulation/trace/standings.js';
import { cohortSize, type LifeEvent, type LifeTrace, traceLife } from '../../simulation/trace/trace.js';
import type { Caller } from '../caller.js';
import { taskOf } from '../plan/design.js';
import { Refusal } from '../refusal.js';
import { loadAll } from '../scenarios/scenarios.js';

export type { Amount, Cause, Clock, Difference, Distribution, Fact, LifeEvent };

export interface TraceOptions {
  /** Numbers from 0. */
  readonly person: number;
  readonly replication: number;
  /** Undefined: the central values. */
  readonly draw: number | undefined;
  readonly seed: string;
  readonly set: readonly string[];
  /** File for the events; undefined: none is written. */
  readonly csvFile: string | undefined;
  readonly csv: Dialect;
}

/** A person's life under every approach. */
export interface Traced {
  /** The law under which it is lived. */
  readonly regime: string;
  /** Names, the reference first. */
  readonly approaches: readonly string[];
  /** Who it is: attributes at the permit, in their order. */
  readonly person: {
    readonly attributes: readonly { readonly name: string; readonly value: string }[];
    readonly ageYears: number;
    readonly capacityHours: number;
  };
  readonly life: LifeTrace;
}

/** Tracks that only keep the books of others; a birthday shows where it changes a norm, an activity or the income. */
export function isBookkeeping(track: string, { regime }: Pick<Traced, 'regime'>): boolean {
  const names = ['engagement', 'age', 'student_finance', ...regimeOf({ regime }).bookkeeping];
  return track.startsWith('support_') || names.includes(track);
}

/** Where the lives of a person under two approaches part. */
export interface Parting {
  /** First of all, first on a track that both approaches have, or first in income. */
  readonly where: 'any' | 'shared' | 'income';
  /** Undefined: they do not. */
  readonly difference: Difference | undefined;
}

/**
 * Where a life under an approach parts from the one under the reference.
 *
 * @param i of the approach
 * @param all whether tracks that only keep the books count
 */
export function partingsOf({ life, regime }: Traced, i: number, all: boolean): Parting[] {
  const lives = life.events.map((events, k) => ({ events, lived: life.models[k]! }));
  const isShared = (track: string) =>
    [0, i].every((k) => life.models[k]!.model.tracks.some(({ name }) => name === track));
  const isShown = (track: string) => all || !isBookkeeping(track, { regime });
  const counts: Record<Parting['where'], (track: string) => boolean> = {
    any: isShown,
    shared: (track) => isShown(track) && isShared(track),
    income: (track) => track === 'income',
  };
  return (['any', 'shared', 'income'] as const).map((where) => ({
    where,
    difference: firstDifference(lives[0]!, lives[i]!, counts[where]),
  }));
}

function personOf({ attributes }: LifeTrace, { tree }: Task): Traced['person'] {
  const { codes, ageYears, capacityHours } = attributes;
  const observed = peopleOf(tree).attributes.map(({ name, values }, at) => ({
    name,
    value: values[codes[at]!]!,
  }));
  return { attributes: observed, ageYears, capacityHours };
}

/** @throws Refusal where the cohort has no such person */
function refuseBeyond(task: Task, { person, draw }: TraceOptions): void {
  const size = cohortSize(task, draw ?? 0);
  if (person < size) return;
  const cohort = draw === undefined ? 'the cohort' : `the cohort of draw ${draw}`;
  throw new Refusal(
    `--person ${person}: ${cohort} counts ${countOf(size, 'person')}, numbered from 0; expected ${size === 1 ? '0' : `0 to ${size - 1}`}`,
  );
}

/** Traces one person's life under every approach, and writes its events as CSV when asked. */
export function trace(path: string, options: TraceOptions, { note }: Pick<Caller, 'note'>): Traced {
  const scenario = loadAll([path], options.set)[0]!;
  const task = taskOf(scenario, readNorms(packageLibrary()), {
    seed: options.seed,
    // Any number above one asks for drawn parameters; one means the central values.
    draws: options.draw === undefined ? 1 : options.draw + 2,
    replications: 1,
    by: undefined,
    persons: false,
  });
  refuseBeyond(task, options);
  // A life shows neither amounts nor a whole cohort: of what lies outside, only the law decides what happens in it.
  for (const each of outsideOf(scenario.tree, []))
    if (each.kind === 'law') note(`${scenario.tree.name}: ${outside(each)}`);
  provideKernelFile();
  const life = traceLife(task, options.draw ?? 0, options.replication, options.person);
  if (options.csvFile !== undefined) {
    const table: Table<LifeEvent> = {
      file: options.csvFile,
      title: 'Events of one person under every approach',
      columns: [
        textColumn('approach', 'approach', (r) => r.approach),
        numberColumn('month', 'months since the permit', (r) => r.month),
        textColumn('track', 'track', (r) => r.track),
        textColumn('from', 'state left', (r) => r.from),
        textColumn('to', 'state entered', (r) => r.to),
      ],
      rows: life.events.flat(),
    };
    writeWhole(options.csvFile, formatCsv(table, options.csv));
  }
  return { regime: scenario.tree.regime, approaches: task.approaches, person: personOf(life, task), life };
}
