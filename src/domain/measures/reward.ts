/** A reward with its role in the reports, and what rewards are made of. */

import type { CalendarTable, Reward, Transition } from '../../engine/model/model.js';
import { groupBy } from '../group-by.js';
import { inState } from '../life/transition.js';
import { MUNICIPALITY } from '../schema/names.js';

/** The line of the accounts for the bijstand of partners who arrived after the permit. */
export const FAMILY_BIJSTAND = 'family_bijstand';

/** Lines of the accounts that are bijstand and what is cut of it; all others are of the programme. */
export const bijstandComponents = [
  'bijstand',
  'bijstand_part_time',
  'sanction',
  'sanction_part_time',
  FAMILY_BIJSTAND,
] as const;

export type BijstandComponent = (typeof bijstandComponents)[number];

/** How a reward is reported. */
export type RewardRole =
  | { readonly kind: 'bijstand'; readonly component: BijstandComponent }
  | { readonly kind: 'programme'; readonly payer: string; readonly component: string }
  /** What people earn themselves. */
  | { readonly kind: 'earnings' }
  /** Of a counter, by its name (see `measure.ts`). */
  | { readonly kind: 'count'; readonly of: string };

/** Who pays a cost: bijstand is paid by the municipality. Undefined: it is no cost. */
export function payerOf(role: RewardRole): string | undefined {
  if (role.kind === 'programme') return role.payer;
  return role.kind === 'bijstand' ? MUNICIPALITY : undefined;
}

/** A reward, its role in the reports, and how the person scales it. */
export interface DomainReward {
  readonly reward: Reward;
  readonly role: RewardRole;
  /** An attribute (no, yes): the reward only counts for people who have it; absent: for everybody. */
  readonly scale?: string;
}

/** One list for all that never changes: the engine cuts it at calendar years once. */
const fromTheStart = [0];

export function always(value: number): CalendarTable {
  return { from: fromTheStart, values: [value] };
}

/** A cost of a programme each time that one of some transitions happens. */
export function programmeEvent(
  component: string,
  payer: string,
  amount: number,
  transitions: string[],
): DomainReward {
  return {
    role: { kind: 'programme', payer, component },
    reward: { kind: 'event', name: `${component} (${payer}, once)`, transitions, amount: always(amount) },
  };
}

/** A cost of a programme for each month in a state. */
export function programmeRate(
  component: string,
  payer: string,
  amount: number,
  track: string,
  state: string,
): DomainReward {
  return {
    role: { kind: 'programme', payer, component },
    reward: {
      kind: 'rate',
      name: `${component} (${payer}, monthly)`,
      when: inState(track, state),
      amount: always(amount),
    },
  };
}

/** Transitions by their track: rewards ask for those of one track over and over. */
export type ByTrack = ReadonlyMap<string, readonly Transition[]>;

export function groupByTrack(transitions: readonly Transition[]): ByTrack {
  return groupBy(transitions, ({ track }) => track);
}

/** Names of the transitions of a track that may lead from a state (`*`: from any) to another. */
export function namesOf(byTrack: ByTrack, track: string, from: string, to: string): string[] {
  const names: string[] = [];
  for (const transition of byTrack.get(track) ?? []) {
    const starts = from === '*' || transition.from === from;
    if (starts && transition.to.some((branch) => branch.state === to)) names.push(transition.name);
  }
  return names;
}
