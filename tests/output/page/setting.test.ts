/** A setting of a page: what it makes of a scenario and of shares, and what of a posterior a page holds. */

import { describe, expect, it } from 'vitest';
import type { ScenarioTree } from '../../../src/domain/schema/scenario.js';
import { asSetting, withChanges } from '../../../src/output/page/change.js';
import { sharesWith } from '../../../src/output/page/composition.js';
import { linkOf, settingOf } from '../../../src/output/page/link.js';
import { type Control, packPosterior, unpackPosterior } from '../../../src/output/page/page-data.js';
import { taskUnder } from '../../../src/output/page/task-of-setting.js';
import type { Task } from '../../../src/simulation/task.js';

const hours = { value: 24, low: 12, high: 24, unit: 'hours a week' };
const ratio = { value: 0.5, low: 0.4, high: 0.6 };
const tree = {
  horizon_years: 10,
  cohort: { size: { value: 400, unit: 'persons' } },
  jas: { hours },
  plan: {
    hours: {
      ...{ value: 12, low: 4.8, high: 14.4, unit: 'hours a week' },
      tie: { to: 'jas.hours', of: hours, ratios: [{ path: 'plan.hours.ratio', quantity: ratio }] },
    },
  },
} as unknown as ScenarioTree;
const posterior = {
  paths: ['jas.hours', 'other'],
  rows: 3,
  values: Float64Array.of(20, 1, 21, 2, 22, 3),
  central: Float64Array.of(21, 2),
};

describe('a number set in a page', () => {
  it('has no range, leaves the posterior, and takes what is tied to it along', () => {
    const set = { value: 30, distribution: 'fixed', unit: 'hours a week' };
    const changed = withChanges(tree, posterior, { 'jas.hours': 30, horizon_years: 7 });
    expect(changed.tree).toMatchObject({
      horizon_years: 7,
      jas: { hours: set },
      // 30 hours times the ratio: 0.5 (0.4 to 0.6).
      plan: { hours: { value: 15, low: 12, high: 18, tie: { of: set } } },
    });
    expect(changed.tree).not.toHaveProperty('jas.hours.low');
    expect(changed.posterior).toEqual({
      paths: ['other'],
      rows: 3,
      values: Float64Array.of(1, 2, 3),
      central: Float64Array.of(2),
    });
    expect(tree).toMatchObject({ horizon_years: 10, jas: { hours } });
  });

  it('comes with its section where the scenario lacks that', () => {
    expect(withChanges(tree, undefined, { 'jas.for.share': 0 }).tree).toMatchObject({
      jas: { for: { share: { value: 0 } } },
    });
    expect(asSetting(tree, 'jas.for.share', 0)).toEqual({ path: 'jas.for', value: { share: 0 } });
    expect(asSetting(tree, 'jas.hours', 30)).toEqual({ path: 'jas.hours', value: 30 });
  });

  it('takes as many replications as the command line would', () => {
    const base = { tree, posterior, draws: 64, replications: 2 } as unknown as Task;
    // 600 persons a draw: 600 / 40 = 15; 10,000 persons in all are fewer.
    expect(taskUnder(base, { 'cohort.size': 40 }, true).replications).toBe(15);
    expect(taskUnder(base, { 'cohort.size': 40 }, false).replications).toBe(2);
  });
});

it('shares keep their proportions beside the one that is set, and make one', () => {
  expect(sharesWith({ a: 0.5, b: 0.3, c: 0.2 }, 'a', 0.75)).toEqual({ a: 0.75, b: 0.15, c: 0.1 });
  expect(sharesWith({ a: 1, b: 0, c: 0 }, 'a', 0.5)).toEqual({ a: 0.5, b: 0.25, c: 0.25 });
  const thirds = sharesWith({ a: 0.1, b: 1, c: 1, d: 1 }, 'a', 0);
  expect(thirds).toEqual({ a: 0, b: 0.3333, c: 0.3333, d: 0.3334 });
});

it('a link holds a setting, and nothing that the page does not have', () => {
  const controls = [{ path: 'a.b', least: 0, most: 2 }] as Control[];
  expect(settingOf(`#${linkOf({ 'a.b': 1.25 })}`, controls)).toEqual({ 'a.b': 1.25 });
  expect(settingOf('#a.b=3&c=1&__proto__=1&a.b=', controls)).toEqual({});
  expect(settingOf('#a.b=%3Cb%3E', controls)).toEqual({});
});

it('a page holds the rows of the posterior that its draws take, to the last bit', () => {
  const packed = packPosterior({ ...posterior, values: posterior.values.map((x) => x / 3) }, [1, 2], 2);
  expect(packed.used).toHaveLength(2);
  const { values, ...rest } = unpackPosterior(packed);
  expect(rest).toEqual({ paths: posterior.paths, rows: 3, central: posterior.central });
  for (let row = 0; row < 3; row++) {
    const own = [...values.subarray(2 * row, 2 * row + 2)];
    const is = [posterior.values[2 * row]! / 3, posterior.values[2 * row + 1]! / 3];
    expect(own).toEqual(packed.used.includes(row) ? is : [Number.NaN, Number.NaN]);
  }
});
