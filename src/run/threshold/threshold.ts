/** From what value of a number on the difference between approaches turns; or of two numbers, along which border. */

import { join } from 'node:path';
import { findBorder, type NumberPair } from '../../analysis/decision/border.js';
import { findThreshold, type Range } from '../../analysis/decision/threshold.js';
import type { Estimated } from '../../analysis/uncertainty.js';
import { measureKey } from '../../domain/measures/measures.js';
import { inputsOf } from '../../domain/parameters/inputs.js';
import { borderTable, type FoundBorder, latticeTable } from '../../output/border.js';
import type { Language } from '../../output/language.js';
import type { AnalysisOf, GivenAnswer } from '../../output/sensitivity.js';
import { type FoundThreshold, readingsTable, thresholdTable } from '../../output/threshold.js';
import type { PointDraw } from '../../simulation/sweep/sweep-draw.js';
import { type Caller, countSteps } from '../caller.js';
import { hashOfTask, identityOfResults } from '../plan/identity.js';
import type { SimulationOptions } from '../plan/options.js';
import { Refusal } from '../refusal.js';
import { type Named, namedOf } from '../scenarios/number-names.js';
import {
  analysisOf,
  noteWarnings,
  openAnalysis,
  withJournal,
  writeAnalysis,
} from '../sensitivity/analysis.js';
import { givenOf } from '../sensitivity/given.js';
import { measureNamed, sayMeasure } from '../sensitivity/measure.js';
import { checkpointPath, refuseOthers } from '../simulate/checkpoint.js';
import { hasNothingToDo } from '../simulate/complete.js';
import { planSweep } from '../sweep/points.js';
import { slugOf } from '../write/results-folder.js';
import { rangeOf } from './range.js';
import { follow, type Search } from './search.js';

export interface ThresholdOptions extends SimulationOptions {
  readonly measure: string;
  readonly at: number;
  /** Ends of the values that are looked through; undefined: the range of the number. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** Path of another number, for the border in both. */
  readonly against: string | undefined;
  readonly set: readonly string[];
}

/** What was looked for. */
interface Looked extends AnalysisOf {
  readonly folder: string;
  /** What is compared, as sentences name it. */
  readonly sayMeasure: (language: Language) => string;
  readonly named: Named;
  readonly path: string;
  readonly target: number;
  readonly range: Range;
  /** The central value of the number, as the file has it; NaN of a group of numbers. */
  readonly central: number;
  /** The answer under which alone the number is used; undefined: it is under any. */
  readonly given: GivenAnswer | undefined;
}

/** A finished search. */
export interface ThresholdOutcome extends Looked {
  readonly found: readonly FoundThreshold[];
  readonly border?: undefined;
}

/** A finished search in two numbers. */
export interface BorderOutcome extends Looked {
  readonly against: { readonly path: string; readonly range: Range };
  readonly border: readonly FoundBorder[];
}

/**
 * Finds where the difference between each approach and the reference crosses a target as one number goes through its range, all else
 * as in every parameter draw, and writes threshold.csv, readings.csv and what goes with them; or the border in two numbers, which goes
 * into border.csv and lattice.csv. Finished draws are kept in a journal next to the folder until it is complete.
 *
 * @returns undefined where the results were complete already
 */
export async function threshold(
  file: string,
  path: string,
  options: ThresholdOptions,
  caller: Caller,
): Promise<ThresholdOutcome | BorderOutcome | undefined> {
  const opened = openAnalysis(file, options);
  const { scenario, task, tables } = opened;
  const measure = measureNamed(options.measure, task);
  if (measure.unit === 'share' && Math.abs(options.at) > 1)
    throw new Refusal(
      `--at ${options.at}: ${options.measure} is a share, of which differences lie from -1 to 1; did you mean ${Number((options.at / 100).toPrecision(6))}, which is ${options.at} percentage points?`,
    );
  const { range, central } = rangeOf(scenario, path, options);
  if (options.against === path)
    throw new Refusal(`--against ${path}: is the number itself; expected another one`);
  const other =
    options.against === undefined
      ? undefined
      : { path: options.against, range: rangeOf(scenario, options.against, {}).range };
  const about = [{ path, range }, ...(other === undefined ? [] : [other])];
  const fingerprint = hashOfTask([task, 'threshold', measureKey(measure), options.at, about]);
  const identity = identityOfResults(fingerprint, options);
  const name = `threshold-${slugOf(file)}-${about.map((each) => slugOf(each.path)).join('-against-')}`;
  const folder = join(options.out, name);
  if (hasNothingToDo(folder, identity, options, caller)) return undefined;
  const at = { path: checkpointPath(options.out, name), fingerprint };
  refuseOthers(folder, at, options);
  // The schema bounds a number on either side, so that what holds at all ends holds between them.
  const set = about.map((each) => `${each.path}=${each.range.low},${each.range.high}`);
  const plan = planSweep(scenario, { ...options, set }, tables);
  const warnings = noteWarnings(opened, caller, plan.warnings);
  const steps = countSteps(caller, 0, false);
  const { signal } = caller;
  const { at: target } = options;
  const threads = { ...options, workers: Math.min(options.workers, task.draws) };
  return withJournal<PointDraw[], ThresholdOutcome | BorderOutcome>(
    opened,
    at,
    threads,
    caller,
    async (pool, journal) => {
      const { changes } = plan.points[1]!;
      const number = inputsOf(scenario.tree, scenario.posterior).find((each) => each.path === path);
      const search: Search = { pool, scenario, task, measure, changes, journal, steps, signal };
      const known = new Map<string, Estimated[]>();
      const of = analysisOf(opened, measure);
      const looked = {
        ...of,
        folder,
        sayMeasure: (language: Language) => sayMeasure(measure, language),
        named: namedOf(scenario),
        path,
        target,
        range,
        central,
        given: number === undefined ? undefined : givenOf(scenario.tree, number),
      };
      const found: FoundThreshold[] = [];
      const border: FoundBorder[] = [];
      for (const [i, approach] of task.approaches.slice(1).entries()) {
        if (other === undefined) {
          const asking = findThreshold({ range, target });
          const own = await follow(
            search,
            asking,
            (value) => [value],
            (told) => told[i]!,
            known,
          );
          found.push({ approach, threshold: own });
        } else {
          const asking = findBorder({ x: range, y: other.range, target });
          const placeOf = ({ x, y }: NumberPair) => [x, y];
          const own = await follow(search, asking, placeOf, (told) => told[i]!, known);
          border.push({ approach, border: own });
        }
      }
      const written =
        other === undefined
          ? [thresholdTable(looked, found), readingsTable(looked, found)]
          : [borderTable(looked, other, border), latticeTable(looked, other, border)];
      const title = `from what value of ${about.map((each) => each.path).join(' and ')} on the difference between the approaches turns`;
      const own = [
        `path=${path}`,
        `measure=${of.measure}`,
        `at=${target}`,
        `from=${range.low}`,
        `to=${range.high}`,
        ...(other === undefined ? [] : [`against=${other.path}`]),
      ];
      writeAnalysis(folder, written, opened, { title, settings: own, warnings, identity }, options, caller);
      journal.remove();
      return other === undefined ? { ...looked, found } : { ...looked, against: other, border };
    },
  );
}
