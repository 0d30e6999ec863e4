/** All attributes that people have whatever the law, in the order in which they are drawn and listed. */

import { age } from './age.js';
import type { Attribute, Eligibility, Stated } from './attribute.js';
import { education } from './education.js';
import { mentalHealthComplaints } from './health.js';
import { household, reunificationPending, sharesHouse } from './household.js';
import { neverLeaving } from './never-leaving.js';
import { type Origin, originAmong, originProfile } from './origin.js';
import { sex } from './sex.js';
import { knowsLanguage, noBijstand } from './unobserved.js';

/** The attributes of everybody, the origin aside, in their order. A new one goes at the end. */
const ofEverybody = [
  sex,
  age,
  education,
  household,
  mentalHealthComplaints,
  reunificationPending,
  knowsLanguage,
  neverLeaving,
  noBijstand,
] as const;

/**
 * The attributes of people under a list of origins.
 *
 * @param ofRegime those that a regime adds: they stand before the last one, as they always have in persons.csv
 */
export function attributesOf(origins: readonly Origin[], ofRegime: readonly Attribute[]) {
  return [originAmong(origins), ...ofEverybody, ...ofRegime, sharesHouse] as const;
}

type OfEverybody = (typeof ofEverybody)[number];
type Stating = Extract<OfEverybody, { readonly profile: Readonly<Record<string, Stated>> }>['profile'];
/** All of a union at once. */
type Together<Union> = (Union extends unknown ? (each: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;
type Asked = {
  [Each in Extract<OfEverybody, { readonly eligibility: Eligibility }> as Each['name']]: Each['eligibility'];
};

/** In the order of profiles: that of drawing, but that a family to come is stated beside the household. */
const inProfiles = new Set<Attribute>([sex, age, education, household, reunificationPending, ...ofEverybody]);

/** What the profile of one origin in a composition states. */
export const statedInProfiles = Object.assign(
  { ...originProfile },
  ...[...inProfiles].map(({ profile = {} }) => profile),
) as typeof originProfile & Together<Stating>;

/** What `for` of an activity may ask, the origin aside. */
export const askedOfPeople = Object.fromEntries(
  ofEverybody.flatMap((attribute) =>
    'eligibility' in attribute ? [[attribute.name, attribute.eligibility]] : [],
  ),
) as Asked;
