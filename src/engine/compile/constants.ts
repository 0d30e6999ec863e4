/** Constants that both kernels use. Nothing else may be here: the file is compiled as TypeScript and as AssemblyScript. */

/** Kinds of clocks. */
export const HAZARD = 0;
export const DURATION = 1;
export const GATE = 2;

/** Time scales of a factor. */
export const ORIGIN = 0;
export const ENTRY = 1;
export const CALENDAR = 2;

/** The states of a load: to conditions it is one more track, numbered behind the tracks. */
export const BELOW = 0;
export const REACHED = 1;

/** This many events at one moment mean that gates keep opening each other. */
export const MAX_SIMULTANEOUS = 1000;

/** This many events in one life mean rates far too high for the horizon: the life would take minutes. */
export const MAX_EVENTS = 1000000;

/**
 * Times closer than this (months; 2.6 milliseconds) are the same moment. Rounding makes sums of durations such as 0.1 miss a
 * whole month, a breakpoint or each other, within 1200 months by less than this. It also keeps rounding from stalling the clock, and
 * a load whose parts come and go from missing a threshold that they add up to.
 */
export const SAME = 1e-9;
