/** What of the memory of the WebAssembly kernel is of one life: the person that goes in, and the results that come out. */

import type { CompiledModel } from '../compile/compile.js';
import { discountMonth, discountPerMonth, periodCountOf } from '../compile/rewards.js';
import { HEADER, type ImageMemory } from './image-memory.js';
import { header } from './records.js';

function reservePerson(memory: ImageMemory, { model }: CompiledModel): void {
  const { tracks, transitions, rewards, loads } = model;
  memory.word(HEADER, header.at.start, memory.reserve(4 * tracks.length));
  memory.word(HEADER, header.at.ratio, memory.reserve(8 * transitions.length));
  memory.word(HEADER, header.at.timeRatio, memory.reserve(8 * transitions.length));
  memory.word(HEADER, header.at.rewardFactor, memory.reserve(8 * rewards.length));
  memory.word(HEADER, header.at.threshold, memory.reserve(8 * loads.length));
}

function reserveResults(memory: ImageMemory, compiled: CompiledModel): void {
  const { model, stateCount } = compiled;
  const periods = periodCountOf(model);
  const cells = model.rewards.length * periods;
  memory.word(HEADER, header.at.reached, memory.reserve(8 * model.milestones.length));
  memory.word(HEADER, header.at.nominal, memory.reserve(8 * model.rewards.length));
  memory.word(HEADER, header.at.discounted, memory.reserve(8 * model.rewards.length));
  memory.word(HEADER, header.at.nominalByPeriod, memory.reserve(8 * cells));
  memory.word(HEADER, header.at.discountedByPeriod, memory.reserve(8 * cells));
  memory.word(HEADER, header.at.periods, periods);
  memory.word(HEADER, header.at.occupancy, memory.reserve(4 * stateCount * (model.horizonMonths + 2)));
  memory.word(HEADER, header.at.months, memory.reserve(8 * stateCount));
  memory.word(HEADER, header.at.states, stateCount);
  memory.double(HEADER, header.at.horizon, model.horizonMonths);
  memory.double(HEADER, header.at.end, compiled.endMonths);
  memory.double(HEADER, header.at.delta, discountPerMonth(model));
  memory.double(HEADER, header.at.discountTo, discountMonth(model));
}

/** Reserves the places of a life, and writes how long it is followed. */
export function reserveLife(memory: ImageMemory, compiled: CompiledModel): void {
  reservePerson(memory, compiled);
  reserveResults(memory, compiled);
}
