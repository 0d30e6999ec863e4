/** Functions of uniforms whose Sobol indices are known, with the indices: first and total order. */

export interface TestFunction {
  readonly of: (uniforms: Float64Array) => number;
  readonly first: readonly number[];
  readonly total: readonly number[];
}

/**
 * Ishigami and Homma's function sin x + 7 sin^2 y + 0.1 z^4 sin x on (-pi, pi): variances (1 + 0.1 pi^4 / 5)^2 / 2 of x, 49 / 8 of y, and
 * 0.01 pi^8 (1/18 - 1/50) of x with z. Published: 0.3139, 0.4424, 0; total 0.5576, 0.4424, 0.2437.
 */
export const ishigami: TestFunction = {
  of: (uniforms) => {
    const [x, y, z] = Array.from(uniforms, (u) => Math.PI * (2 * u - 1));
    return Math.sin(x!) + 7 * Math.sin(y!) ** 2 + 0.1 * z! ** 4 * Math.sin(x!);
  },
  first: [0.3139, 0.4424, 0],
  total: [0.5576, 0.4424, 0.2437],
};

const importance = [0, 1, 4.5, 9];
const variances = importance.map((a) => 1 / 3 / (1 + a) ** 2);
const product = (skipped: number) =>
  variances.reduce((all, v, i) => (i === skipped ? all : all * (1 + v)), 1);

/** Sobol's g-function, the product of (|4 u - 2| + a) / (1 + a): V_i = 1 / (3 (1 + a_i)^2), V = the product of (1 + V_i), less 1. */
export const gFunction: TestFunction = {
  of: (uniforms) =>
    uniforms.reduce((all, u, i) => (all * (Math.abs(4 * u - 2) + importance[i]!)) / (1 + importance[i]!), 1),
  first: variances.map((v) => v / (product(-1) - 1)),
  total: variances.map((v, i) => (v * product(i)) / (product(-1) - 1)),
};

/** 3 u + 2 v + w: 9, 4 and 1 of 14. */
export const linear: TestFunction = {
  of: ([u, v, w]) => 3 * u! + 2 * v! + w!,
  first: [9 / 14, 4 / 14, 1 / 14],
  total: [9 / 14, 4 / 14, 1 / 14],
};
