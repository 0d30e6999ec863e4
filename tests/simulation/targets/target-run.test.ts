import { describe, expect, it } from 'vitest';
import { curvesOf } from '../../../src/analysis/curves.js';
import { assembleResults } from '../../../src/analysis/results.js';
import { scenarioWith } from '../../../src/domain/parameters/draw.js';
import type { Target } from '../../../src/domain/parameters/targets.js';
import { measureTargets } from '../../../src/simulation/targets/target-run.js';
import { shippedTree, taskOf, wholeDraw } from '../../shipped.js';

function target(metric: Target['metric'], month?: number, subgroup = 'all'): Target {
  return {
    id: 'x',
    metric,
    month,
    subgroup,
    value: 0.5,
    tolerance: 0.1,
    use: 'fit',
    label: 'assumption',
    source: 'x',
  };
}

describe('measureTargets', () => {
  const tree = { ...shippedTree('national', ['cohort.size=3000']), posterior: 'none' };
  const targets = [
    target('on_benefit', 24),
    target('paid_work', 60),
    target('work_main', 60),
    target('in_education', 60),
    target('on_benefit', 48, 'sex=women'),
    target('housing_wait'),
    target('passed_in_term'),
    target('not_done_in_term'),
    target('returned_after_exit', 12),
  ];
  const measured = measureTargets(scenarioWith(tree, new Map()), 'sequential', targets, [1, 2], 20_000);

  it('agrees with the curves of a run of the same scenario', () => {
    const results = assembleResults(taskOf(tree, { by: 'sex' }), [wholeDraw(taskOf(tree, { by: 'sex' }), 0)]);
    const curves = curvesOf(results);
    const share = (month: number, subgroup: string, ...states: string[]) =>
      curves
        .filter(
          (curve) => curve.track === 'income' && curve.subgroup === subgroup && states.includes(curve.state),
        )
        .reduce((sum, { estimate }) => sum + estimate[month]!, 0);
    const expected = [
      share(24, 'all', 'bijstand', 'bijstand_part_time'),
      share(60, 'all', 'work', 'bijstand_part_time'),
      share(60, 'all', 'work'),
      share(60, 'all', 'education'),
      share(48, 'sex=women', 'bijstand', 'bijstand_part_time'),
    ];
    expected.forEach((value, t) => {
      // Other persons: 3,000 in the run, 20,000 here, fewer women.
      const error = Math.sqrt(value * (1 - value) * (1 / 1000 + 1 / 6000));
      expect(Math.abs(measured.means[t]! - value)).toBeLessThan(4 * error);
    });
  });

  it('states the variance of its means', () => {
    const p = measured.means[0]!;
    // Of 20,000 persons those who have not turned 65 by then.
    const persons = (p * (1 - p)) / measured.variances[0]!;
    expect(persons).toBeGreaterThan(19_600);
    expect(persons).toBeLessThan(20_000);
  });

  it('measures waits, exams and returns', () => {
    expect(measured.means[5]).toBeGreaterThan(4);
    expect(measured.means[5]).toBeLessThan(8);
    expect(measured.means[6]! + measured.means[7]!).toBeLessThan(1);
    expect(measured.means[8]).toBeGreaterThan(0.05);
    expect(measured.means[8]).toBeLessThan(0.3);
  });

  it('counts people up to 64, and the state pension neither as an exit nor as one that led nowhere', () => {
    const old = ['18-24', '25-34', '35-44', '45-54'].map((band) => `cohort.composition.syria.age.${band}=0`);
    const still = ['work', 'part_time_work', 'education', 'other_exit', 'no_bijstand.syria'];
    const settings = [
      ...old,
      'cohort.composition.syria.age.55-64=1',
      'cohort.composition.syria.share=1',
      'cohort.composition.eritrea.share=0',
      'cohort.composition.other.share=0',
      ...still.map((name) => `income.${name}=0`),
    ];
    const everyone = shippedTree('national', settings);
    const { means } = measureTargets(
      scenarioWith(everyone, new Map()),
      'sequential',
      [target('returned_after_exit', 60), target('on_benefit', 108), target('paid_work', 120)],
      [1, 2],
      500,
    );
    expect(means[0]).toBeNaN();
    // Nobody leaves: of those who are not yet 65 after nine years all are on bijstand. After ten all are 65 or older.
    expect(means[1]).toBe(1);
    expect(means[2]).toBeNaN();
  });
});
