/** What changes in people after the permit, in the schema: complaints that begin and end, a family that arrives. */

import { z } from 'zod';
import { hazardPerMonth, months, ratio, spreadOfLogarithm } from './kinds-of-numbers.js';
import { eachOrigin, type KnownOrigins } from './origins.js';
import { share } from './sections.js';

export const healthSchema = z
  .strictObject({
    onset: hazardPerMonth().describe(
      'Rate per month at which mental health complaints begin, of people without them who are not idle.',
    ),
    idle_onset: ratio().describe(
      'Hazard ratio on the onset of complaints while idle: before the first course, job, or activities of income.engaging_hours together.',
    ),
    recovery: hazardPerMonth().describe(
      'Rate per month at which complaints end, outside activities that act on health (effects.health speeds it in those).',
    ),
  })
  .describe(
    'Mental health complaints that begin and end. Present: mental_health_complaints of the composition is who has them at the permit, and work, language, capacity, leaving for health and what the law decides on medical grounds follow the complaints of the moment; conditions may ask for { health: complaints } and { health: well }; `for` of an activity still asks for those at the permit. A stated dropout holds for complaints as at the permit: where more people get them, more leave. Absent: complaints stay as at the permit for life.',
  );

export const familySchema = (origins: KnownOrigins) =>
  z
    .strictObject({
      median_arrival: eachOrigin(origins, () =>
        months().describe(
          'Median months from the permit to the arrival of the family, of people of this origin with reunification pending.',
        ),
      ).describe('Months from the permit to the arrival of the family (lognormal): the median, by origin.'),
      sigma: spreadOfLogarithm().describe(
        'Spread of those months between people: standard deviation of their logarithm.',
      ),
      with_children: share().describe(
        'Share of the families that arrive which have children; the others are a partner alone.',
      ),
      partner_work: ratio().describe(
        'Hazard of a job of a partner who arrived later that ends the bijstand of the household, over that of a partner who came along (income.partner_work).',
      ),
    })
    .describe(
      'The arrival of the family of those with reunification_pending. Present: until then people have less attention (cohort.capacity.reunification_pending, effects.dropout_family), from then on they are a couple, with children or without: norm, chance of work by household, hours of children, a job of the partner. The bijstand of the partner who has come is booked as family_bijstand; the partner is not one of the persons of the cohort. Conditions may ask for { family: waiting } and so on; `for` of an activity still asks for the household at the permit. Absent: the family never arrives.',
    );
