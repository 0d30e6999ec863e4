/** The outcome that a pilot measures, as the command line names it. */

import { type MonthlyOutcome, monthlyOutcomeOf } from '../../analysis/outcome-by-month.js';
import { assembleResults } from '../../analysis/results.js';
import { measuresUnder } from '../../domain/measures/all.js';
import type { Measure } from '../../domain/measures/measure.js';
import { regimeOf } from '../../domain/regimes/find.js';
import { suggest } from '../../scenario/check/nearest.js';
import type { Task } from '../../simulation/task.js';
import { Refusal } from '../refusal.js';

/** A measure that is known of every person at every month. */
export interface PilotOutcome {
  readonly measure: Measure;
  readonly at: MonthlyOutcome;
}

/** The measure of that name. @throws Refusal where it cannot be measured at a month, or not under all approaches */
export function outcomeNamed(name: string, task: Task): PilotOutcome {
  const { approaches } = assembleResults(task, []);
  const hasAll = (at: MonthlyOutcome) =>
    approaches.every(({ built: { model } }) =>
      at.kind === 'occupancy'
        ? model.tracks.some((track) => track.name === at.track)
        : model.milestones.some((milestone) => milestone.name === at.milestone),
    );
  const known = measuresUnder([regimeOf(task.tree)]).flatMap((measure): PilotOutcome[] => {
    const at = monthlyOutcomeOf(measure);
    return at !== undefined && hasAll(at) ? [{ measure, at }] : [];
  });
  const found = known.find(({ measure }) => measure.name === name);
  if (found !== undefined) return found;
  const names = known.map(({ measure }) => measure.name);
  const hint = suggest(name, names);
  throw new Refusal(
    `--outcome ${name}: nothing that is known of a person at any month${hint === '' ? `; expected one of ${names.join(', ')}` : hint}`,
  );
}
