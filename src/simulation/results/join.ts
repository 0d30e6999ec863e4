/** Joins units of one parameter draw. */

import { unitsOf } from '../cohort/units.js';
import type { Task } from '../task.js';
import { approachArrays, cohortArrays } from './arrays.js';
import { joinArrays, keepReplications } from './declared.js';
import type { DrawResult } from './draw-result.js';
import { checkLayout } from './layout.js';

/** A draw with only the first replications kept separately. */
export function keepFirst(draw: DrawResult, count: number): DrawResult {
  if (draw.kept <= count) return draw;
  return {
    ...draw,
    kept: count,
    approaches: draw.approaches.map((own) => keepReplications(approachArrays, own, draw.kept, count)),
  };
}

/** Joins the units of a draw so far with the next one. @throws LayoutMismatch where their layouts differ */
export function joinUnits(left: DrawResult, right: DrawResult): DrawResult {
  checkLayout(left.layout, right);
  return {
    draw: left.draw,
    layout: left.layout,
    size: left.size,
    ...joinArrays(cohortArrays, left, right),
    replications: left.replications + right.replications,
    kept: left.kept + right.kept,
    approaches: left.approaches.map((own, a) => joinArrays(approachArrays, own, right.approaches[a]!)),
    persons: [...left.persons, ...right.persons],
  };
}

/** Gathers the units of a task, in their order, into its draws. */
export function collectDraws(task: Task): {
  readonly all: readonly DrawResult[];
  add(part: DrawResult): void;
} {
  const all: DrawResult[] = [];
  const perDraw = unitsOf(task).length / task.draws;
  let draw: DrawResult | undefined;
  let parts = 0;
  return {
    all,
    add(part) {
      draw = draw === undefined ? part : joinUnits(draw, part);
      parts += 1;
      if (parts < perDraw) return;
      all.push(draw);
      draw = undefined;
      parts = 0;
    },
  };
}
