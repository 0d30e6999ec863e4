/** The words in which approaches.csv describes an activity, each a line that can be read back. */

import { linksOf } from '../../domain/activities/begins-after.js';
import { targetsOf, teaches } from '../../domain/activities/kinds.js';
import type { listParameters } from '../../domain/parameters/draw.js';
import { centralValue, isAnnotated, labels, type Quantity } from '../../domain/parameters/quantity.js';
import type { ScenarioTree } from '../../domain/schema/scenario.js';
import { byAnswer } from './by-answer.js';

type Activity = ScenarioTree['approaches'][string]['activities'][string];

/** A condition of a scenario as one line: `housing = housed and (plan = finished or ...)`. */
export function describeCondition(node: unknown): string {
  if (typeof node !== 'object' || node === null) return String(node);
  const parts = Object.entries(node).map(([key, value]): string => {
    const list = Array.isArray(value) ? value : [value];
    if (key === 'all') return list.map(describeCondition).join(' and ');
    if (key === 'any') return `(${list.map(describeCondition).join(' or ')})`;
    if (key === 'not') return `not (${describeCondition(value)})`;
    return `${key} = ${list.join(' or ')}`;
  });
  return parts.join(' and ');
}

/**
 * Who may take part and who of them is selected, as one line: `activity jobcoach = taking_part and age = 18 to 29 and share = 0.3`; empty:
 * everybody.
 */
export function describeWho(approach: ScenarioTree['approaches'][string], name: string): string {
  const { part_of: parts = {}, share, selection, age, ...asked } = approach.activities[name]!.for ?? {};
  const items = [
    ...linksOf(approach, name).map(({ activity, states }) => `activity ${activity} = ${states.join(' or ')}`),
    ...(age === undefined ? [] : [`age = ${age.from} to ${age.to}`]),
    ...Object.entries(asked).map(([name, values]) => `${name} = ${[values].flat().join(' or ')}`),
    ...Object.entries(parts).flatMap(([name, byValue = {}]) =>
      Object.entries(byValue).map(([value, part]) => `${name} ${value} = ${central(part)}`),
    ),
    ...(share === undefined ? [] : [`share = ${central(share)}`]),
    ...(selection === undefined ? [] : [`${selection.on} = ${central(selection.accuracy)}`]),
  ];
  return items.join(' and ');
}

/** When aftercare starts; empty: there is none. */
export function aftercareOf({ aftercare_weeks: behind, aftercare }: Activity): string {
  return behind === undefined ? (aftercare?.starts ?? '') : 'end';
}

/** How sure the numbers of an activity are: how many have each label, as `assumption 3, published 1`. */
export function describeLabels(numbers: ReturnType<typeof listParameters>, path: string): string {
  const own = numbers.filter((parameter) => parameter.path.startsWith(`${path}.`));
  const counts = own.map(({ quantity }) => (isAnnotated(quantity) ? quantity.label : undefined));
  return labels
    .flatMap((label) => {
      const count = counts.filter((each) => each === label).length;
      return count > 0 ? [`${label} ${count}`] : [];
    })
    .join(', ');
}

/** A number at its central value; NaN: there is none. */
export const central = (quantity: Quantity | undefined) =>
  quantity === undefined ? Number.NaN : centralValue(quantity);

/** The numbers of an activity that hang on an open question, by answer: `weeks = 13 (when: early) or 26 (when: late); share = ...`. */
export function describeAnswers(activity: Activity): string {
  const { for: who = {}, outflow = {}, start } = activity;
  const numbers: Readonly<Record<string, Quantity | undefined>> = {
    delay_weeks: start.delay_weeks,
    weeks: activity.weeks,
    hours_per_week: activity.hours_per_week,
    share: who.share,
    ...Object.fromEntries(
      Object.entries(who.part_of ?? {}).flatMap(([name, byValue = {}]) =>
        Object.entries(byValue).map(([value, part]) => [`${name} ${value}`, part]),
      ),
    ),
    prospects: who.selection?.accuracy,
    aftercare_weeks: activity.aftercare_weeks ?? activity.aftercare?.weeks,
    resumes_within_weeks: activity.resumes_within_weeks,
    ...Object.fromEntries(
      Object.entries(outflow).map(([to, share]) => [to === 'voluntary_weeks' ? to : `to_${to}`, share]),
    ),
  };
  return Object.entries(numbers)
    .flatMap(([name, quantity]) => {
      const values = byAnswer(quantity).map(({ answers, value }) => {
        const said = answers.map(({ alternative, option }) => `${alternative.split('.').at(-1)}: ${option}`);
        return `${value} (${said.join(', ')})`;
      });
      return values.length === 0 ? [] : [`${name} = ${values.join(' or ')}`];
    })
    .join('; ');
}

/** What an activity acts on, the language it teaches in lessons included. */
export function actsOn(tree: ScenarioTree, activity: Activity): string {
  const targets = targetsOf(tree, activity);
  return [...(teaches(tree, activity) && !targets.includes('language') ? ['language'] : []), ...targets].join(
    ' ',
  );
}
