/** What a sensitivity analysis is of: the difference of each approach with the reference, or the measure of one approach itself. */

import { suggest } from '../../scenario/check/nearest.js';
import type { Task } from '../../simulation/task.js';
import { Refusal } from '../refusal.js';

/** How differences are asked for. */
export const DIFFERENCE = 'difference';

/** The measure of an approach, less that of the reference or by itself. */
export interface Subject {
  /** Place of the approach; the reference is at 0. */
  readonly approach: number;
  readonly isOwn: boolean;
}

/** Places of all approaches that are in what is analysed. */
export const usersOf = (subjects: readonly Subject[]): number[] => [
  ...new Set(subjects.flatMap(({ approach, isOwn }) => (isOwn ? [approach] : [0, approach]))),
];

/** What is analysed. @param of `difference`, or the name of an approach @throws Refusal where there is no such approach */
export function subjectsOf({ tree, approaches }: Pick<Task, 'tree' | 'approaches'>, of: string): Subject[] {
  if (of === DIFFERENCE) return approaches.slice(1).map((_, i) => ({ approach: i + 1, isOwn: false }));
  const approach = approaches.indexOf(of);
  if (approach >= 0) return [{ approach, isOwn: true }];
  const names = [DIFFERENCE, ...approaches];
  const hint = suggest(of, names);
  throw new Refusal(
    `--of ${of}: no approach of ${tree.name}${hint === '' ? `; expected one of ${names.join(', ')}` : hint}`,
  );
}
