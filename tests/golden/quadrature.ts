/** Numerical integration for exact answers without a closed form. */

interface Rule {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/** Nodes and weights of Gauss-Legendre quadrature on [-1, 1], by Newton's method on the Legendre polynomial. */
function gaussLegendre(points: number): Rule {
  const nodes: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < points; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (points + 0.5));
    let slope = 1;
    for (let step = 0; step < 100; step++) {
      let [previous, value] = [1, x];
      for (let k = 2; k <= points; k++) {
        [previous, value] = [value, ((2 * k - 1) * x * value - (k - 1) * previous) / k];
      }
      slope = (points * (x * value - previous)) / (x * x - 1);
      const move = value / slope;
      x -= move;
      if (Math.abs(move) < 1e-16) break;
    }
    nodes.push(x);
    weights.push(2 / ((1 - x * x) * slope * slope));
  }
  return { nodes, weights };
}

const rule = gaussLegendre(20);

/**
 * Integral of `f` from `a` to `b` by 20-point Gauss-Legendre panels of at most `width`, cut at `breaks`, where `f` or
 * its derivatives may jump.
 */
export function integrate(
  f: (x: number) => number,
  a: number,
  b: number,
  breaks: readonly number[] = [],
  width = 4,
): number {
  const cuts = [a, ...breaks.filter((x) => x > a && x < b).sort((x, y) => x - y), b];
  let total = 0;
  for (let c = 0; c + 1 < cuts.length; c++) {
    const length = cuts[c + 1]! - cuts[c]!;
    const panels = Math.max(1, Math.ceil(length / width));
    const half = length / panels / 2;
    for (let p = 0; p < panels; p++) {
      const middle = cuts[c]! + (2 * p + 1) * half;
      rule.nodes.forEach((x, i) => {
        total += half * rule.weights[i]! * f(middle + half * x);
      });
    }
  }
  return total;
}
