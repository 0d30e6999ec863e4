/** Rewards that count what measures need: months in states, moves, and leaving for a reason. */

import { inState, type PersonalTransition } from '../transition.js';
import { measuresOf } from './all.js';
import type { Counter, Measure } from './measure.js';
import { always, type DomainReward } from './reward.js';

function countersOf({ source }: Measure): readonly Counter[] {
  if (source.kind === 'total') return [source.counter];
  return source.kind === 'ever' ? source.counters : [];
}

/** Whether a move is one that a counter counts. */
function isCounted({ counts }: Counter, { transition, leaves }: PersonalTransition): boolean {
  if (counts.kind === 'leaving') return leaves === counts.reason;
  if (counts.kind === 'months') return false;
  const { track, from, to } = counts;
  return (
    transition.track === track && transition.from === from && transition.to.some(({ state }) => state === to)
  );
}

function rewardOf(counter: Counter, transitions: readonly PersonalTransition[]): DomainReward {
  const { name, counts } = counter;
  const role = { kind: 'count', of: name } as const;
  if (counts.kind === 'months') {
    const { track, states } = counts;
    return { role, reward: { kind: 'rate', name, when: inState(track, ...states), amount: always(1) } };
  }
  const counted = transitions
    .filter((each) => isCounted(counter, each))
    .map(({ transition }) => transition.name);
  return { role, reward: { kind: 'event', name, transitions: counted, amount: always(1) } };
}

/** A reward for each counter of the measures of an approach with such activities. */
export function counterRewards(
  activities: readonly string[],
  transitions: readonly PersonalTransition[],
): DomainReward[] {
  const byName = new Map(
    measuresOf(activities)
      .flatMap(countersOf)
      .map((counter) => [counter.name, counter]),
  );
  return [...byName.values()].map((counter) => rewardOf(counter, transitions));
}
