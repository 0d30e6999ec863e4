/** Rewards that count what measures need: months in states, moves, and leaving for a reason. */

import { inState, type PersonalTransition } from '../life/transition.js';
import { type LawMeasures, measuresOf } from './all.js';
import type { Counter, Measure } from './measure.js';
import { always, type ByTrack, type DomainReward, namesOf } from './reward.js';

function countersOf({ source }: Measure): readonly Counter[] {
  return source.kind === 'total' || source.kind === 'ever' ? source.counters : [];
}

/** The transitions of an approach, as counters look for them. */
interface Moves {
  readonly byTrack: ByTrack;
  readonly leaving: readonly PersonalTransition[];
  /** By which an activity comes to its planned end. */
  readonly ending: readonly PersonalTransition[];
}

function countedBy({ counts }: Counter, { byTrack, leaving, ending }: Moves): string[] {
  if (counts.kind === 'moves') return namesOf(byTrack, counts.track, counts.from, counts.to);
  if (counts.kind === 'months') return [];
  if (counts.kind === 'ended') {
    return ending.flatMap(({ transition: { name, track } }) => (track === counts.activity ? [name] : []));
  }
  return leaving.filter(({ leaves }) => leaves === counts.reason).map(({ transition }) => transition.name);
}

function rewardOf(counter: Counter, moves: Moves, hours: HoursOfParts): DomainReward {
  const { name, counts, byHoursOf } = counter;
  const role = { kind: 'count', of: name } as const;
  const amount = always(byHoursOf === undefined ? 1 : hours[byHoursOf]!);
  if (counts.kind === 'months') {
    const { track, states } = counts;
    return { role, reward: { kind: 'rate', name, when: inState(track, ...states), amount } };
  }
  return { role, reward: { kind: 'event', name, transitions: countedBy(counter, moves), amount } };
}

/** Hours of each course and activity, over those of the course that sets the pace. */
export type HoursOfParts = Readonly<Record<string, number>>;

/** A reward for each counter of the measures of an approach with such activities under a law. */
export function counterRewards(
  law: LawMeasures,
  hours: HoursOfParts,
  activities: readonly string[],
  transitions: readonly PersonalTransition[],
  byTrack: ByTrack,
): DomainReward[] {
  const moves = {
    byTrack,
    leaving: transitions.filter(({ leaves }) => leaves !== undefined),
    ending: transitions.filter(
      ({ transition, leaves, cutsShort }) =>
        transition.from === 'taking_part' && leaves === undefined && cutsShort !== true,
    ),
  };
  const counters = new Map<string, Counter>();
  for (const measure of measuresOf(law, activities)) {
    for (const counter of countersOf(measure)) counters.set(counter.name, counter);
  }
  return Array.from(counters.values(), (counter) => rewardOf(counter, moves, hours));
}
