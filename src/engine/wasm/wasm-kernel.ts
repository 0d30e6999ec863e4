/** The WebAssembly kernel as used from TypeScript: its memory is filled once per model, then it runs life after life. */

import type { CompiledModel } from '../compile/compile.js';
import {
  type EventListener,
  type LifeRecord,
  type LifeRunner,
  SimultaneousEvents,
  TooManyEvents,
} from '../compile/life.js';
import { periodCountOf } from '../compile/rewards.js';
import type { Person } from '../model/model.js';
import { cumulativeHazard, inverseCumulativeHazard } from '../random/distribution.js';
import { layOut } from './image.js';
import { HEADER } from './image-memory.js';
import { type Field, header, values } from './records.js';

const { at } = header;

const PAGE_BYTES = 65_536;

/** The functions of `Math` that the module imports, under its names for them. */
const math = Object.fromEntries(
  (['exp', 'expm1', 'floor', 'log', 'log1p', 'sqrt'] as const).map((name) => [`Math.${name}`, Math[name]]),
);

/** The exports of the module. */
interface Exports {
  open(header: number): void;
  run(calendar: number, key0: number, key1: number): number;
}

/** Views of arrays whose addresses are in the header. */
class Views {
  private readonly header: DataView;

  constructor(private readonly buffer: ArrayBuffer) {
    this.header = new DataView(buffer, HEADER, header.bytes);
  }

  doubles(field: Field<'word'>, length: number): Float64Array {
    return new Float64Array(this.buffer, this.header.getUint32(field, true), length);
  }

  words(field: Field<'word'>, length: number): Int32Array {
    return new Int32Array(this.buffer, this.header.getUint32(field, true), length);
  }

  listen(isHeard: boolean): void {
    this.header.setInt32(at.heard, isHeard ? 1 : 0, true);
  }

  get failure(): { month: number; transition: number } {
    return {
      month: this.header.getFloat64(at.failedAt, true),
      transition: this.header.getInt32(at.failedIn, true),
    };
  }
}

function personOf({ model }: CompiledModel, views: Views): Person {
  return {
    start: views.words(at.start, model.tracks.length),
    ratio: views.doubles(at.ratio, model.transitions.length).fill(1),
    timeRatio: views.doubles(at.timeRatio, model.transitions.length).fill(1),
    rewardFactor: views.doubles(at.rewardFactor, model.rewards.length).fill(1),
    threshold: views.doubles(at.threshold, model.loads.length),
    calendar: 0,
    key0: 0,
    key1: 0,
  };
}

function recordOf({ model, stateCount }: CompiledModel, views: Views): LifeRecord {
  const rewards = model.rewards.length;
  const periodCount = periodCountOf(model);
  const nominalByPeriod = views.doubles(at.nominalByPeriod, rewards * periodCount);
  const discountedByPeriod = views.doubles(at.discountedByPeriod, rewards * periodCount);
  return {
    milestones: views.doubles(at.reached, model.milestones.length),
    occupancyChange: views.words(at.occupancy, stateCount * (model.horizonMonths + 2)),
    monthsInState: views.doubles(at.months, stateCount),
    ledger: {
      nominal: views.doubles(at.nominal, rewards),
      discounted: views.doubles(at.discounted, rewards),
      nominalByPeriod,
      discountedByPeriod,
      periodCount,
      resetPeriods: () => {
        nominalByPeriod.fill(0);
        discountedByPeriod.fill(0);
      },
    },
  };
}

/** A memory of at least a given size: the one given, grown if necessary, or a new one. */
function memoryOf(bytes: number, free: WebAssembly.Memory | undefined): WebAssembly.Memory {
  const pages = Math.ceil(bytes / PAGE_BYTES);
  if (free === undefined) return new WebAssembly.Memory({ initial: pages });
  const missing = pages - free.buffer.byteLength / PAGE_BYTES;
  if (missing > 0) free.grow(missing);
  return free;
}

function refuse(): never {
  throw new Error('this kernel has given back its memory');
}

/** Gives the same bytes as `Kernel`, since both do the same operations in the same order with the same functions of `Math`. */
export class WasmKernel implements LifeRunner {
  readonly person: Person;
  readonly recorder: LifeRecord;
  private readonly views: Views;
  private exports: Exports;
  private memory: WebAssembly.Memory | undefined;
  private listener: EventListener | undefined;

  /**
   * @param free memory to reuse; its contents do not matter
   * @throws RangeError when the model's memory cannot be allocated.
   */
  constructor(
    module: WebAssembly.Module,
    private readonly compiled: CompiledModel,
    free?: WebAssembly.Memory,
  ) {
    const { bytes, distributions } = layOut(compiled);
    const memory = memoryOf(bytes.length, free);
    this.memory = memory;
    // The image covers everything that the kernel reads or writes, so that nothing of an earlier model is left.
    new Uint8Array(memory.buffer).set(bytes);
    const distribution = {
      otherCumulativeHazard: (d: number, t: number) => cumulativeHazard(distributions[d]!, t),
      otherInverseCumulativeHazard: (d: number, h: number) => inverseCumulativeHazard(distributions[d]!, h),
    };
    const kernel = {
      heard: (month: number, k: number, to: number) => this.listener?.(month, compiled.transitions[k]!, to),
    };
    // Every model gets its own instance, since the module also keeps state in globals. An import is named after the kernel file
    // that declares it.
    const imports = { env: { memory, ...math }, distribution, kernel };
    this.exports = new WebAssembly.Instance(module, imports).exports as unknown as Exports;
    this.exports.open(HEADER);
    this.views = new Views(memory.buffer);
    this.person = personOf(compiled, this.views);
    this.recorder = recordOf(compiled, this.views);
  }

  get onEvent(): EventListener | undefined {
    return this.listener;
  }

  set onEvent(listener: EventListener | undefined) {
    this.listener = listener;
    this.views.listen(listener !== undefined);
  }

  /** Returns the memory at the first call; after that the kernel cannot run any more lives. */
  release(): WebAssembly.Memory | undefined {
    const { memory } = this;
    this.memory = undefined;
    this.exports = { open: refuse, run: refuse };
    return memory;
  }

  /** Runs the person's life; see `Kernel.run`, also for what it throws. */
  run(): void {
    const { calendar, key0, key1 } = this.person;
    const ended = this.exports.run(calendar, key0, key1);
    if (ended === values.LIVED) return;
    const { month, transition } = this.views.failure;
    const { name } = this.compiled.transitions[transition]!;
    throw ended === values.SIMULTANEOUS
      ? new SimultaneousEvents(month, name)
      : new TooManyEvents(month, name);
  }
}
