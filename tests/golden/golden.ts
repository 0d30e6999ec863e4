/** Runs the fixtures and compares them with exact answers. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { BuiltModel } from '../../src/engine/model/population.js';
import { loadModelFile } from '../../src/scenario/model/model-build.js';
import { BLOCK_PERSONS, BlockRunner } from '../../src/simulation/bare-model/model-block.js';
import {
  type MeanEstimate,
  type ModelRun,
  type ModelRunOptions,
  ModelTotals,
} from '../../src/simulation/bare-model/model-run.js';
import { seedKey } from '../../src/simulation/seed.js';

export const PERSONS = 200_000;

/**
 * How many standard errors a simulated value may lie off. One in 2000 lies farther by chance, and there are several
 * hundred comparisons: the seed is fixed because another may well fail one of them. Before a failure after a change of
 * the draws is put down to chance, run many seeds: the scores must have mean 0 and variance 1.
 */
const TOLERANCE = 3.5;

const folders = ['../fixtures/models', '../../scenarios/models'].map(
  (path) => new URL(path, import.meta.url),
);

/** All models of the fixtures and of the package, by name. */
export const modelNames: readonly string[] = folders
  .flatMap((folder) => readdirSync(folder))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace('.yaml', ''));

/** Path of a model of the fixtures or of the package. */
function fixture(name: string): string {
  const paths = folders.map((folder) => join(fileURLToPath(folder), `${name}.yaml`));
  return paths.find(existsSync) ?? paths[0]!;
}

/** Loads a fixture that must be right. */
export function loadFixture(name: string): BuiltModel {
  const loaded = loadModelFile(fixture(name));
  if (!loaded.ok)
    throw new Error(loaded.diagnostics.map((each) => `${each.line}: ${each.message}`).join('\n'));
  return loaded.built;
}

/** Runs a fixture with the fixed seed. */
/** Runs a model in this thread, block after block. */
export function runHere(model: BuiltModel, { persons, seed }: ModelRunOptions): ModelRun {
  const runner = new BlockRunner(model, seedKey(seed), persons);
  const totals = new ModelTotals(model.model);
  for (let block = 0; block * BLOCK_PERSONS < persons; block++) totals.add(runner.run(block));
  return totals.result();
}

export function runFixture(name: string): ModelRun {
  return runHere(loadFixture(name), { persons: PERSONS, seed: 'golden' });
}

/** The result of a state. */
export function stateOf(run: ModelRun, track: string, state: string) {
  const found = run.states.find((each) => each.track === track && each.state === state);
  if (found === undefined) throw new Error(`no state ${state} in ${track}`);
  return found;
}

/** The result of a reward. */
export function rewardOf(run: ModelRun, name: string) {
  const found = run.rewards.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no reward ${name}`);
  return found;
}

/** Shares in a state (or by a milestone) at months must fit the exact probabilities. */
export function expectShares(
  share: Float64Array,
  months: readonly number[],
  exact: (month: number) => number,
): void {
  for (const month of months) {
    const p = exact(month);
    const mcse = Math.sqrt((p * (1 - p)) / PERSONS);
    const off = Math.abs(share[month]! - p);
    expect(off, `month ${month}: ${share[month]} for ${p}`).toBeLessThanOrEqual(TOLERANCE * mcse + 1e-12);
  }
}

/** A mean must fit the exact one within its own MCSE, and where the exact variance is known, the MCSE must fit too. */
export function expectMean(estimate: MeanEstimate, mean: number, variance?: number): void {
  const off = Math.abs(estimate.mean - mean);
  expect(off, `${estimate.mean} for ${mean}`).toBeLessThanOrEqual(TOLERANCE * estimate.mcse + 1e-12);
  if (variance === undefined) return;
  const ratio = estimate.mcse / Math.sqrt(variance / estimate.persons);
  expect(Math.abs(ratio - 1), `MCSE ${ratio} times the exact one`).toBeLessThanOrEqual(0.015);
}

/** Whole months from `first` to `last`. */
export function monthsEvery(step: number, last: number, first = step): number[] {
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step);
}
