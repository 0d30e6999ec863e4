/** Shares that make one. */

/** Shares may differ from a total of one by this much, to allow for rounded percentages. */
const TOLERANCE = 0.02;

/** Whether shares with this sum may stand in a scenario. */
export const makesOne = (sum: number): boolean => Math.abs(sum - 1) <= TOLERANCE;
