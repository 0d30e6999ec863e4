/** What both kernels compute with. Constants only: this file is read as TypeScript and as AssemblyScript. */

/** Kinds of clocks. */
export const HAZARD = 0;
export const DURATION = 1;
export const GATE = 2;

/** Time scales of a factor. */
export const ORIGIN = 0;
export const ENTRY = 1;
export const CALENDAR = 2;

/** So many events at one moment mean that gates chase each other. */
export const MAX_SIMULTANEOUS = 1000;

/** So many events in one life mean rates that no horizon fits: the life would take minutes. */
export const MAX_EVENTS = 1000000;

/** Times closer than this (months) count as the same breakpoint, so that rounding cannot stall the clock. */
export const SAME = 1e-9;
