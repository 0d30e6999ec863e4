/** Who never leaves bijstand: a share of the cohort, which may fall upon some more than upon others. */

import { type AgeBand, age, ageBands } from './age.js';
import { type Attribute, type Composed, noYes, totalOf } from './attribute.js';
import { type EducationLevel, education, educationLevels } from './education.js';
import { mentalHealthComplaints } from './health.js';

/** A part of a cohort, and the odds ratio of those in it. */
interface OddsPart {
  readonly weight: number;
  readonly odds: number;
}

/**
 * The shares of the parts of a cohort that have something, such that their odds are as the ratios say and the share of the whole is
 * the stated one: share k r / (1 - share + share k r) for odds ratio r, where k is the root of the mean over the parts less the
 * share. The mean rises with k, and lies below the share where all of k r are at most 1, above it where all are at least 1; so
 * the root lies between 1 over the largest ratio and 1 over the least, and is found by halving that on the scale of logarithms.
 *
 * @param parts with ratios above 0; weights need not add up to one
 */
export function sharesOfOdds(share: number, parts: readonly OddsPart[]): number[] {
  const shareAt = (odds: number) => (share * odds) / (1 - share + share * odds);
  const total = totalOf(parts.map(({ weight }) => weight));
  const logs = parts.map(({ odds }) => Math.log(odds));
  let [low, high] = [-Math.max(...logs), -Math.min(...logs)];
  while (high - low > 1e-15 * Math.max(1, Math.abs(low))) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    const mean = totalOf(parts.map(({ weight, odds }) => weight * shareAt(odds * Math.exp(middle)))) / total;
    if (mean < share) low = middle;
    else high = middle;
  }
  return parts.map(({ odds }) => shareAt(odds * Math.exp((low + high) / 2)));
}

/** What the profile of an origin says of the attributes that the odds hang on. */
type Profile = {
  readonly share: number;
  readonly age: Readonly<Record<AgeBand, number>>;
  readonly education: Readonly<Record<EducationLevel, number>>;
  readonly mental_health_complaints: number;
};

type Drawn = Composed<Profile> & {
  readonly cohort: {
    readonly never_leaving: number;
    readonly never_leaving_odds?:
      | {
          readonly age: Profile['age'];
          readonly education: Profile['education'];
          readonly mental_health: number;
        }
      | undefined;
  };
};

/** By age, education and complaints, the last varying fastest: within an origin they are independent. */
function partsOf(
  { origins, cohort }: Drawn,
  ratios: NonNullable<Drawn['cohort']['never_leaving_odds']>,
): OddsPart[] {
  const profiles = origins.map(({ name }) => {
    const profile = cohort.composition[name]!;
    // A profile's shares are scaled to one, as they are when people are drawn.
    return {
      profile,
      of: profile.share / (totalOf(Object.values(profile.age)) * totalOf(Object.values(profile.education))),
    };
  });
  return ageBands.flatMap((band) =>
    educationLevels.flatMap((level) =>
      noYes.map((complaints) => {
        const unwell = complaints === 'yes';
        const weights = profiles.map(({ profile, of }) => {
          const health = profile.mental_health_complaints;
          return of * profile.age[band] * profile.education[level] * (unwell ? health : 1 - health);
        });
        const odds = ratios.age[band] * ratios.education[level] * (unwell ? ratios.mental_health : 1);
        return { weight: totalOf(weights), odds };
      }),
    ),
  );
}

/** Never leaves bijstand. */
export const neverLeaving = {
  name: 'never_leaving',
  values: noYes,
  address: 'never leaving',
  draw: (scenario: Drawn) => {
    const { never_leaving: share, never_leaving_odds: ratios } = scenario.cohort;
    return ratios === undefined
      ? { by: [], shares: [share] }
      : {
          by: [age.name, education.name, mentalHealthComplaints.name],
          shares: sharesOfOdds(share, partsOf(scenario, ratios)),
        };
  },
} as const satisfies Attribute;
