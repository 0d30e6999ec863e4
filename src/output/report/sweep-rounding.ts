/** Rounding of a sweep: one step at all its points. */

import {
  addToReference,
  addUp,
  byApproach,
  type Measured,
  type Printed,
  roundedRows,
  settleTelling,
  subtractPrinted,
  withApproach,
} from './rounding.js';

/** A row of a point of a sweep. */
interface OfPoint extends Measured {
  /** What was subtracted from the outcome: nothing (empty), the base of the sweep, or the reference approach (its name). */
  readonly against: string;
}

/** The rows of each point as printed with these errors: levels, then differences from the reference, then those from the base. */
function settlePoints<Row extends OfPoint>(
  points: readonly (readonly Row[])[],
  reference: string,
  errors: ReadonlyMap<Measured, number>,
): (Row & Printed)[][] {
  let base: ReadonlyMap<string, Row & Printed> = new Map();
  return points.map((rows, point) => {
    const against = (of: string) =>
      roundedRows(
        rows.filter((row) => row.against === of),
        errors,
      );
    const fromBase = against('base');
    const ofReference = byApproach(fromBase.filter(({ approach }) => approach === reference));
    const moved = addUp(
      against(''),
      (row) => base.get(withApproach(row)),
      (row) => ofReference.get(withApproach(row)),
    );
    const { estimates: levels, differences: contrasts } = addToReference(
      moved,
      against(reference),
      reference,
    );
    const held = byApproach(levels);
    if (point === 0) base = held;
    const changes = subtractPrinted(
      fromBase,
      (row) => held.get(withApproach(row)),
      (row) => base.get(withApproach(row)),
    );
    return [...levels, ...contrasts, ...changes];
  });
}

/**
 * The rows of a sweep with what is printed of them, as `settleRounding` does, with one step at all points. The differences from the
 * reference are rounded, and those of the reference from the base; the levels follow from these, and what an approach differs from the base follows from the levels.
 *
 * @param points the rows of each point; the first is the base
 * @returns the rows of each point, in the same order of points
 */
export function settleSweep<Row extends OfPoint>(
  points: readonly (readonly Row[])[],
  reference: string,
): (Row & Printed)[][] {
  return settleTelling(points.flat(), (errors) => {
    const settled = settlePoints(points, reference, errors);
    const differences = points.flatMap((rows, p) => {
      const levels = rows.filter(({ against }) => against === '').length;
      const before = [reference, 'base'].flatMap((of) => rows.filter(({ against }) => against === of));
      return before.map((row, i) => [row, settled[p]![levels + i]!] as const);
    });
    return { settled, differences };
  });
}
