/** Assumptions tried one by one at both ends of their ranges. */

import { expect, it } from 'vitest';
import { inputsOf } from '../../../src/domain/parameters/inputs.js';
import { candidatesOf, tryAssumptions } from '../../../src/run/write/tried.js';
import { shippedScenario, taskOf } from '../../shipped.js';

const { tree, ...loaded } = shippedScenario('leiden');
const posterior = loaded.posterior!;
const inputs = inputsOf(tree, posterior);
const named = (...paths: string[]) => paths.map((path) => inputs.find((input) => input.path === path)!);

it('tells what an assumption does to the balance, and that what no activity uses does nothing', () => {
  const fee = 'approaches.parallel.activities.jas.costs.0.per_month';
  // No activity of Leiden acts on health.
  const [tried] = tryAssumptions(taskOf(tree, { posterior: posterior! }), named(fee, 'effects.health'));
  const [ofFee, ofHealth] = tried!;
  expect(ofHealth!.at_low).toBe(ofHealth!.at_high);
  expect(ofFee!.path).toBe(fee);
  // The dearer the worse; it is paid for less than the ten years of the horizon.
  const { at } = named(fee)[0]!;
  const dearer = at(0.975) - at(0.025);
  const months = (ofFee!.at_low - ofFee!.at_high) / dearer;
  expect(months).toBeGreaterThan(6);
  expect(months).toBeLessThan(24);
});

it('tries open questions first, then what works on the difference alone, and no published number', () => {
  const paths = candidatesOf({ tree, posterior: posterior! }).map(({ path }) => path);
  expect(paths[0]).toBe('alternatives.jas_teaches');
  expect(paths).toContain('income.search_closed');
  const labels = candidatesOf({ tree, posterior: posterior! }).flatMap(({ label }) => label ?? []);
  expect(new Set(labels)).toEqual(new Set(['assumption']));
});

it('tries some of what each approach has of its own, its costs and other numbers', () => {
  const { parallel } = tree.approaches;
  const copies = Object.fromEntries(['second', 'third', 'fourth'].map((name) => [name, parallel!]));
  const several = { ...tree, approaches: { ...tree.approaches, ...copies } };
  const paths = candidatesOf({ tree: several, posterior: posterior! }).map(({ path }) => path);
  for (const name of ['parallel', ...Object.keys(copies)]) {
    const own = paths.filter((path) => path.startsWith(`approaches.${name}.`));
    const costs = own.filter((path) => path.includes('.costs.'));
    expect([name, costs.length > 1, own.length - costs.length > 1]).toEqual([name, true, true]);
  }
  // The widest of its costs in each.
  expect(paths).toContain('approaches.fourth.activities.plan.costs.2.per_participant');
});
