/** What each measure counts: one definition for everybody who asks, held to the names that results have by a test. */

import type { ScenarioTree } from '../../domain/schema.js';

/** A measure and what it counts. */
export interface Definition {
  readonly measure: string;
  readonly unit: 'months' | 'share' | 'euros' | 'calendar year';
  readonly definition: string;
}

const persons = 'Share of all persons';

const time = (name: string, of: string): Definition => ({
  measure: `months_to_self_sufficiency_${name}`,
  unit: 'months',
  definition: `Months from the permit until ${of} of all persons are self-sufficient: the start of their first spell in the states that count, without a break, of the length that self_sufficiency asks for. Counted by sixteenths of a month (about two days), spread evenly within each; empty: not within the horizon.`,
});

/** An amount, nominal and discounted. */
const money = (measure: string, definition: string): Definition[] => [
  { measure, unit: 'euros', definition: `${definition} Nominal, euros a person over the whole horizon.` },
  { measure: `${measure}_discounted`, unit: 'euros', definition: 'The same, each amount discounted.' },
];

const paidBy = (payer: string): Definition => ({
  measure: `programme_cost_${payer}`,
  unit: 'euros',
  definition: `The part of programme_cost that ${payer} pays, nominal.`,
});

const share = (measure: string, definition: string): Definition => ({ measure, unit: 'share', definition });

const reason = (name: string): Definition =>
  share(
    `dropout_share_for_${name}`,
    `${persons} that ever left a course or activity before its end for this reason.`,
  );

/** Of a course or activity. */
function taking(name: string, what: string): Definition[] {
  return [
    share(`participation_share_${name}`, `${persons} that ever took part in ${what}.`),
    share(
      `dropout_share_${name}`,
      `Share of those who ever took part in ${what} that left it before its end at least once; who left for work, or at the state pension age, is not counted.`,
    ),
  ];
}

const common: readonly Definition[] = [
  {
    measure: 'months_to_self_sufficiency_restricted_mean',
    unit: 'months',
    definition:
      'Mean months from the permit to self-sufficiency (the start of the first spell that lasts as long as self_sufficiency asks for); who is not there by the horizon counts with the horizon.',
  },
  time('p25', 'a quarter'),
  time('median', 'half'),
  time('p75', 'three quarters'),
  share(
    'self_sufficient_share',
    `${persons} that have become self-sufficient by the month, whatever became of them afterwards.`,
  ),
  share('bijstand_share', `${persons} that are on bijstand at the month, beside part-time work or without.`),
  share(
    'working_share',
    `${persons} that are in paid work at the month; part-time work beside bijstand counts.`,
  ),
  {
    measure: 'bijstand_months',
    unit: 'months',
    definition: 'Months on bijstand, beside part-time work or without, over the whole horizon.',
  },
  {
    measure: 'work_months',
    unit: 'months',
    definition: 'Months in paid work over the whole horizon; part-time work beside bijstand counts.',
  },
  ...money('bijstand_cost', 'Gross bijstand that the municipality pays, less what is cut and set off.'),
  ...money(
    'programme_cost',
    'Activities, social guidance and loans for the course, less fines and repayment, by all payers.',
  ),
  ...['municipality', 'state', 'duo', 'other'].map(paidBy),
  ...money('net_balance', 'Minus bijstand_cost and programme_cost: more is better.'),
  share(
    'passed_in_term_share',
    `${persons} that passed the exam and never were overdue (neither passed nor exempt when the statutory term ended).`,
  ),
  share('passed_share', `${persons} that passed the exam within the horizon, in the term or after it.`),
  share('exempt_share', `${persons} that were ever exempt from the duty (ontheffing).`),
  share(
    'not_done_in_term_share',
    `${persons} that were ever overdue: neither passed nor exempt when the statutory term ended.`,
  ),
  share('dropout_share_any', `${persons} that ever left a course or activity before its end.`),
  ...['health', 'family', 'motivation'].map(reason),
  share(
    'ever_working_share',
    `${persons} that were ever in paid work; part-time work beside bijstand counts.`,
  ),
  share(
    'relapse_share',
    'Share of those who were ever in paid work (part-time work beside bijstand counts) that went from work straight back to bijstand at least once. Losing part-time work beside bijstand, and coming back from education or other income, is not counted.',
  ),
  share('sanction_share', `${persons} whose bijstand was ever cut (maatregel).`),
  {
    measure: 'break_even_month',
    unit: 'months',
    definition:
      'Months from the mean permit of the cohort from which on the cumulative saving in discounted costs against the reference stays at or above zero; empty: not within the horizon.',
  },
  {
    measure: 'break_even_year',
    unit: 'calendar year',
    definition: 'The calendar year that contains break_even_month.',
  },
  share(
    'break_even_probability',
    'Share of the parameter draws in which the approach is earned back within the horizon.',
  ),
];

/** The definitions of all measures that results of a scenario have, its activities included. */
export function measureDefinitions({ approaches }: Pick<ScenarioTree, 'approaches'>): Definition[] {
  const activities = new Map(
    Object.values(approaches).flatMap((approach) =>
      Object.entries(approach.activities).map(([name, { label }]) => [name, label] as const),
    ),
  );
  return [
    ...common,
    ...taking('course', 'the statutory course'),
    ...[...activities].flatMap(([name, label]) => taking(name, `"${label}"`)),
  ];
}
