/** The same person under each approach, side by side. */

import { peopleOf } from '../../domain/attributes/people.js';
import { outsideOf } from '../../domain/time/coverage.js';
import type { Clock } from '../../engine/model/model.js';
import type { Distribution } from '../../engine/random/distribution.js';
import { writeWhole } from '../../machine/folder.js';
import { type Dialect, formatCsv } from '../../output/csv.js';
import { countOf } from '../../output/number.js';
import { numberColumn, type Table, textColumn } from '../../output/package/columns.js';
import { wordsIn } from '../../output/words/words.js';
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
import { type Named, namedOf } from '../scenarios/number-names.js';
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
  /** File to write the events to; undefined: none. */
  readonly csvFile: string | undefined;
  readonly csv: Dialect;
}

/** A person's life under every approach. */
export interface Traced {
  /** Names, the reference first. */
  readonly approaches: readonly string[];
  /** What readers call them, and the attributes of people. */
  readonly named: Named;
  /** Who it is: attributes at the permit, in their order. */
  readonly person: {
    readonly attributes: readonly { readonly name: string; readonly value: string }[];
    readonly ageYears: number;
    readonly capacityHours: number;
  };
  readonly life: LifeTrace;
}

/** Whether a track only does bookkeeping for other tracks. */
export function isBookkeeping(track: string, { life }: Pick<Traced, 'life'>): boolean {
  return life.models.some(({ bookkeeping }) => bookkeeping.includes(track));
}

/** Where a person's lives under two approaches first differ. */
export interface Parting {
  /** The first difference of all, the first on a track that both approaches have, or the first in income. */
  readonly where: 'any' | 'shared' | 'income';
  /** Undefined: they do not differ. */
  readonly difference: Difference | undefined;
}

/**
 * Where a life under an approach first differs from the life under the reference.
 *
 * @param i index of the approach
 * @param all whether bookkeeping tracks count too
 */
export function partingsOf({ life }: Traced, i: number, all: boolean): Parting[] {
  const lives = life.events.map((events, k) => ({ events, lived: life.models[k]! }));
  const isShared = (track: string) =>
    [0, i].every((k) => life.models[k]!.model.tracks.some(({ name }) => name === track));
  const isShown = (track: string) => all || !isBookkeeping(track, { life });
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
export function trace(
  path: string,
  options: TraceOptions,
  { note, language = 'en' }: Pick<Caller, 'note' | 'language'>,
): Traced {
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
  // A trace shows no amounts and no cohort, so of everything out of range only the law matters here.
  for (const each of outsideOf(scenario.tree, []))
    if (each.kind === 'law') note(`${scenario.tree.name}: ${wordsIn(language).footing.outside(each)}`);
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
  return { approaches: task.approaches, named: namedOf(scenario), person: personOf(life, task), life };
}
