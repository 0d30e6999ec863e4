/** A sweep's draw against the same draw of every point run alone: equal to the last bit, whatever is shared. */

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildApproach } from '../../../src/domain/approach.js';
import { cohortIdentity } from '../../../src/domain/attributes/people.js';
import { centralScenario, listParameters } from '../../../src/domain/parameters/draw.js';
import { centralValue } from '../../../src/domain/parameters/quantity.js';
import type { Scenario, ScenarioTree } from '../../../src/domain/schema/scenario.js';
import { replaceAt } from '../../../src/scenario/inherit/override.js';
import { loadScenario, packageLibrary } from '../../../src/scenario/load-scenario.js';
import { readNorms } from '../../../src/scenario/tables/norms.js';
import { seedKey } from '../../../src/simulation/seed.js';
import { runSweepDraw, type SweepTask } from '../../../src/simulation/sweep/sweep-draw.js';
import { referenceFirst } from '../../../src/simulation/task.js';
import { wholeDraw } from '../../shipped.js';

const library = packageLibrary();
const norms = readNorms(library);

function treeOf(...settings: string[]): ScenarioTree {
  const loaded = loadScenario(join(library.scenarios, 'alphen-chaam.yaml'), library, settings);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  return loaded.scenario.tree;
}

const base = treeOf();

function sweepOf(trees: readonly ScenarioTree[]): SweepTask {
  return {
    scenarios: trees.map((tree) => ({ tree })),
    norms,
    key: seedKey('sweep'),
    draws: 3,
    replications: 2,
  };
}

function alone(tree: ScenarioTree, draw: number) {
  const approaches = referenceFirst(tree, Object.keys(tree.approaches));
  return wholeDraw({ ...sweepOf([]), tree, approaches, persons: false }, draw);
}

const withoutParallel = {
  ...base,
  approaches: { sequential: base.approaches.sequential! },
} as ScenarioTree;

const points = {
  base,
  'a cost of the parallel approach': treeOf(
    'approaches.parallel.activities.intake.costs.0.per_participant=900',
  ),
  'an effect of activities': treeOf('effects.work_men=1.4'),
  'the same effect': treeOf('effects.work_men=1.4'),
  'a larger cohort': treeOf('cohort.size=50'),
  'another composition': treeOf('cohort.composition.syria.men=0.9'),
  'a shorter horizon': treeOf('horizon_years=6'),
  'the other reference': treeOf('reference=parallel'),
  'one approach': withoutParallel,
  'another payer': treeOf('approaches.parallel.activities.intake.costs.0.payer=state'),
  'an activity for some': treeOf('approaches.parallel.activities.intake.for={sex: [women]}'),
};

describe('a draw of a sweep', () => {
  const trees = Object.values(points);
  const draws = runSweepDraw(sweepOf(trees), 1);

  it.each(Object.keys(points).map((name, i) => [name, i] as const))(
    'gives at %s what a run gives',
    (_, i) => {
      const { result } = draws[i]!;
      const expected = alone(trees[i]!, 1);
      expect([result.draw, result.size, result.leafPersons]).toEqual([
        expected.draw,
        expected.size,
        expected.leafPersons,
      ]);
      expect(
        result.approaches.map(({ means, totals, squares, products }) => [means, totals, squares, products]),
      ).toEqual(
        expected.approaches.map(({ means, totals, squares, products }) => [means, totals, squares, products]),
      );
    },
  );

  it('lives once what points have in common', () => {
    const [atBase, cost, effect, again] = draws.map(({ result }) => result.approaches);
    // The sequential approach has no activities: neither their costs nor their effects change it.
    expect(cost![0]!.means).toBe(atBase![0]!.means);
    expect(effect![0]!.means).toBe(atBase![0]!.means);
    expect(effect![1]!.means).not.toEqual(atBase![1]!.means);
    expect(again![1]!.means).toBe(effect![1]!.means);
  });

  it('sums products with the base person by person, and knows where there are none', () => {
    expect(draws[0]!.withBase[1]).toEqual(draws[0]!.result.approaches[1]!.squares);
    const position = 0;
    const sum = draws[2]!.withBase[1]![position]!;
    expect(sum).toBeGreaterThan(0);
    expect(sum).not.toBe(draws[0]!.withBase[1]![position]);
    expect(draws[4]!.withBase[0]!.every(Number.isNaN)).toBe(true);
    // The reference of this point is the base's second approach; products go by name.
    expect(draws[7]!.withBase[0]).toEqual(draws[0]!.result.approaches[1]!.squares);
  });
});

describe('identity of cohorts and approaches', () => {
  const scenario = centralScenario(base);
  const identityOf = (each: Scenario, name: string) => buildApproach(each, name, norms).identity();
  const draw = runSweepDraw({ ...sweepOf([base]), draws: 1, replications: 1 }, 0)[0]!.result;

  it('is equal only where every life is, whichever number changes', () => {
    const same: string[] = [];
    for (const { path, quantity } of listParameters(base)) {
      // A scenario of numbers alone has the answers taken: neither questions nor what other answers would give.
      if (/^alternatives\.|\.values\./.test(path)) continue;
      const value = centralValue(quantity);
      const changed = replaceAt(scenario, path.split('.'), value === 0 ? 0.3 : value * 0.7) as Scenario;
      if (/^(horizon_years|self_sufficiency|cohort\.size)/.test(path) || path.endsWith('.phase')) continue;
      if (/\.for\.age\./.test(path)) continue;
      const unchanged = Object.keys(base.approaches).filter(
        (name) =>
          cohortIdentity(changed) === cohortIdentity(scenario) &&
          identityOf(changed, name) === identityOf(scenario, name),
      );
      if (unchanged.length === 0) continue;
      same.push(path);
      const tree = changed as unknown as ScenarioTree;
      const { approaches } = wholeDraw(
        {
          ...sweepOf([]),
          draws: 1,
          replications: 1,
          tree,
          approaches: ['sequential', 'parallel'],
          persons: false,
        },
        0,
      );
      for (const name of unchanged) {
        const a = name === 'sequential' ? 0 : 1;
        expect([path, approaches[a]!.means]).toEqual([path, draw.approaches[a]!.means]);
      }
    }
    expect(same).toContain('effects.work_men');
    expect(same).not.toContain('income.work');
  });

  it('writes numbers that JSON has no word for', () => {
    const never = { ...scenario, income: { ...scenario.income, other_exit: 0 } };
    expect(identityOf(never, 'sequential')).toContain('-Infinity');
  });
});
