/** How a cohort divides by what makes people leave an activity more readily: complaints, and a family to care or wait for. */

import { ageBands, educationLevels, households, origins, sexes } from '../names.js';
import type { Activity, Scenario } from '../schema.js';
import { ageBounds } from './attributes.js';

/** People who bear the same, and their share of all who may take part. */
export interface BurdenGroup {
  readonly weight: number;
  /** 1: mental health complaints; else 0. Addresses ratios. */
  readonly complaints: 0 | 1;
  /** 1: children, or a family whose reunification is pending; else 0. */
  readonly family: 0 | 1;
}

type Eligibility = NonNullable<Activity['for']>;

export const isWithChildren = (household: (typeof households)[number]) =>
  household === 'single_parent' || household === 'couple_with_children';

/** Probability that one of the names is drawn that are allowed, by the weights of all. */
function chanceOf<Name extends string>(
  names: readonly Name[],
  weights: Readonly<Record<Name, number>>,
  allowed: readonly Name[] = names,
): number {
  const sum = (of: readonly Name[]) => of.reduce((total, name) => total + weights[name], 0);
  return sum(names.filter((name) => allowed.includes(name))) / sum(names);
}

/** Probability of an age at the permit within the limits; ages are spread evenly within a band. */
function chanceOfAge(weights: Readonly<Record<(typeof ageBands)[number], number>>, age: Eligibility['age']) {
  if (age === undefined) return 1;
  const within = ageBounds.map(([youngest, oldest]) => {
    const years = Math.min(age.to, oldest) - Math.max(age.from, youngest) + 1;
    return Math.max(0, years) / (oldest - youngest + 1);
  });
  return ageBands.reduce((sum, band, i) => sum + within[i]! * chanceOf(ageBands, weights, [band]), 0);
}

/**
 * Divides those of a scenario's cohort who may take part by what they bear, as `attributeSampler` draws them: within an
 * origin the attributes are independent. `for.share` takes no part in it, since it selects whatever people bear.
 *
 * @param who eligibility of an activity; undefined: everybody
 * @returns the four groups, whose weights add up to one; none when nobody may take part
 */
export function burdenGroups({ cohort }: Pick<Scenario, 'cohort'>, who: Eligibility = {}): BurdenGroup[] {
  const weights = [0, 0, 0, 0];
  for (const origin of origins) {
    if (who.origin !== undefined && !who.origin.includes(origin)) continue;
    const profile = cohort.composition[origin];
    const sex = { men: profile.men, women: 1 - profile.men };
    const fits =
      profile.share *
      chanceOf(sexes, sex, who.sex) *
      chanceOf(educationLevels, profile.education, who.education) *
      chanceOfAge(profile.age, who.age);
    const unwell = profile.mental_health_complaints;
    const health = [
      who.mental_health_complaints === true ? 0 : 1 - unwell,
      who.mental_health_complaints === false ? 0 : unwell,
    ];
    for (const household of households.filter((name) => who.household?.includes(name) ?? true)) {
      const here = fits * chanceOf(households, profile.household, [household]);
      const pending = household === 'single' ? profile.reunification_pending : 0;
      const family = isWithChildren(household) ? 1 : pending;
      for (const complaints of [0, 1]) {
        weights[complaints * 2]! += here * health[complaints]! * (1 - family);
        weights[complaints * 2 + 1]! += here * health[complaints]! * family;
      }
    }
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) return [];
  return weights.map((weight, i) => ({
    weight: weight / total,
    complaints: i < 2 ? 0 : 1,
    family: i % 2 === 0 ? 0 : 1,
  }));
}
