import { describe, expect, it } from 'vitest';
import { apply, expm, generator, identity, integrateExpm, type Matrix, multiply, scale } from './expm.js';

function expectClose(actual: Matrix, expected: Matrix, tolerance: number) {
  actual.forEach((row, i) => {
    row.forEach((x, j) => {
      expect(Math.abs(x - expected[i]![j]!)).toBeLessThanOrEqual(tolerance);
    });
  });
}

describe('expm', () => {
  it('exponentiates a diagonal', () => {
    expectClose(
      expm([
        [1, 0],
        [0, -20],
      ]),
      [
        [Math.E, 0],
        [0, Math.exp(-20)],
      ],
      1e-14,
    );
  });

  it('rotates', () => {
    const angle = 2.5;
    expectClose(
      expm([
        [0, -angle],
        [angle, 0],
      ]),
      [
        [Math.cos(angle), -Math.sin(angle)],
        [Math.sin(angle), Math.cos(angle)],
      ],
      1e-14,
    );
  });

  it('sums the finite series of a nilpotent matrix', () => {
    expectClose(
      expm([
        [0, 3, 5],
        [0, 0, 7],
        [0, 0, 0],
      ]),
      [
        [1, 3, 5 + 21 / 2],
        [0, 1, 7],
        [0, 0, 1],
      ],
      1e-13,
    );
  });

  it('solves the two-state chain after many squarings', () => {
    const [a, b, t] = [0.3, 0.2, 700];
    const q = generator([
      [0, a],
      [b, 0],
    ]);
    const decay = Math.exp(-(a + b) * t);
    const exact = (a / (a + b)) * (1 - decay);
    const p = expm(scale(q, t));
    expect(p[0]![1]).toBeCloseTo(exact, 12);
    expect(p[0]![0]! + p[0]![1]!).toBeCloseTo(1, 12);
  });

  it('composes over time and inverts', () => {
    const q = generator([
      [0, 0.5, 0.1],
      [0.2, 0, 0.4],
      [0.3, 0.1, 0],
    ]);
    expectClose(multiply(expm(scale(q, 2)), expm(scale(q, 3))), expm(scale(q, 5)), 1e-14);
    expectClose(multiply(expm(q), expm(scale(q, -1))), identity(3), 1e-14);
  });
});

describe('integrateExpm', () => {
  it('integrates the survival of an exponential', () => {
    const [rate, t] = [0.4, 6];
    const q = generator([
      [0, rate],
      [0, 0],
    ]);
    expect(apply([1, 0], integrateExpm(q, t))[0]).toBeCloseTo((1 - Math.exp(-rate * t)) / rate, 13);
  });
});
