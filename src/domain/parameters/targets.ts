/** What published figures a scenario is compared with, and how they follow from a life. */

import { IN_PAID_WORK, ON_BIJSTAND } from '../measures/income.js';
import { regimes } from '../regimes/all.js';
import type { Regime } from '../regimes/regime.js';
import type { labels } from './quantity.js';

/** How a published figure is measured in the people of a cohort. */
export type Question =
  /** Share in states of the income track at a month since the permit, of the people who are 18 to 64 in that month. */
  | { readonly kind: 'income_at'; readonly states: readonly string[] }
  /** Share that has come to a state of a track, before another state if one is given. */
  | { readonly kind: 'came_to'; readonly track: string; readonly state: string; readonly before?: string }
  /** Mean months to a state of a track. */
  | { readonly kind: 'wait_for'; readonly track: string; readonly state: string }
  /** Of the exits from some income states, share that is back within so many months. */
  | { readonly kind: 'returned_to'; readonly states: readonly string[] };

/**
 * What a target may measure, by name. These are not the measures of results, and share only the states of income with them: a target
 * asks what its source has counted, among the people whom the source counts, and needs no uncertainty. Shares at a month are of people
 * who are 18 to 64 in that month, as CBS counts them: people who turn 65 drop out of it.
 */
const commonMetrics = {
  /** With bijstand, also beside part-time work. */
  on_benefit: { kind: 'income_at', states: ON_BIJSTAND },
  /** In paid work, also beside bijstand. */
  paid_work: { kind: 'income_at', states: IN_PAID_WORK },
  /** With work as the main source of income: paid work without bijstand. */
  work_main: { kind: 'income_at', states: ['work'] },
  /** In education with student finance. */
  in_education: { kind: 'income_at', states: ['education'] },
} as const satisfies Readonly<Record<string, Question>>;

/** Metrics that are listed after those of the law. */
const furtherMetrics = {
  /** From permit to house. */
  housing_wait: { kind: 'wait_for', track: 'housing', state: 'housed' },
  /** From leaving bijstand, also for part-time work beside it, to coming back. */
  returned_after_exit: { kind: 'returned_to', states: ON_BIJSTAND },
} as const satisfies Readonly<Record<string, Question>>;

type Metrics = Readonly<Record<string, Question>>;

/** What a target of a scenario under some laws may measure, by name. */
export function metricsUnder(laws: readonly Pick<Regime, 'targets'>[]): Metrics {
  const ofLaws = laws.flatMap(({ targets }) =>
    targets.map(({ metric, ...question }) => [metric, { kind: 'came_to', ...question }] as const),
  );
  return { ...commonMetrics, ...Object.fromEntries(ofLaws), ...furtherMetrics };
}

/** The same under any law. */
export const targetMetrics = metricsUnder(regimes);

/** Unit of what a target measures. */
export function unitOfMetric(metric: string): 'share' | 'months' {
  return targetMetrics[metric]!.kind === 'wait_for' ? 'months' : 'share';
}

/** Whether a metric needs a month. */
export function isDated(metric: string): boolean {
  return ['income_at', 'returned_to'].includes(targetMetrics[metric]!.kind);
}

/** A published figure. */
export interface Target {
  readonly id: string;
  /** A key of `targetMetrics`. */
  readonly metric: string;
  /** "all", or attribute=value. */
  readonly subgroup: string;
  /** Months since the permit (or since the exit); undefined: not of a moment. */
  readonly month: number | undefined;
  readonly value: number;
  /** How far the cohort's mean may be off. */
  readonly tolerance: number;
  /** Only targets for `fit` may move a parameter; those for `validation` are compared with the result. */
  readonly use: 'fit' | 'validation';
  readonly label: (typeof labels)[number];
  readonly source: string;
}
