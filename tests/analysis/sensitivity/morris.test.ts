import { describe, expect, it } from 'vitest';
import {
  elementaryEffects,
  type MorrisDesign,
  morrisDesign,
} from '../../../src/analysis/sensitivity/morris.js';

const outcomeOf = (design: MorrisDesign, of: (uniforms: Float64Array) => number) =>
  Float64Array.from(design.trajectories.flatMap(({ rows }) => rows.map(of)));

describe('morrisDesign', () => {
  it('moves every group once on each trajectory, by half, between the middles of quarters', () => {
    const { trajectories } = morrisDesign([0, 1, 0], 20, [1, 2]);
    for (const { order, rows } of trajectories) {
      expect([...order].sort()).toEqual([0, 1]);
      for (const row of rows) for (const u of row) expect([0.125, 0.375, 0.625, 0.875]).toContain(u);
      order.forEach((group, step) => {
        const moved = rows[step]!.map((u, column) => Math.abs(rows[step + 1]![column]! - u));
        expect([...moved]).toEqual(group === 0 ? [0.5, 0, 0.5] : [0, 0.5, 0]);
      });
    }
    expect(new Set(trajectories.map(({ order }) => order.join())).size).toBe(2);
  });
});

describe('elementaryEffects', () => {
  it('are the coefficients of a linear model, without spread', () => {
    const design = morrisDesign([0, 1, 2], 8, [3, 4]);
    const effects = elementaryEffects(
      design,
      outcomeOf(design, ([u, v]) => 3 * u! - 2 * v! + 10),
    );
    const rounded = effects.map(({ mu, muStar, sigma }) =>
      [mu, muStar, sigma].map((x) => Math.round(1e9 * x)),
    );
    expect(rounded).toEqual([
      [3e9, 3e9, 0],
      [-2e9, 2e9, 0],
      [0, 0, 0],
    ]);
  });

  it('are seen where they change sign, by hand', () => {
    // u v: moving u by 1/2 changes it by v / 2, so the effect is v, one of 1/8, 3/8, 5/8, 7/8. About 1/2: (u - 1/2) (v - 1/2).
    const design = morrisDesign([0, 1], 400, [5, 6]);
    const [effect] = elementaryEffects(
      design,
      outcomeOf(design, ([u, v]) => (u! - 0.5) * (v! - 0.5)),
    );
    // Mean 0; absolute values 3/8 or 1/8: mean 1/4; variance (9 + 1) / 128 = 5/64. Of those, variance 1/64.
    expect(Math.abs(effect!.mu)).toBeLessThan(3 * Math.sqrt(5 / 64 / 400));
    expect(Math.abs(effect!.muStar - 0.25)).toBeLessThan(3 / 8 / 20);
    expect(effect!.sigma).toBeCloseTo(Math.sqrt(5 / 64), 1);
    expect(effect!.muStarError).toBeCloseTo(1 / 8 / 20, 3);
  });

  it('of a group are those of all its columns together, without a sign', () => {
    const design = morrisDesign([0, 0, 1], 50, [7, 8]);
    const [both, other] = elementaryEffects(
      design,
      outcomeOf(design, ([u, v, w]) => u! + v! - w!),
    );
    // Both one way: 2, each another way: 0.
    expect(both!.muStar).toBeGreaterThan(0.4);
    expect(both!.muStar).toBeLessThan(1.6);
    expect(both!.mu).toBeNaN();
    expect(other!.mu).toBeCloseTo(-1, 12);
  });
});
