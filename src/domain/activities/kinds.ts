/** Kinds of activities: what an activity acts on, and how much of the effect its hours give. */

import type { Activity, Scenario, ScenarioTree } from '../schema/scenario.js';

/** A scenario with or without drawn numbers. */
type Kinds = Pick<ScenarioTree | Scenario, 'kinds' | 'law'>;
type OfKind = Pick<Activity, 'acts_on' | 'kind'>;

/** What a kind of activities acts on: what it says itself, or what the law says of it; undefined where neither does. */
export function targetsOfKind({ kinds, law }: Kinds, kind: string): readonly string[] | undefined {
  return kinds?.[kind]?.acts_on ?? law?.acts_on?.[kind];
}

/** What an activity acts on: what it says itself, or what its kind does. */
export function targetsOf(scenario: Kinds, { acts_on: own, kind }: OfKind): readonly string[] {
  return own ?? (kind === undefined ? undefined : targetsOfKind(scenario, kind)) ?? [];
}

/**
 * The part of an effect that an activity has: its hours over those from which the effect is whole, at most 1. An activity without
 * a kind has the whole effect, whatever its hours.
 */
export function doseOf(
  { kinds }: Scenario,
  { kind, hours_per_week: hours }: Pick<Activity, 'kind' | 'hours_per_week'>,
): number {
  const full = kind === undefined ? 0 : kinds![kind]!.full_hours;
  return full > 0 ? Math.min(1, hours / full) : 1;
}

/** What an hour of it teaches beside the course, over an hour of the course; undefined: it is of no kind that gives lessons. */
export function lessonsOf<Of extends Kinds>(
  { kinds }: Of,
  { kind }: OfKind,
): NonNullable<Of['kinds']>[string]['lesson_return'] {
  return kind === undefined ? undefined : kinds?.[kind]?.lesson_return;
}

/** Whether the language is learned in an activity: it acts on it, or gives lessons. */
export function teaches(scenario: Kinds, activity: OfKind): boolean {
  return targetsOf(scenario, activity).includes('language') || lessonsOf(scenario, activity) !== undefined;
}
