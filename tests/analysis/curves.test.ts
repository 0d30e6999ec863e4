import { describe, expect, it } from 'vitest';
import { type Curve, curvesOf } from '../../src/analysis/curves.js';
import { assembleResults } from '../../src/analysis/results.js';
import { errorOfDrawMean, mean, present, quantile, variance } from '../../src/analysis/statistics.js';
import { keyOfSeed } from '../../src/simulation/seed.js';
import { shippedTree, taskOf, wholeDraw } from '../shipped.js';

// So few persons that in some draws there is nobody of the smaller groups.
const tree = shippedTree('smallingerland', ['cohort.size=6', 'horizon_years=2']);
const task = taskOf(tree, { key: keyOfSeed('1'), by: 'education', draws: 6 });
const draws = Array.from({ length: 6 }, (_, d) => wholeDraw(task, d));

/** Shares by draw of a group in the state or past the milestone of a curve; NaN where nobody belongs to it. */
function sharesOf(results: ReturnType<typeof assembleResults>, curve: Curve, month: number): number[] {
  const approach = results.approaches.findIndex(({ name }) => name === curve.approach);
  const group = results.groups.indexOf(curve.subgroup);
  const { tracks, milestones } = results.approaches[approach]!.built.model;
  const states = tracks.flatMap((track) => track.states.map((state) => `${track.name} ${state}`));
  const names = curve.kind === 'occupancy' ? states : milestones.map(({ name }) => `milestone ${name}`);
  const row = names.indexOf(`${curve.track} ${curve.state}`);
  const months = results.horizonMonths + 1;
  const leaves = group === 0 ? results.groups.slice(1).map((_, leaf) => leaf) : [group - 1];
  return results.draws.map((draw) => {
    const { occupancy, reached } = draw.approaches[approach]!;
    const counts = curve.kind === 'occupancy' ? occupancy : reached;
    const counted = leaves.map((leaf) => counts[(leaf * names.length + row) * months + month]!);
    return counted.reduce((sum, count) => sum + count, 0) / draw.groupPersons[group]!;
  });
}

/** An end of the interval of shares without the chance that so many persons in each draw make. */
function endOf(shares: readonly number[], persons: readonly number[], p: number): number {
  if (shares.length < 2) return Number.NaN;
  const chance = mean(shares.map((share, d) => (share * (1 - share)) / (persons[d]! - 1)));
  const spread = variance(shares);
  // Of a single person in a draw chance cannot be told.
  const left = spread === 0 ? 0 : Number.isNaN(chance) ? 1 : Math.max(0, 1 - chance / spread);
  return mean(shares) + Math.sqrt(left) * (quantile(shares, p) - mean(shares));
}

describe('curvesOf', () => {
  it('tells every month from the draws in which somebody belongs to the group', () => {
    const results = assembleResults(task, draws);
    const curves = curvesOf(results);
    expect(results.draws.some(({ groupPersons }) => groupPersons.includes(0))).toBe(true);
    for (const curve of curves) {
      const months = Array.from(curve.estimate, (_, month) => sharesOf(results, curve, month));
      const shares = months.map(present);
      const several = shares[0]!.length > 1;
      expect(Array.from(curve.estimate)).toEqual(shares.map(mean));
      if (several) expect(Array.from(curve.mcse)).toEqual(months.map(errorOfDrawMean));
      const group = results.groups.indexOf(curve.subgroup);
      const persons = results.draws.map(({ groupPersons }) => groupPersons[group]!).filter((n) => n > 0);
      for (const [month, each] of shares.entries()) {
        const [low, high] = [0.025, 0.975].map((p) => endOf(each, persons, p));
        expect([curve.parameterLow[month], curve.parameterHigh[month]]).toEqual(
          several ? [expect.closeTo(low!, 6), expect.closeTo(high!, 6)] : [Number.NaN, Number.NaN],
        );
      }
    }
  });

  it('takes the error of a single draw from its persons', () => {
    const curves = curvesOf(assembleResults({ ...task, draws: 1 }, draws.slice(0, 1)));
    const persons = draws[0]!.groupPersons[0]!;
    const { estimate, mcse, parameterLow } = curves.find(({ subgroup }) => subgroup === 'all')!;
    const share = estimate[12]!;
    expect(mcse[12]).toBe(Math.sqrt((share * (1 - share)) / persons));
    expect(parameterLow[12]).toBeNaN();
  });
});
