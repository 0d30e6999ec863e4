/** Lives with activities that help people on to work: by how much faster they get there. Housed at month 6. */

import type { Activity } from '../../../src/domain/schema/scenario.js';
import { live, WEEKS, type Who } from '../life.js';

export type Settings = Readonly<Record<string, unknown>>;
export type Activities = Readonly<Record<string, Partial<Activity>>>;

/** The first day of a month since 1 January 2015. */
const dateOf = (month: number) =>
  `${2015 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, '0')}-01`;

/** Whole from eight hours on. */
export const kinds = {
  job_help: { label: 'Job help', acts_on: ['work', 'education'], full_hours: 8 },
  coaching: { label: 'Coaching', acts_on: ['work', 'education'], full_hours: 8 },
  any_hours: { label: 'Any hours', acts_on: ['work', 'education'], full_hours: 0 },
  guidance: { label: 'Guidance', acts_on: ['dropout', 'exam'], full_hours: 4 },
  mentor: { label: 'Mentor', acts_on: ['dropout', 'exam'], full_hours: 4 },
};

/** Months until somebody works once the labour market opens at the beginning of a month; without effects, if nothing is given. */
function waitAt(month: number, settings: Settings = {}, activities: Activities = {}, who: Who = {}): number {
  const market = [
    { from: '2015-01-01', ratio: 0 },
    { from: dateOf(month), ratio: 1 },
  ];
  const all = { 'income.work': 1e5, 'income.labour_market': market, kinds, ...settings };
  return live(all, activities, who).month('income', 'work') - month;
}

const plain = waitAt(7);

/** By how much the step to work is faster at the beginning of a month than without effects; everybody has the same chance. */
export const ratioAt = (month: number, settings: Settings, activities: Activities, who: Who = {}) =>
  plain / waitAt(month, settings, activities, who);

export const strong = { 'effects.work_men': 16, 'effects.work_women': 81, 'effects.fade_months': 12 };

/** From housing in month 6 on, for a year. */
export const help = (hours: number, more: Partial<Activity> = {}): Partial<Activity> => ({
  acts_on: undefined as never,
  kind: 'job_help',
  hours_per_week: hours,
  ...more,
});
/** The same of another kind. */
export const coach = (hours: number, more: Partial<Activity> = {}) =>
  help(hours, { kind: 'coaching', ...more });
/** From a month on, for so many months. */
export const between = (begin: number, months: number): Partial<Activity> => ({
  start: { when: { housing: 'housed' }, delay_weeks: (begin - 6) * WEEKS },
  weeks: months * WEEKS,
});
