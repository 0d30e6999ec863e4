/** What the published studies say of the gain off bijstand at year 5, as a share of the cohort. */

/** Up to `plausible`: what the Swiss, Danish, Swedish, Rotterdam and Dutch trial studies make plausible; above `outside`: outside the evidence. */
export const EVIDENCE = { plausible: 0.05, outside: 0.08 } as const;
