/** A worker of the page: it simulates units of a setting, or analyses what the others have simulated. */

import { peopleOf } from '../../../domain/attributes/people.js';
import { provideKernel } from '../../../engine/kernels.js';
import { runUnit } from '../../../simulation/cohort/draw-run.js';
import { unitsOf } from '../../../simulation/cohort/units.js';
import { collectDraws } from '../../../simulation/results/join.js';
import type { Task } from '../../../simulation/task.js';
import { cohortSize, traceLife } from '../../../simulation/trace/trace.js';
import type { Changes } from '../change.js';
import { liveRows } from '../live-run.js';
import { fromBase64, type PageData, readPageData } from '../page-data.js';
import { taskOfPage, taskUnder } from '../task-of-setting.js';
import type { FromWorker, ToWorker, TwoLives, UnitResult } from './messages.js';

/** Draws after which a first, rough answer is given, and a better one. */
const STAGES = [2, 16, 32];

const tell = (message: FromWorker) => postMessage(message);

/** Runs what a message asks for, and tells the page where that fails. */
function guarded(work: () => void): void {
  try {
    work();
  } catch (error) {
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

let data: PageData;
let base: Task;

function begin(json: string): void {
  data = readPageData(json);
  base = taskOfPage(data);
  provideKernel(() => fromBase64(data.kernel));
}

const taskOf = (changes: Changes) => taskUnder(base, changes, data.replicationsBySize);

/** Gathers the units of a setting in their order, and tells its rows at every stage. */
class Analysis {
  private readonly draws;
  private readonly waiting = new Map<number, UnitResult['result']>();
  private next = 0;
  private told = 0;

  constructor(
    readonly setting: number,
    private readonly task: Task,
  ) {
    this.draws = collectDraws(task);
  }

  add({ unit, result }: UnitResult): void {
    this.waiting.set(unit, result);
    for (let part = this.waiting.get(this.next); part !== undefined; part = this.waiting.get(this.next)) {
      this.waiting.delete(this.next);
      this.next += 1;
      this.draws.add(part);
    }
    const { length } = this.draws.all;
    const all = this.task.draws;
    const stage = [...STAGES.filter((draws) => draws < all), all].findLast((draws) => draws <= length);
    if (stage === undefined || stage <= this.told) return;
    this.told = stage;
    tell({ kind: 'rows', setting: this.setting, rows: liveRows(this.task, this.draws.all.slice(0, stage)) });
  }
}

let analysis: Analysis | undefined;
/** Units of a setting of which the analysis has not been told yet. */
let early: UnitResult[] = [];

function receive(unit: UnitResult): void {
  if (analysis?.setting === unit.setting) guarded(() => analysis?.add(unit));
  else if (analysis === undefined || unit.setting > analysis.setting) early.push(unit);
}

/** The lives of one person of the first cohort at the central values, as `trace` tells them. */
function livesOf(task: Task, person: number): TwoLives {
  const central: Task = { ...task, draws: 1, replications: 1 };
  const persons = cohortSize(central, 0);
  const shown = Math.min(person, persons - 1);
  const { attributes, events, models } = traceLife(central, 0, 0, shown);
  const hidden = new Set(models.flatMap(({ bookkeeping }) => bookkeeping));
  return {
    // Those that nobody can observe have no words.
    attributes: peopleOf(task.tree).attributes.flatMap(({ name, values, reported }, i) =>
      reported === undefined ? [] : [{ name, value: values[attributes.codes[i]!]! }],
    ),
    ageYears: attributes.ageYears,
    persons,
    person: shown,
    events: events.map((own) => own.filter(({ track }) => !hidden.has(track))),
  };
}

let toAnalyst: MessagePort | undefined;
let simulated: { readonly setting: number; readonly task: Task; readonly units: ReturnType<typeof unitsOf> };

function hear(message: ToWorker): void {
  switch (message.kind) {
    case 'begin':
      begin(message.json);
      toAnalyst = message.toAnalyst;
      break;
    case 'analyse':
      begin(message.json);
      break;
    case 'hear':
      message.fromSimulator.onmessage = (event) => receive(event.data);
      break;
    case 'setting': {
      const { setting, changes } = message;
      const task = taskOf(changes);
      if (toAnalyst !== undefined) simulated = { setting, task, units: unitsOf(task) };
      else {
        analysis = new Analysis(setting, task);
        const [mine, later] = [early.filter((unit) => unit.setting === setting), early];
        early = later.filter((unit) => unit.setting > setting);
        for (const unit of mine) analysis.add(unit);
      }
      break;
    }
    case 'unit': {
      const { setting, unit } = message;
      const result = runUnit(simulated.task, simulated.units[unit]!);
      toAnalyst?.postMessage({ setting, unit, result } satisfies UnitResult);
      tell({ kind: 'done', setting });
      break;
    }
    case 'life': {
      const { asked, changes, person } = message;
      tell({ kind: 'life', asked, lives: livesOf(taskOf(changes), person) });
    }
  }
}

/** Makes this thread a worker of the page. */
export function work(): void {
  addEventListener('message', (event: MessageEvent<ToWorker>) => guarded(() => hear(event.data)));
}
