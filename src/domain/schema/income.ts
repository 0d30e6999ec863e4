/** How people come off bijstand and back, in the schema. */

import { z } from 'zod';
import { ageBands } from '../attributes/age.js';
import { educationLevels } from '../attributes/education.js';
import { householdNames } from '../attributes/household.js';
import { day } from './day.js';
import { hazardPerMonth, hours, months, ratio, spreadOfLogarithm } from './kinds-of-numbers.js';
import { languageLevels } from './names.js';
import { eachOrigin, type KnownOrigins } from './origins.js';
import { quantity } from './quantity.js';
import { each, share } from './sections.js';

/** A hazard ratio of a group on the way to work. */
const onWork = (group: string) => () =>
  ratio().describe(`Hazard ratio on work and part-time work of ${group}.`);

/** A hazard ratio of a group on the way to funded education. */
const onEducation = (group: string) => () =>
  ratio().describe(`Hazard ratio on beginning an education with student finance, of ${group}.`);

/** A hazard ratio of a group on the way from work back to bijstand. */
const onRelapse = (group: string) => () =>
  ratio().describe(`Hazard ratio on going from work back to bijstand, of ${group}. 1: no difference.`);

/** What makes work last: every part may be left out, and then makes no difference. */
const relapseRatios = z.strictObject({
  language: each(
    languageLevels,
    onRelapse('people at this level of the language now, against the exam level'),
  )
    .describe(
      'Hazard ratios on relapse by present level of the language: work found before the language may end sooner.',
    )
    .optional(),
  education: each(educationLevels, onRelapse('people of this earlier education, against middle education'))
    .describe('Hazard ratios on relapse by earlier education.')
    .optional(),
  after_part_time: onRelapse(
    'work that grew out of part-time work beside bijstand (hours that rose step by step), against other work, for as long as that work lasts',
  )().optional(),
  before_duty_met: onRelapse(
    'work that began before the person had done what the law asks, against work that began after it, for as long as that work lasts',
  )().optional(),
  contract: z
    .strictObject({
      temporary: each(languageLevels, () =>
        share().describe('Share of the jobs begun at this level of the language that are temporary.'),
      ).describe('Share of jobs that are temporary, by level of the language when they begin.'),
      ratio: quantity({ unit: 'hazard ratio', min: 0.01, max: 100 }).describe(
        'Hazard ratio on relapse from a temporary job, against a permanent one. Both are scaled so that the jobs that begin at the exam level have income.relapse on average.',
      ),
    })
    .describe('The kind of contract, drawn anew for each job; it holds for as long as the job lasts.')
    .optional(),
});

/** Whose hazards the first numbers of the section are: every ratio below is 1 for this person. */
const REFERENCE_PERSON =
  'a man of 25-34 alone, of middle education and the origin with ratio 1, at exam level, with the search open';

const groupRatios = (origins: KnownOrigins) =>
  z.strictObject({
    women: onWork('women, against men')(),
    age: each(ageBands, onWork('people of this age now, against 25-34')).describe(
      'Hazard ratios on work by present age.',
    ),
    education: each(educationLevels, onWork('people of this education, against middle education')).describe(
      'Hazard ratios on work by education, beyond what the language explains.',
    ),
    origin: eachOrigin(origins, onWork('people of this origin, against the origin with ratio 1')).describe(
      'Hazard ratios on work by origin.',
    ),
    household: each(
      householdNames,
      onWork('people in this household, against people who live alone'),
    ).describe(
      'Hazard ratios on work by household: at the permit, and of the moment where the scenario has a section family.',
    ),
    mental_health: onWork('people with mental health complaints, against those without')(),
  });

