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

export class Simulator {
  private readonly simulators: Worker[];
  private readonly analyst: Worker;
  private setting = 0;
  private next = 0;
  private units = 0;
  private asked = 0;

  constructor(
    json: string,
    private readonly data: PageData,
    private readonly base: Task,
    program: string,
    private readonly follower: Follower,
  ) {
    const url = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
    const open = () => {
      const worker = new Worker(url);
      worker.onmessage = (event: MessageEvent<FromWorker>) => this.hear(event.data, worker);
      worker.onerror = (event) => follower.onFailure(event.message);
      return worker;
    };
    const count = Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency ?? 2));
    this.simulators = Array.from({ length: count }, open);
    this.analyst = open();
    const channels = this.simulators.map(() => new MessageChannel());
    for (const [i, worker] of this.simulators.entries()) {
      const toAnalyst = channels[i]!.port1;
      worker.postMessage({ kind: 'begin', json, toAnalyst } satisfies ToWorker, [toAnalyst]);
    }
    const fromSimulators = channels.map(({ port2 }) => port2);
    this.analyst.postMessage({ kind: 'analyse', json, fromSimulators } satisfies ToWorker, fromSimulators);
  }

  /** Simulates a setting; what is left of an earlier one is not simulated any more. */
  simulate(changes: Changes): void {
    this.setting += 1;
    this.next = 0;
    this.units = unitsOf(taskUnder(this.base, changes, this.data.replicationsBySize)).length;
    for (const worker of [this.analyst, ...this.simulators])
      this.send(worker, { kind: 'setting', setting: this.setting, changes });
    for (const worker of this.simulators) this.sendNext(worker);
  }

  /** Hears no more of the setting before: its last rows must not stand as the answer to the one that is shown now. */
  abandon(): void {
    this.setting += 1;
    this.asked += 1;
    this.units = 0;
  }

  /** Asks for the lives of a person. */
  live(changes: Changes, person: number): void {
    this.asked += 1;
    this.send(this.analyst, { kind: 'life', asked: this.asked, changes, person });
  }

  private send(worker: Worker, message: ToWorker): void {
    worker.postMessage(message);
  }

  private sendNext(worker: Worker): void {
    if (this.next >= this.units) return;
    this.send(worker, { kind: 'unit', setting: this.setting, unit: this.next });
    this.next += 1;
  }

  private hear(message: FromWorker, worker: Worker): void {
    switch (message.kind) {
      case 'done':
        // A unit of an earlier setting was replaced by the first of this one.
        if (message.setting === this.setting) this.sendNext(worker);
        break;
      case 'rows':
        if (message.setting === this.setting) this.follower.onRows(message.rows);
        break;
      case 'life':
        if (message.asked === this.asked) this.follower.onLives(message.lives);
        break;
      case 'failed':
        this.follower.onFailure(message.message);
    }
  }
}
