/** Who arrives: size, permit dates and composition of a cohort. */

import { z } from 'zod';
import { day } from './day.js';
import { eachOrigin, type KnownOrigins } from './origins.js';
import { profileShape } from './people.js';
import { quantity } from './quantity.js';
import { share } from './sections.js';

type Profile = z.ZodObject<typeof profileShape, z.core.$strict>;

/** What people of one origin look like. Within an origin the attributes are drawn independently. */
const profileWith = (ofLaw: z.ZodRawShape) =>
  z.strictObject({ ...profileShape, ...ofLaw }) as unknown as Profile;

/** @param ofLaw what the law's attributes state in a profile */
export const cohortSchema = (origins: KnownOrigins, ofLaw: z.ZodRawShape) =>
  z.strictObject({
    /** Adults of 18 to 64. */
    size: quantity({ unit: 'persons', min: 1, max: 1_000_000, whole: true }),
    /** Permits are given evenly over `inflow_months` from this date. */
    first_permit: day(),
    inflow_months: quantity({ unit: 'months', min: 0, max: 120 }),
    composition: eachOrigin(origins, () => profileWith(ofLaw)),
    capacity: z.strictObject({
      hours_per_week: quantity({ unit: 'hours a week', min: 0, max: 80 }),
      spread: quantity({ unit: 'hours a week (standard deviation)', min: 0, max: 40 }),
      children: quantity({ unit: 'hours a week less', min: 0, max: 40 }),
      mental_health: quantity({ unit: 'hours a week less', min: 0, max: 40 }),
      reunification_pending: quantity({ unit: 'hours a week less', min: 0, max: 40 }),
    }),
    /** Of people who live alone: share that shares a house with another adult of the same age (kostendelersnorm). */
    sharing: share().optional(),
    never_leaving: share().describe(
      "Unobserved: share of those on bijstand who never leave it by work, education or other income, a partner's included.",
    ),
  });