export const incomeSchema = (origins: KnownOrigins) =>
  z
    .strictObject({
      no_bijstand: eachOrigin(origins, () =>
        share().describe(
          "Share of this origin that never has bijstand (a partner's income, own means, departure): without work they are in other once housed, and fall back on it when a job ends.",
        ),
      ).describe('Who never has bijstand, by origin.'),
      work: hazardPerMonth().describe(
        `Rate per month from bijstand to work that ends it, of ${REFERENCE_PERSON}.`,
      ),
      part_time_work: hazardPerMonth().describe(
        `Rate per month from bijstand to part-time work beside it, of ${REFERENCE_PERSON}.`,
      ),
      part_time_to_work: hazardPerMonth().describe(
        'Rate per month from part-time work beside bijstand to work that ends it.',
      ),
      part_time_loss: hazardPerMonth().describe(
        'Rate per month at which part-time work beside bijstand is lost.',
      ),
      education: hazardPerMonth().describe(
        `Rate per month from bijstand to an education with student finance, of ${REFERENCE_PERSON}.`,
      ),
      partner_work: ratio().describe(
        "Hazard of a partner's job that ends the household's bijstand, over income.work. Language, search, idle months, support and labour market act on it as on the person's own work; the person's sex, age and so on do not.",
      ),
      other_exit: hazardPerMonth().describe(
        "Rate per month from bijstand to other income: a partner's that is not from a job found here, own means, departure.",
      ),
      other_return: hazardPerMonth().describe('Rate per month from other income back to bijstand.'),
      other_to_work: ratio().describe(
        "Hazard of work of people without bijstand (a partner's income, own means, departure), over that of the same people on bijstand. When such a job ends they fall back on other.",
      ),
      ratios: groupRatios(origins).describe(
        'Hazard ratios of groups on work and part-time work; those on education stand under education_ratios.',
      ),
      education_ratios: z
        .strictObject({
          age: each(ageBands, onEducation('people of this age now, against 25-34')).describe(
            'Hazard ratios on education by present age.',
          ),
          education: each(
            educationLevels,
            onEducation('people of this earlier education, against middle education'),
          ).describe('Hazard ratios on education by earlier education.'),
        })
        .describe('Hazard ratios of groups on beginning an education with student finance.'),
      language: each(
        languageLevels,
        onWork('people at this level of the language, against the exam level'),
      ).describe('Hazard ratios on work by level of the language.'),
      education_language: each(
        languageLevels,
        onEducation('people at this level of the language, against the exam level'),
      ).describe('Hazard ratios on education by level of the language.'),
      search_closed: ratio().describe(
        "Hazard ratio while the approach does not yet let people look for work or schooling (the sequential rule: what the law asks first, then in search of work or education). Multiplies the hazards of work, part-time work and education, and that of a partner's job, since a partner is taken to be as far and under the same approach.",
      ),
      in_centre: ratio().describe(
        'Hazard ratio on work while still in the asylum centre; on top of search_closed.',
      ),
      idle_per_month: ratio().describe(
        'Hazard ratio on work for each month idle before the first activity, up to idle_cap months.',
      ),
      idle_cap: months().describe('The most months idle that count.'),
      idle_relief: share()
        .describe(
          'What hours below engaging_hours take off the idle time: while activities of so many hours a week together run, a month counts as 1 - this x hours / engaging_hours, and as 1 - this at least. Afterwards the time goes on in full. 0, or absent: fewer hours take nothing off.',
        )
        .optional(),
      idle_again: z
        .boolean()
        .describe(
          'Whether the idle time only stops while activities of engaging_hours or more together last, and goes on after them until the first course, the duty met, or income. Absent or false: such activities end it for good.',
        )
        .optional(),
      relapse: z
        .strictObject({
          from_0: hazardPerMonth().describe('Rate per month in the first six months of work.'),
          from_6: hazardPerMonth().describe('Rate per month from six months to a year.'),
          from_12: hazardPerMonth().describe('Rate per month from one year to five.'),
          from_60: hazardPerMonth().describe('Rate per month after five years.'),
        })
        .describe('Rates at which work ends and people return to bijstand, by time since it began.'),
      relapse_ratios: relapseRatios
        .describe(
          'What makes work last: hazard ratios on income.relapse, which then is that of a person of middle education at the exam level. Absent: all work lasts equally long.',
        )
        .optional(),
      student_finance_until: quantity({ unit: 'years of age', min: 18, max: 65 }).describe(
        'Age in years before which an education with student finance must be begun.',
      ),
      education_months: months().describe('Median months that an education with student finance takes.'),
      education_sigma: spreadOfLogarithm().describe(
        'Spread of those months between people: standard deviation of their logarithm.',
      ),
      education_to_work: share().describe(
        'Share of those who end their education who go to work; the others go to bijstand.',
      ),
      labour_market: z
        .array(
          z.strictObject({
            from: day().describe('Date from which the ratio holds, until the next one.'),
            ratio: ratio().describe(
              "Hazard ratio on work, part-time work and a partner's job from that date on.",
            ),
          }),
        )
        .min(1)
        .max(100)
        .describe("The labour market by date: hazard ratios on work, part-time work and a partner's job."),
      pension_age: z
        .array(
          z.strictObject({
            from: day().describe('Date from which this age holds, until the next one.'),
            age: quantity({ unit: 'months of age', min: 780, max: 960 }).describe(
              'State pension age in months, of those who reach it from that date on.',
            ),
          }),
        )
        .min(1)
        .max(100)
        .describe('State pension age (AOW) by the date on which people reach it.'),
      part_time_benefit: share().describe('Share of the benefit that is still paid beside part-time work.'),
      part_time_hours: hours().describe(
        'Hours a week of part-time work, which count against what a person can carry.',
      ),
      work_hours: hours().describe('Hours a week of work, which count against what a person can carry.'),
      pay: quantity({ unit: 'ratio', min: 0, max: 10 }).describe(
        'Net pay of a full working week over the bijstand norm of a couple, which follows the net minimum wage. Only the measure of own earnings reads it: nothing that people do hangs on it.',
      ),
      engaging_hours: hours().describe(
        'Hours a week from which activities that run at once, together, count as taking part: they end the idle wait (see idle_again; fewer hours may slow it, see idle_relief), keep somebody on the road, and count as taking part in society. 0: any activity does.',
      ),
    })
    .describe('How people come off bijstand and back: work, education, other income.');
