/** What is in force at the points of a sweep. */

import { describe, expect, it } from 'vitest';
import { planSweep } from '../../../src/run/sweep/points.js';
import { folderWith } from '../../scenario/temporary-folder.js';
import { activity, approach, loaded, price, twins } from '../../scenario/twins.js';

const ofA = 'approaches.a.activities.coach.costs.0.per_month';
const ofB = 'approaches.b.activities.coach.costs.0.per_month';
const ratio = `${ofB}.ratio`;

describe('the values in force at a point', () => {
  // a: the price; b: half of it.
  const scenario = loaded(
    twins(
      approach(activity('{ same_as: numbers.price }')),
      approach(
        activity('{ same_as: numbers.price, ratio: { value: 0.5, low: 0.25, high: 1, label: assumption } }'),
      ),
      `numbers: { price: ${price} }`,
    ),
  );
  const paths = ['numbers.price', ofA, ofB, ratio];
  const planned = (text: string) => {
    const folder = folderWith({ 'design.yaml': text });
    const { values } = planSweep(scenario, { set: [], design: `${folder}/design.yaml`, seed: '1' });
    return values.map((each) => paths.map((path) => each.get(path)));
  };

  it('are those of tied numbers too, and of the ratios of ties', () => {
    const points = planned(
      `kind: one_at_a_time\npaths: { numbers.price: [100], ${ofA}: [7], ${ofB}: [8], ${ratio}: [0.25] }\n`,
    );
    expect(points).toEqual([
      [300, 300, 150, 0.5],
      [100, 100, 50, 0.5],
      [300, 7, 150, 0.5],
      // A number of its own has no ratio.
      [300, 300, 8, undefined],
      [300, 300, 75, 0.25],
    ]);
  });

  it('are those of what a what-if names, removes or ties anew', () => {
    const points = planned(`kind: what_ifs
points:
  - { name: narrow, set: { numbers.price: { value: 40, low: 30, high: 50, label: assumption } } }
  - { name: both, set: { ${ofB}: { same_as: ${ofA} }, ${ofA}: 12 } }
  - { name: none, set: { approaches.a.activities: ~, ${ratio}: 1 } }
`);
    expect(points).toEqual([
      [300, 300, 150, 0.5],
      [40, 40, 20, 0.5],
      [300, 12, 12, undefined],
      [300, undefined, 300, 1],
    ]);
  });

  it('are the central values of the posterior, times the ratio of a tie to one of its numbers', () => {
    const tied = loaded(
      twins(
        approach(activity('10')),
        approach(activity('10')),
        'income: { part_time_work: { same_as: income.work, ratio: 0.5 } }',
      ),
    );
    const { values } = planSweep(tied, {
      set: ['income.work=0.02', 'income.part_time_work.ratio=1,2'],
      seed: '1',
    });
    const at = (point: number) => [...values[point]!.values()];
    const central = tied.posterior!.central[tied.posterior!.paths.indexOf('income.work')]!;
    expect(values[0]!.get('income.work')).toBe(central);
    expect([at(1), at(2)]).toEqual([
      [0.02, 1],
      [0.02, 2],
    ]);
  });
});
