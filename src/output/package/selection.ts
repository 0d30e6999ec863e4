/** Lists whom activities select and whom they leave aside: selection.csv. */

import type { Results } from '../../analysis/results.js';
import { askedOnTheWay, stepsTo } from '../../domain/activities/begins-after.js';
import { type SelectionShare, selectionShares } from '../../domain/activities/selection-shares.js';
import { centralScenario } from '../../domain/parameters/draw.js';
import { type Answers, answersIn } from './by-answer.js';
import { numberColumn, place, required, type Table, textColumn } from './columns.js';

interface SelectionRow extends SelectionShare {
  readonly approach: string;
  readonly activity: string;
  readonly overAnswers: string;
}

/** The shares of an activity, over all answers to the questions that they hang on. */
function sharesOf(
  { tree, posterior }: Results['task'],
  answers: readonly Answers[],
  approach: string,
  activity: string,
): SelectionShare[] {
  const under = answers.map(({ positions, weight }) => {
    const scenario = centralScenario(tree, posterior, positions);
    const steps = askedOnTheWay(scenario.approaches[approach]!, activity);
    return { weight, shares: selectionShares(scenario, steps) };
  });
  const mean = (of: (share: SelectionShare) => number, i: number) =>
    under.reduce((sum, { weight, shares }) => sum + weight * of(shares[i]!), 0);
  return under[0]!.shares.map((share, i) => ({
    ...share,
    eligible: mean(({ eligible }) => eligible, i),
    selected: mean(({ selected }) => selected, i),
  }));
}

function rowsOf(task: Results['task'], approach: string): SelectionRow[] {
  const written = task.tree.approaches[approach]!;
  return Object.keys(written.activities).flatMap((activity) => {
    const steps = stepsTo(written, activity).map((step) => written.activities[step.activity]!);
    if (steps.every((step) => step.for === undefined)) return [];
    const answers = answersIn(steps.map((step) => step.for));
    const overAnswers = [...answers[0]!.positions.keys()].join(' ');
    return sharesOf(task, answers, approach, activity).map(
      (share): SelectionRow => ({ ...share, approach, activity, overAnswers }),
    );
  });
}

/** selection.csv: a row for each value of each attribute, of every activity that is not for everybody; no rows: all are. */
export function selectionTable(results: Results): Table<SelectionRow> {
  const { task } = results;
  return {
    file: 'selection.csv',
    title: 'Whom activities select and whom they leave aside, at the permit and at central values',
    key: ['approach', 'activity', 'attribute', 'value'],
    refersTo: [{ columns: ['approach', 'activity'], file: 'approaches.csv', key: ['approach', 'part'] }],
    columns: [
      ...place<SelectionRow>(results),
      required(textColumn('activity', 'name of the activity', (r) => r.activity)),
      required(textColumn('attribute', 'attribute of people', (r) => r.attribute)),
      required(textColumn('value', 'its value', (r) => r.value)),
      required(numberColumn('cohort_share', 'share of the cohort that has it', (r) => r.ofCohort)),
      numberColumn(
        'eligible_share',
        'share of these that fits, the activities that it begins after included; empty: there are none',
        (r) => r.eligible,
      ),
      numberColumn(
        'selected_share',
        'share of these that is selected, for the activities that it begins after too; who takes part in the end, participation_share_NAME in estimates.csv tells',
        (r) => r.selected,
      ),
      textColumn(
        'over_answers',
        'open questions that the shares hang on, by their names in the scenario: they are the mean over the answers, by weight; empty: none',
        (r) => r.overAnswers,
      ),
    ],
    rows: task.approaches.flatMap((approach) => rowsOf(task, approach)),
  };
}
