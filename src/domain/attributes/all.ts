/** All attributes that people have whatever the law, in the order in which they are drawn and listed. */

import { age } from './age.js';
import type { Attribute } from './attribute.js';
import { education } from './education.js';
import { mentalHealthComplaints } from './health.js';
import { household, reunificationPending, sharesHouse } from './household.js';
import { type Origin, originAmong, originProfile } from './origin.js';
import { sex } from './sex.js';
import { knowsLanguage, neverLeaving, noBijstand } from './unobserved.js';

/**
 * The attributes of people under a list of origins.
 *
 * @param ofRegime those that a regime adds: they stand before the last one, as they always have in persons.csv
 */
export function attributesOf(origins: readonly Origin[], ofRegime: readonly Attribute[]) {
  return [
    originAmong(origins),
    sex,
    age,
    education,
    household,
    mentalHealthComplaints,
    reunificationPending,
    knowsLanguage,
    neverLeaving,
    noBijstand,
    ...ofRegime,
    sharesHouse,
  ] as const;
}

/** What the profile of one origin in a composition states, in the order in which it is listed. */
export const statedInProfiles = {
  ...originProfile,
  ...sex.profile,
  ...age.profile,
  ...education.profile,
  ...household.profile,
  ...reunificationPending.profile,
  ...mentalHealthComplaints.profile,
};

/** What `for` of an activity may ask, the origin aside. */
export const askedOfPeople = {
  age: age.eligibility,
  sex: sex.eligibility,
  education: education.eligibility,
  household: household.eligibility,
  mental_health_complaints: mentalHealthComplaints.eligibility,
};
