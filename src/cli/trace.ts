/** `doorstroom trace`: the same person under each approach, side by side. */

import { outsideOf } from '../domain/coverage.js';
import { peopleOf } from '../domain/people.js';
import { regimeOf } from '../domain/regimes/find.js';
import { writeWhole } from '../machine/folder.js';
import { type Dialect, formatCsv } from '../output/csv.js';
import { countOf } from '../output/number.js';
import { numberColumn, type Table, textColumn } from '../output/package/columns.js';
import { outside } from '../output/report/words/en-footing.js';
import { packageLibrary } from '../scenario/load-scenario.js';
import { readNorms } from '../scenario/tables/norms.js';
import type { Task } from '../simulation/task.js';
import { firstDifference } from '../simulation/trace/difference.js';
import { cohortSize, type LifeEvent, type LifeTrace, traceLife } from '../simulation/trace/trace.js';
import { colours } from './colours.js';
import { CommandError } from './exit.js';
import { loadAll, taskOf } from './scenarios.js';
import { describeDifference } from './trace-difference.js';

export interface TraceOptions {
  readonly person: number;
  readonly replication: number;
  readonly draw: number | undefined;
  readonly seed: string;
  readonly set: readonly string[];
  readonly csvFile: string | undefined;
  readonly csv: Dialect;
  readonly all: boolean;
}

/** Tracks that only keep the books of others; a birthday shows where it changes a norm, an activity or the income. */
const isBookkeeping = (track: string, { tree }: Task) =>
  track.startsWith('support_') ||
  ['engagement', 'age', 'student_finance', ...regimeOf(tree).bookkeeping].includes(track);

const describe = ({ track, to }: LifeEvent) => `${track}: ${to.replaceAll('_', ' ')}`;

/**
 * Where a life under one approach parts from the one under the reference: first of all, first on a track that both
 * approaches have, and first in income; with the reasons.
 */
function describeParting(
  life: LifeTrace,
  approaches: readonly string[],
  i: number,
  isShown: (track: string) => boolean,
): string[] {
  const lives = life.events.map((events, k) => ({ events, lived: life.models[k]! }));
  const isShared = (track: string) =>
    [0, i].every((k) => life.models[k]!.model.tracks.some(({ name }) => name === track));
  const questions = [
    { title: 'differs first', counts: isShown },
    { title: 'on a track of both', counts: (track: string) => isShown(track) && isShared(track) },
    { title: 'in income', counts: (track: string) => track === 'income' },
  ];
  const said = new Set<string>();
  return questions.flatMap(({ title, counts }) => {
    const found = firstDifference(lives[0]!, lives[i]!, counts);
    if (found === undefined) return [`${title}: nothing`];
    const [line, ...reasons] = describeDifference(found, [approaches[0]!, approaches[i]!]);
    if (said.has(line!)) return [];
    said.add(line!);
    return [`${title}: ${line}`, ...reasons];
  });
}

function describePerson({ attributes }: LifeTrace, { tree }: Task): string {
  const observed = peopleOf(tree).attributes.map(({ name, values }, at) =>
    `${name} ${values[attributes.codes[at]!]!}`.replaceAll('_', ' '),
  );
  return [
    ...observed,
    `${Math.floor(attributes.ageYears)} years at the permit`,
    `capacity ${attributes.capacityHours.toFixed(0)} hours a week`,
  ].join(', ');
}

async function print(trace: LifeTrace, task: Task, options: TraceOptions): Promise<void> {
  const isShown = (track: string) => options.all || !isBookkeeping(track, task);
  const { default: CliTable } = await import('cli-table3');
  const paint = await colours(process.stdout);
  const shown = trace.events.map((events) => events.filter(({ track }) => isShown(track)));
  const months = [...new Set(shown.flat().map(({ month }) => month))].sort((a, b) => a - b);
  const table = new CliTable({
    head: ['month', ...task.approaches],
    style: { head: [], border: [], compact: true },
    colAligns: ['right', ...task.approaches.map(() => 'left' as const)],
  });
  for (const month of months) {
    const cells = shown.map((events) =>
      events
        .filter((event) => event.month === month)
        .map(describe)
        .join('\n'),
    );
    table.push([month.toFixed(1), ...cells]);
  }
  process.stdout.write(`${paint.dim(describePerson(trace, task))}\n${table.toString()}\n`);
  task.approaches.slice(1).forEach((name, k) => {
    const lines = describeParting(trace, task.approaches, k + 1, isShown);
    process.stdout.write(`${paint.bold(`${name} against ${task.approaches[0]!}`)}\n${lines.join('\n')}\n`);
  });
}

/** @throws CommandError where the cohort has no such person */
function refuseBeyond(task: Task, { person, draw }: TraceOptions): void {
  const size = cohortSize(task, draw ?? 0);
  if (person < size) return;
  const cohort = draw === undefined ? 'the cohort' : `the cohort of draw ${draw}`;
  throw new CommandError(
    `--person ${person}: ${cohort} counts ${countOf(size, 'person')}, numbered from 0; expected ${size === 1 ? '0' : `0 to ${size - 1}`}`,
  );
}

/** Prints one person's life under every approach, and writes it as CSV when asked. */
export async function trace(path: string, options: TraceOptions): Promise<void> {
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
    if (each.kind === 'law') process.stderr.write(`${scenario.tree.name}: ${outside(each)}\n`);
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
  await print(life, task, options);
}
