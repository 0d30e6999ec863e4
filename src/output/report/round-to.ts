/** Multiples of a step, which binary fractions blur. */

/** Part of a number, or of a step, within which two are taken for the same. */
export const SAME = 1e-6;

/** A multiple of a step without what binary fractions add to it, and a zero without sign. */
export const clean = (value: number) => {
  const text = Number(value.toFixed(8));
  return text === 0 ? 0 : text;
};
