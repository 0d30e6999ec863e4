/** Draws the persons of a bare model: where they start, their groups, and what these change. */

import type { Person } from '../../engine/model/model.js';
import type { Population, WeightedChoice } from '../../engine/model/population.js';
import { hashName, uniformAt } from '../../engine/random/threefry.js';

const CALENDAR = hashName('calendar start');

/**
 * Occurrence of the draws made before a life begins. The kernel's occurrences start at 2, so that a group named like a
 * transition does not share its random numbers.
 */
const BEFORE_LIFE = 0;

function choose(choice: WeightedChoice, key0: number, key1: number): number {
  const { cumulative } = choice;
  if (cumulative.length === 1) return 0;
  const u = uniformAt(key0, key1, choice.address, BEFORE_LIFE);
  let i = 0;
  while (u > cumulative[i]!) i++;
  return i;
}

/** Fills a person in place from the key words that address the person's draws. */
export type ModelSampler = (person: Person, key0: number, key1: number) => void;

/**
 * Creates the sampler of a population. Every draw is addressed by what it decides (the track, the group), so that a
 * further group leaves the others as they are.
 */
export function createModelSampler(population: Population): ModelSampler {
  const { starts, groups, thresholds, calendar } = population;
  return (person, key0, key1) => {
    person.key0 = key0;
    person.key1 = key1;
    person.calendar = calendar.from;
    if (calendar.to > calendar.from) {
      person.calendar += (calendar.to - calendar.from) * uniformAt(key0, key1, CALENDAR, BEFORE_LIFE);
    }
    for (let t = 0; t < starts.length; t++) {
      person.start[t] = starts[t]!.states[choose(starts[t]!, key0, key1)]!;
    }
    person.ratio.fill(1);
    person.rewardFactor.fill(1);
    person.threshold.set(thresholds);
    for (let g = 0; g < groups.length; g++) {
      const effects = groups[g]!.effects[choose(groups[g]!, key0, key1)]!;
      for (const { transition, ratio } of effects.ratios) person.ratio[transition]! *= ratio;
      for (const { reward, factor } of effects.rewardFactors) person.rewardFactor[reward] = factor;
      for (const { load, threshold } of effects.thresholds) person.threshold[load] = threshold;
    }
  };
}
