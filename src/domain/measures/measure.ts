/** What a measure is, and what of an approach it is read from. */

import type { Milestone } from '../../engine/model/model.js';
import type { Reading } from './reading.js';
import type { DomainReward } from './reward.js';

/** A measure of one person; its mean over persons is what gets reported. */
export interface Measure {
  readonly name: string;
  /** Months since the permit to which the measure belongs; absent: over the whole horizon. */
  readonly month?: number;
  readonly unit: 'share' | 'months' | 'euros';
  /** Reported as the mean of this measure over the mean of another (for shares of those concerned). */
  readonly over?: string;
  /** Whether more of it is better, for the probability that an approach is better; absent: neither. */
  readonly better?: 'more' | 'less';
  readonly reading: Reading;
}

/** What of an approach its measures depend on. */
export interface Measured {
  readonly model: { readonly milestones: readonly Pick<Milestone, 'name'>[] };
  readonly rewards: readonly Pick<DomainReward, 'role'>[];
}

export function indexOfMilestone(built: Measured, name: string): number {
  return built.model.milestones.findIndex((milestone) => milestone.name === name);
}

/** Whether a milestone was reached at all. */
export function ever(milestone: number) {
  return { kind: 'reached', milestone, by: Number.POSITIVE_INFINITY } as const;
}
