/** Results made of plain numbers, without a life: a test writes down only the arrays that it is about. */

import type { AnyMeasure, ApproachLayout, Results } from '../../src/analysis/results.js';
import { measureKey } from '../../src/domain/measures/measures.js';
import type { Model } from '../../src/engine/model/model.js';
import { type ApproachDraw, approachArrays, QUARTILES } from '../../src/simulation/results/arrays.js';
import { nothing, shapesOf } from '../../src/simulation/results/declared.js';
import type { DrawResult } from '../../src/simulation/results/draw-result.js';
import { batchPlaceCount } from '../../src/simulation/results/leaves.js';

/** Some arrays of an approach in a draw; those that are left out are empty. */
type Arrays = Partial<ApproachDraw>;

/** A draw: persons by leaf (its halves, of the whole cohort or of each group), and arrays by approach. */
interface MadeDraw {
  readonly persons: readonly number[];
  readonly approaches: readonly Arrays[];
  readonly batches?: readonly number[];
  /** Replications that are kept one by one; of as many replications. */
  readonly kept?: number;
}

interface Made {
  readonly draws: readonly MadeDraw[];
  readonly approaches?: readonly string[];
  readonly groups?: readonly string[];
  readonly measures?: readonly AnyMeasure[];
  readonly model?: unknown;
  readonly horizonMonths?: number;
  readonly meanPermitMonth?: number;
  readonly years?: readonly number[];
}

/** One cost: the bijstand, which the municipality pays. */
const rewards = [{ role: { kind: 'bijstand', component: 'bijstand' } }];

/** Results of approaches with the same measures. */
export function madeResults(made: Made): Results {
  const { measures = [], groups = ['all'], approaches = ['reference', 'own'] } = made;
  const personMeasures = measures.filter((measure) => 'reading' in measure).length;
  const leaf = made.draws[0]!.persons.length;
  const { tracks = [], milestones = [] } = (made.model ?? {}) as Partial<Model>;
  const sizes = {
    replication: made.draws[0]!.kept ?? 1,
    group: groups.length,
    leaf,
    batchPlace: batchPlaceCount(leaf),
    measure: measures.length,
    personMeasure: personMeasures,
    occupancyMeasure: measures.length - personMeasures,
    whoseMeasure: 2,
    quartile: QUARTILES.length,
    bin: (made.draws[0]!.approaches[0]!.timeCounts?.length ?? 0) / leaf,
    state: tracks.flatMap(({ states }) => states).length,
    month: (made.horizonMonths ?? 12) + 1,
    milestone: milestones.length,
    reward: rewards.length,
    booking: 1,
    year: made.years?.length ?? 0,
  };
  const layout = (name: string) => ({
    name,
    built: { rewards, model: made.model },
    measures,
    position: new Map(measures.map((measure, i) => [measureKey(measure), i])),
    personMeasures,
    shapes: shapesOf(approachArrays, sizes),
  });
  const draws = made.draws.map(({ persons, batches, kept = 1, approaches: arrays }, draw) => ({
    draw,
    leafPersons: Float64Array.from(persons),
    batches: Float64Array.from(batches ?? persons),
    replications: kept,
    kept,
    approaches: arrays.map((own) => ({
      ...nothing(approachArrays),
      ...own,
    })),
  })) as unknown as readonly DrawResult[];
  return {
    municipality: 'Made',
    task: { draws: draws.length, replications: made.draws[0]!.kept ?? 1 } as Results['task'],
    draws,
    approaches: approaches.map(layout) as unknown as readonly ApproachLayout[],
    groups,
    horizonMonths: made.horizonMonths ?? 12,
    meanPermitMonth: made.meanPermitMonth ?? 0,
    years: made.years ?? [],
    rows: undefined,
  };
}

/** Eight draws, two blocks, of which every second one is as far above the middle as the others are below it. */
export const SIGNS = [1, -1, 1, -1, 1, -1, 1, -1] as const;

/**
 * The 97.5 % point of Student's t with four degrees of freedom: those of {@link SIGNS}, whose four pairs differ, and whose
 * two blocks have pairs with the same mean.
 */
export const T4 = 2.7764;
