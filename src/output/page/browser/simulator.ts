/** Simulates settings in workers, so that the page never waits: the units of one setting go to all of them in their order. */

import { unitsOf } from '../../../simulation/cohort/units.js';
import type { Task } from '../../../simulation/task.js';
import type { Changes } from '../change.js';
import type { LiveRows } from '../live-run.js';
import type { PageData } from '../page-data.js';
import { taskUnder } from '../task-of-setting.js';
import type { FromWorker, ToWorker, TwoLives } from './messages.js';

/** Who follows the simulation. */
export interface Follower {
  onRows(rows: LiveRows): void;
  onLives(lives: TwoLives): void;
  onFailure(message: string): void;
}

/** More workers than this gain nothing: a setting has some dozens of units. */
const MOST_WORKERS = 8;

/** A worker that has been busy for longer with a unit that nobody waits for any more is ended: to begin a new one takes no more. */
const PATIENCE_MS = 250;

/** What a worker is busy with. */
interface Work {
  readonly setting: number;
  readonly since: number;
}

export class Simulator {
  private readonly url: string;
  private readonly simulators = new Map<Worker, Work | undefined>();
  private readonly analyst: Worker;
  private changes: Changes = {};
  private setting = 0;
  private next = 0;
  private units = 0;
  private asked = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly json: string,
    private readonly data: PageData,
    private readonly base: Task,
    program: string,
    private readonly follower: Follower,
  ) {
    this.url = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
    this.analyst = this.open();
    this.send(this.analyst, { kind: 'analyse', json });
    const count = Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency ?? 2));
    for (let i = 0; i < count; i++) this.employ();
  }

  /** Simulates a setting; what is left of an earlier one is not simulated any more. */
  simulate(changes: Changes): void {
    this.setting += 1;
    this.changes = changes;
    this.next = 0;
    this.units = unitsOf(taskUnder(this.base, changes, this.data.replicationsBySize)).length;
    for (const worker of [this.analyst, ...this.simulators.keys()])
      this.send(worker, { kind: 'setting', setting: this.setting, changes });
    for (const worker of this.simulators.keys()) this.sendNext(worker);
    this.watch();
  }

  /** Hears no more of the setting before: its last rows must not stand as the answer to the one that is shown now. */
  abandon(): void {
    this.setting += 1;
    this.asked += 1;
    this.units = 0;
    this.watch();
  }

  /** Asks for the lives of a person. */
  live(changes: Changes, person: number): void {
    this.asked += 1;
    this.send(this.analyst, { kind: 'life', asked: this.asked, changes, person });
  }

  private open(): Worker {
    const worker = new Worker(this.url);
    worker.onmessage = (event: MessageEvent<FromWorker>) => this.hear(event.data, worker);
    worker.onerror = (event) => this.follower.onFailure(event.message);
    return worker;
  }

  /** Opens a worker that simulates, and tells the analyst what comes out. */
  private employ(): Worker {
    const worker = this.open();
    const { port1: toAnalyst, port2: fromSimulator } = new MessageChannel();
    this.analyst.postMessage({ kind: 'hear', fromSimulator } satisfies ToWorker, [fromSimulator]);
    const { json } = this;
    worker.postMessage({ kind: 'begin', json, toAnalyst } satisfies ToWorker, [toAnalyst]);
    this.simulators.set(worker, undefined);
    return worker;
  }

  /** Replaces the workers that have been busy for long with a setting that was abandoned, and looks again at the others later. */
  private watch(): void {
    clearTimeout(this.timer);
    const late = [...this.simulators].flatMap(([worker, work]) =>
      work !== undefined && work.setting !== this.setting ? [{ worker, since: work.since }] : [],
    );
    const isDue = (since: number) => performance.now() - since >= PATIENCE_MS;
    for (const { worker, since } of late) if (isDue(since)) this.replace(worker);
    if (late.some(({ since }) => !isDue(since))) this.timer = setTimeout(() => this.watch(), PATIENCE_MS);
  }

  private replace(worker: Worker): void {
    worker.terminate();
    this.simulators.delete(worker);
    const fresh = this.employ();
    this.send(fresh, { kind: 'setting', setting: this.setting, changes: this.changes });
    this.sendNext(fresh);
  }

  private send(worker: Worker, message: ToWorker): void {
    worker.postMessage(message);
  }

  /** Gives a worker the next unit, unless it is busy or there is none. */
  private sendNext(worker: Worker): void {
    if (this.next >= this.units || this.simulators.get(worker) !== undefined) return;
    this.simulators.set(worker, { setting: this.setting, since: performance.now() });
    this.send(worker, { kind: 'unit', setting: this.setting, unit: this.next });
    this.next += 1;
  }

  private hear(message: FromWorker, worker: Worker): void {
    switch (message.kind) {
      case 'done':
        if (!this.simulators.has(worker)) break;
        this.simulators.set(worker, undefined);
        this.sendNext(worker);
        break;
      case 'rows':
        if (message.setting === this.setting) this.follower.onRows(message.rows);
        break;
      case 'life':
        if (message.asked === this.asked) this.follower.onLives(message.lives);
        break;
      case 'failed':
        if (this.simulators.has(worker)) this.simulators.set(worker, undefined);
        this.follower.onFailure(message.message);
    }
  }
}
