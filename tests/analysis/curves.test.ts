import { describe, expect, it } from 'vitest';
import { type Curve, curvesOf } from '../../src/analysis/curves.js';
import { assembleResults } from '../../src/analysis/results.js';
import { SHARES } from '../../src/analysis/spread.js';
import { estimateMean, type Sums } from '../../src/analysis/uncertainty.js';
import type { DrawResult } from '../../src/simulation/results/draw-result.js';
import { seedKey } from '../../src/simulation/seed.js';
import { shippedTree, taskOf, wholeDraw } from '../shipped.js';

// So few persons that in some draws there is nobody of the smaller groups.
const tree = shippedTree('smallingerland', ['cohort.size=6', 'horizon_years=2']);
const task = taskOf(tree, { key: seedKey('1'), by: 'education', draws: 6 });
const draws = Array.from({ length: 6 }, (_, d) => wholeDraw(task, d));

/** Persons of a group in each half of a draw whom a curve counts in a month, and all its persons there. */
function sumsOf(results: ReturnType<typeof assembleResults>, curve: Curve, month: number): Sums {
  const approach = results.approaches.findIndex(({ name }) => name === curve.approach);
  const group = results.groups.indexOf(curve.subgroup);
  const { tracks, milestones } = results.approaches[approach]!.built.model;
  const states = tracks.flatMap((track) => track.states.map((state) => `${track.name} ${state}`));
  const names = curve.kind === 'occupancy' ? states : milestones.map(({ name }) => `milestone ${name}`);
  const row = names.indexOf(`${curve.track} ${curve.state}`);
  const months = results.horizonMonths + 1;
  const values = results.groups
    .slice(1)
    .flatMap((_, value) => (group === 0 || group === value + 1 ? [value] : []));
  const bySize = (of: (draw: DrawResult, leaf: number) => number) =>
    Float64Array.from(
      results.draws.flatMap((draw) =>
        [0, 1].map((half) => values.reduce((sum, value) => sum + of(draw, 2 * value + half), 0)),
      ),
    );
  return {
    counted: bySize((draw, leaf) => {
      const { occupancy, reached } = draw.approaches[approach]!;
      const counts = curve.kind === 'occupancy' ? occupancy : reached;
      return counts[(leaf * names.length + row) * months + month]!;
    }),
    of: bySize((draw, leaf) => draw.leafPersons[leaf]!),
  };
}

const total = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0);

describe('curvesOf', () => {
  it('tells every month from all persons of the group', () => {
    const results = assembleResults(task, draws);
    expect(results.draws.some(({ leafPersons }) => leafPersons.includes(0))).toBe(true);
    for (const curve of curvesOf(results)) {
      for (let month = 0; month < curve.estimate.length; month++) {
        const { counted, of } = sumsOf(results, curve, month);
        expect(curve.estimate[month]).toBe(total(counted) / total(of));
        expect([curve.parameterLow[month], curve.parameterHigh[month]]).toEqual(
          (({ low, high }) => [low, high])(estimateMean({ counted, of }, undefined, SHARES)),
        );
      }
    }
  });

  it('takes the error of a single draw from its persons', () => {
    const curves = curvesOf(assembleResults({ ...task, draws: 1 }, draws.slice(0, 1)));
    const persons = total(draws[0]!.leafPersons);
    const { estimate, mcse, parameterLow } = curves.find(({ subgroup }) => subgroup === 'all')!;
    const share = estimate[12]!;
    expect(mcse[12]).toBeCloseTo(Math.sqrt((share * (1 - share)) / persons), 14);
    expect(parameterLow[12]).toBeNaN();
  });
});
