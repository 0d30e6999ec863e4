/** Entry of a worker thread: runs the parameter draws it is handed. */

import { runDraw } from './draw-run.js';
import { type PointDraw, runSweepDraw, type SweepTask } from './sweep-draw.js';
import type { DrawResult, Task } from './task.js';

/** Runs one parameter draw of a task. */
export default function work({ task, draw }: { task: Task; draw: number }): DrawResult {
  return runDraw(task, draw);
}

/** Runs one parameter draw of the points of a sweep. */
export function workOnSweep({ task, draw }: { task: SweepTask; draw: number }): PointDraw[] {
  return runSweepDraw(task, draw);
}
