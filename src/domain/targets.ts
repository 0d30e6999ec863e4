/** What published figures a scenario is held against, and how they follow from a life. */

import type { People } from './attributes/person.js';
import type { labels } from './parameters/quantity.js';

/**
 * What a target measures: a share of the subgroup, or months of it. Shares at a month since the permit are of people who are
 * 18 to 64 in that month, as CBS counts them: who turns 65 leaves them.
 */
export const targetMetrics = {
  /** Share with bijstand, also beside part-time work, at a month since the permit. */
  on_benefit: 'share',
  /** Share in paid work, also beside bijstand, at a month since the permit. */
  paid_work: 'share',
  /** Share with work as the main source of income at a month: paid work without bijstand. */
  work_main: 'share',
  /** Share in education with student finance at a month since the permit. */
  in_education: 'share',
  /** Share that passed before the end of the statutory term. */
  passed_in_term: 'share',
  /** Share neither passed nor exempt at the end of the statutory term. */
  not_done_in_term: 'share',
  /** Mean wait from permit to house. */
  housing_wait: 'months',
  /** Of exits from bijstand, share back in bijstand within so many months. */
  returned_after_exit: 'share',
} as const;

export type TargetMetric = keyof typeof targetMetrics;

/** Metrics that need a month. */
export const dated: readonly TargetMetric[] = [
  'on_benefit',
  'paid_work',
  'work_main',
  'in_education',
  'returned_after_exit',
];

/** A published figure. */
export interface Target {
  readonly id: string;
  readonly metric: TargetMetric;
  /** "all", or attribute=value. */
  readonly subgroup: string;
  /** Months since the permit (or since the exit); undefined: not of a moment. */
  readonly month: number | undefined;
  readonly value: number;
  /** How far the cohort's mean may be off. */
  readonly tolerance: number;
  /** Only targets for `fit` may move a parameter; those for `validation` are held against the result. */
  readonly use: 'fit' | 'validation';
  readonly label: (typeof labels)[number];
  readonly source: string;
}

/** The place of an attribute, and of its value, that a subgroup's name stands for; undefined: everybody, or no such subgroup. */
export function subgroupOf(name: string, { attributes }: People): { at: number; value: number } | undefined {
  const [attribute, value] = name.split('=');
  const at = attributes.findIndex((each) => each.name === attribute);
  const place = attributes[at]?.values.indexOf(value ?? '') ?? -1;
  return place < 0 ? undefined : { at, value: place };
}

/** Names that a target may have for a subgroup. */
export function subgroupNames({ attributes }: People): string[] {
  return ['all', ...attributes.flatMap(({ name, values }) => values.map((value) => `${name}=${value}`))];
}
