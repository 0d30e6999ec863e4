/** One input at a time: what an outcome is at the low and at the high end of each input, all others at their centre. */

/** The outcome at both ends of an input. */
export interface Ends {
  readonly input: string;
  readonly atLow: number;
  readonly atHigh: number;
}

/** A bar of the chart. */
export interface Bar extends Ends {
  /** From the least to the most of the outcomes at both ends and at the centre. */
  readonly from: number;
  readonly to: number;
  /** Whether both ends lie on the same side of the centre, so that the most or the least is somewhere within the range. */
  readonly turns: boolean;
}

/**
 * Bars of a tornado, the longest first (Howard 1988, doi 10.1287/mnsc.34.6.679); equal ones in the order given, those that cannot be estimated
 * (NaN) last.
 *
 * @param centre the outcome with all inputs at their centre
 */
export function tornado(ends: readonly Ends[], centre: number): Bar[] {
  const bars = ends.map((each): Bar => {
    const all = [each.atLow, centre, each.atHigh];
    return {
      ...each,
      from: Math.min(...all),
      to: Math.max(...all),
      turns: (each.atLow - centre) * (each.atHigh - centre) > 0,
    };
  });
  const lengthOf = ({ from, to }: Bar) => (Number.isNaN(to - from) ? -1 : to - from);
  return bars.sort((a, b) => lengthOf(b) - lengthOf(a));
}
