/** Why two runs are not of the same people and parameter draws. */

/** A setting that is not the same in both, results without a file, or cohorts of other sizes. */
export type Unpaired =
  | {
      readonly kind: 'version' | 'seed' | 'draws' | 'replications';
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'noDraws'; readonly name: string }
  | { readonly kind: 'cohorts' };
