/** What there is on offer in a municipality and its region, in the schema. */

import { z } from 'zod';
import { quantity } from './quantity.js';
import { share } from './sections.js';

export const offersSchema = z
  .strictObject({
    wait_weeks: quantity({ unit: 'weeks', min: 0, max: 520 })
      .describe(
        'Weeks that the course and every activity that is bought in start later, since with few participants groups start less often. Added to the mean wait for the course and to delay_weeks. 0: nothing changes.',
      )
      .optional(),
    cost_ratio: quantity({ unit: 'ratio', min: 0, max: 10 })
      .describe(
        'Multiplies the costs of every activity that is bought in: below 1 where municipalities of a region buy together, above 1 for small groups. 1: nothing changes.',
      )
      .optional(),
    outside_school_hours: share()
      .describe(
        'Share of lessons and activities that suit people with children: at school times, or in the evening with somebody at home. It takes this part off the hours that children cost and off what children add to leaving for the family; the stated dropout holds where it is 0.',
      )
      .optional(),
    placement: share()
      .describe(
        'How many of the employers and traineeships that activities acting on work need are found. It multiplies the share that an activity leads to work at its end (outflow), and the logarithm of the effect on work. 1: all, nothing changes; 0: activities do nothing for work.',
      )
      .optional(),
    school_places: share()
      .describe(
        'Share of those who would go on to an education by their activities that find a school that takes them. It multiplies the share that an activity leads to education at its end (outflow), and the logarithm of the effect on education; who finds none goes where those go whom the activity leads nowhere. Work beside school (bbl) is work: see placement. 1: all, nothing changes; 0: activities lead nobody to education.',
      )
      .optional(),
  })
  .describe(
    'What there is on offer to this approach: small municipalities have fewer courses, partners and employers, regions can pool them. Absent: as the activities state.',
  );
