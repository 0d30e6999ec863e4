/** Checks of alternatives beyond their form. */

import { ALTERNATIVES } from '../parameters/alternatives.js';
import type { Alternative } from '../schema/alternatives.js';
import type { ConditionProblem } from './condition.js';

/** Weights may differ from a total of one by rounding alone. */
const ROUNDING = 1e-9;

/** How a total is shown: enough digits to see that it is not 1. */
const DIGITS = 10;

function checkOne(name: string, { holds, options }: Alternative): ConditionProblem[] {
  const path = [ALTERNATIVES, name];
  const at = path.join('.');
  const names = Object.keys(options);
  const sum = Object.values(options).reduce((total, { weight }) => total + weight, 0);
  return [
    ...(names.length < 2
      ? [
          {
            path: [...path, 'options'],
            message: `${at}.options: expected at least two answers, got ${names.length}`,
          },
        ]
      : []),
    ...(names.length >= 2 && Math.abs(sum - 1) > ROUNDING
      ? [
          {
            path: [...path, 'options'],
            message: `${at}.options: the weights add up to ${Number(sum.toFixed(DIGITS))}, expected 1; to let one answer hold, set ${at} to its name`,
          },
        ]
      : []),
    ...(holds === undefined || names.includes(holds)
      ? []
      : [
          {
            path: [...path, 'holds'],
            message: `${at}: no answer "${holds}"`,
            name: holds,
            candidates: names,
          },
        ]),
  ];
}

/** Whether the weights of every alternative add up, and the answers that hold are among the possible ones. */
export function checkAlternatives(
  alternatives: Readonly<Record<string, Alternative>> = {},
): ConditionProblem[] {
  return Object.entries(alternatives).flatMap(([name, each]) => checkOne(name, each));
}
