/** Rounds parts so that they add up as printed. */

/** Part of a number, or of a step, within which two are taken for the same. */
export const SAME = 1e-6;

/**
 * Rounds parts to multiples of a step so that they add up to a total that is such a multiple: each part down, then up those
 * that lost most (method of the largest remainder). A part ends within a step of itself where the total is that of the parts.
 */
export function roundTo(total: number, parts: readonly number[], step: number): number[] {
  const down = parts.map((part) => Math.floor(part / step));
  const byLoss = parts
    .map((part, i) => ({ i, loss: part / step - down[i]! }))
    .sort((a, b) => b.loss - a.loss || a.i - b.i);
  const missing = Math.round(total / step) - down.reduce((sum, part) => sum + part, 0);
  for (let n = 0; n < Math.abs(missing) && byLoss.length > 0; n++) {
    const { i } = missing > 0 ? byLoss[n % byLoss.length]! : byLoss.at(-1 - (n % byLoss.length))!;
    down[i]! += Math.sign(missing);
  }
  return down.map((part) => clean(part * step));
}

/** A multiple of a step without what binary fractions add to it, and a zero without sign. */
export const clean = (value: number) => {
  const text = Number(value.toFixed(8));
  return text === 0 ? 0 : text;
};
