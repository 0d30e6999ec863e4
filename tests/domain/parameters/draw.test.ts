import { describe, expect, it } from 'vitest';
import { drawScenario, rowsOfDraws } from '../../../src/domain/parameters/draw.js';
import type { ScenarioTree } from '../../../src/domain/schema/scenario.js';

const quantity = { value: 5, low: 2, high: 8, unit: 'euros', label: 'assumption' };
const even = { ...quantity, distribution: 'uniform' };
/** Two numbers that are spread evenly between 2 and 8, and one that is certain. */
const tree = { one: even, other: even, certain: 7 } as unknown as ScenarioTree;

function valuesOf(draw: number) {
  return drawScenario(tree, [1, 2], draw) as unknown as { one: number; other: number; certain: number };
}

describe('parameter draws', () => {
  it('come in antithetic pairs', () => {
    for (let draw = 0; draw < 20; draw += 2) {
      const [first, second] = [valuesOf(draw), valuesOf(draw + 1)];
      expect(first.one + second.one).toBeCloseTo(10, 10);
      expect(first.other + second.other).toBeCloseTo(10, 10);
      expect(second.certain).toBe(7);
    }
  });

  it('differ from pair to pair and from parameter to parameter, and spread as they should', () => {
    const values = Array.from({ length: 2000 }, (_, draw) => valuesOf(draw));
    expect(new Set(values.flatMap(({ one, other }) => [one, other])).size).toBe(4000);
    for (const share of [0.1, 0.25, 0.5, 0.9]) {
      const below = values.filter(({ one }) => one < 2 + 6 * share).length / values.length;
      expect(Math.abs(below - share)).toBeLessThan(0.04);
    }
  });

  it('leave all that is no quantity as it is, in sections and lists', () => {
    const fixed = { names: ['a', 'b'], none: null, at: { month: 3 } };
    const nested = { list: [even, { inner: even, text: 'x' }, 4], fixed, off: false };
    const draw = drawScenario(nested as unknown as ScenarioTree, [1, 2], 0) as unknown as typeof nested;
    expect(draw).toEqual({
      list: [expect.any(Number), { inner: expect.any(Number), text: 'x' }, 4],
      fixed,
      off: false,
    });
    expect(Array.isArray(draw.list)).toBe(true);
    expect(Object.keys(draw)).toEqual(Object.keys(nested));
  });

  it('read a path alike in every tree', () => {
    const other = { first: 1, ...tree } as unknown as ScenarioTree;
    expect(drawScenario(other, [1, 2], 3)).toEqual({ first: 1, ...valuesOf(3) });
  });
});

describe('rows of a posterior', () => {
  const posterior = { paths: ['a'], rows: 50, values: new Float64Array(50), central: new Float64Array(1) };
  const order = (key: readonly [number, number]) =>
    Array.from({ length: 100 }, (_, draw) => rowsOfDraws(posterior, key)(draw));

  it('all come before one comes again, in an order that the seed decides', () => {
    const [first, second] = [order([1, 2]), order([1, 3])];
    expect(new Set(first.slice(0, 50)).size).toBe(50);
    expect(first.slice(50)).toEqual(first.slice(0, 50));
    expect(order([1, 2])).toEqual(first);
    // Not the same order from another row on: what stands together in the file would stay together.
    const steps = (rows: readonly number[]) => rows.slice(1, 50).map((row, i) => (row - rows[i]! + 50) % 50);
    expect(new Set(steps(first)).size).toBeGreaterThan(20);
    expect(steps(second)).not.toEqual(steps(first));
  });
});
