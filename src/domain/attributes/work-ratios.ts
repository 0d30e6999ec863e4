/** What of people makes them find work sooner or later. */

import type { Scenario } from '../schema/scenario.js';
import { onlyNo, ratioOfYes } from './attribute.js';
import { educationLevels } from './education.js';
import { households } from './household.js';
import { motivationRatios } from './motivated.js';
import type { AttributeRatios } from './person.js';
import { sexes } from './sex.js';

/** Hazard ratios on the way to work that belong to a person whatever happens; that of the age changes with it. */
export function workRatios({ origins, cohort, income: { ratios } }: Scenario): AttributeRatios {
  return {
    sex: sexes.map((sex) => (sex === 'women' ? ratios.women : 1)),
    education: educationLevels.map((level) => ratios.education[level]),
    origin: origins.map(({ name }) => ratios.origin[name]!),
    household: households.map(({ name }) => ratios.household[name]),
    mental_health_complaints: ratioOfYes(ratios.mental_health),
    never_leaving: onlyNo,
    ...(cohort.motivation === undefined ? {} : { motivated: motivationRatios(cohort.motivation) }),
  };
}
