/**
 * Taking part, and what became of it: in society, in work, education or voluntary work within a year of the house or of an
 * activity, and activities that came to their end.
 */

import type { Condition, Milestone, Track } from '../../engine/model/model.js';
import { engagedBy } from '../activities/activities.js';
import { VOLUNTARY } from '../activities/outflow.js';
import { gate, inState, type PersonalTransition } from '../life/transition.js';
import type { Regime } from '../regimes/regime.js';
import { SUPPORT } from '../schema/names.js';
import type { Approach } from '../schema/scenario.js';
import { type Compared, inYears, type Measure } from './measure.js';

/** Whether a person takes part in society. */
const PARTICIPATION = `${SUPPORT}participation`;

/** Months without course or activity after which somebody who left them counts as having left the whole road. */
const LEFT_FOR_MONTHS = 6;

/** Condition that a person is in paid work (part-time work beside bijstand counts), education or voluntary work. */
function placedWhen(tracks: readonly Track[]): Condition {
  const hasVoluntary = tracks.some(({ name }) => name === VOLUNTARY);
  return {
    any: [
      inState('income', 'work', 'bijstand_part_time', 'education'),
      ...(hasVoluntary ? [inState(VOLUNTARY, 'doing')] : []),
    ],
  };
}

export const participationTrack: Track = { name: PARTICIPATION, states: ['no', 'yes'] };

/** Gates that keep the track; activities count from the hours at which together they end the idle wait. @param tracks of the approach */
export function participationTransitions(
  { activities }: Pick<Approach, 'activities'>,
  tracks: readonly Track[],
): PersonalTransition[] {
  const takesPart: Condition = { any: [placedWhen(tracks), engagedBy(Object.keys(activities))] };
  return [gate(PARTICIPATION, 'no', 'yes', takesPart), gate(PARTICIPATION, 'yes', 'no', { not: takesPart })];
}

const begun = (activity: string) => `begun_${activity}`;
const placedAfter = (activity: string) => `placed_after_${activity}`;
const PLACED_WHEN_HOUSED = 'placed_when_housed';
const LEFT_EVERYTHING = 'left_everything';

/** The milestones that these measures are made of. @param tracks of the approach */
export function participationMilestones(
  { courses }: Pick<Regime, 'courses'>,
  activities: readonly string[],
  tracks: readonly Track[],
): Milestone[] {
  const placed = placedWhen(tracks);
  const first = (name: string, when: Condition): Milestone => ({ name, when, sustainedMonths: 0 });
  const onTheRoad = [
    ...courses.map(({ track, taking }) => inState(track, taking)),
    engagedBy(activities),
    placed,
  ];
  return [
    first(PLACED_WHEN_HOUSED, { all: [inState('housing', 'housed'), placed] }),
    {
      name: LEFT_EVERYTHING,
      when: {
        all: [
          { any: courses.map(({ track, left }) => inState(track, left)) },
          inState('income', 'living_allowance', 'bijstand'),
          { not: { any: onTheRoad } },
        ],
      },
      sustainedMonths: LEFT_FOR_MONTHS,
    },
    ...activities.flatMap((name) => {
      const hasBegun: Condition = { not: inState(name, 'waiting', 'not_eligible') };
      return [first(begun(name), hasBegun), first(placedAfter(name), { all: [hasBegun, placed] })];
    }),
  ];
}

export const participatingShare: Measure = {
  name: 'participating_share',
  unit: 'share',
  better: 'more',
  byYear: 'at',
  definition: {
    en: 'Share of all persons that take part in society at the month: in paid work (part-time work beside bijstand counts), in education, in voluntary work, or in activities that together take at least income.engaging_hours a week. The course is not counted.',
    nl: 'Deel van alle personen dat in die maand meedoet in de samenleving: in betaald werk (deeltijdwerk naast bijstand telt mee), een opleiding of vrijwilligerswerk, of in activiteiten die samen ten minste income.engaging_hours per week duren. De cursus telt niet mee.',
  },
  source: { kind: 'occupancy', track: PARTICIPATION, states: ['yes'] },
  words: {
    en: {
      label: 'Taking part (work, education, voluntary work or activities of some size)',
      sentence: (of: Compared) =>
        `Taking part ${inYears(of.year)} after the permit, in work, education, voluntary work or activities of some size: ${of.before} under “${of.reference}”, ${of.after} under “${of.approach}”`,
    },
    nl: {
      label: 'Doet mee (werk, opleiding, vrijwilligerswerk of activiteiten van enige omvang)',
      sentence: (of: Compared) =>
        `Doet ${of.year} jaar na de vergunning mee, in werk, opleiding, vrijwilligerswerk of activiteiten van enige omvang: ${of.before} onder ‘${of.reference}’, ${of.after} onder ‘${of.approach}’`,
    },
  },
};

export const placedAfterHousing: Measure = {
  name: 'placed_share_housing',
  unit: 'share',
  better: 'more',
  definition: {
    en: 'Share of all persons that were in paid work (part-time work beside bijstand counts), education or voluntary work at any time in the first twelve months in their house in the municipality.',
    nl: 'Deel van alle personen dat op enig moment in de eerste twaalf maanden in een woning in de gemeente betaald werk had (deeltijdwerk naast bijstand telt mee), een opleiding volgde of vrijwilligerswerk deed.',
  },
  source: { kind: 'within', milestone: PLACED_WHEN_HOUSED, of: 'housed', months: 12 },
  words: {
    en: { label: 'In work, education or voluntary work within a year of housing' },
    nl: { label: 'Binnen een jaar na huisvesting aan het werk, in opleiding of vrijwilligerswerk' },
  },
};

/** What left everything means, beside the share of those who left anything. */
export const leftEverythingShare: Measure = {
  name: 'left_everything_share',
  unit: 'share',
  better: 'less',
  definition: {
    en: `Share of all persons that for at least ${LEFT_FOR_MONTHS} months on end had left a course and not taken it up again, lived on bijstand or the allowance before it, without part-time work, and were in no course, in no voluntary work, and in activities of less than income.engaging_hours a week together. Months in which somebody lives on other income do not count. Who leaves one of several things and goes on with others of some size is not counted; a talk now and then keeps nobody on the road.`,
    nl: `Deel van alle personen dat ten minste ${LEFT_FOR_MONTHS} maanden achtereen een cursus had verlaten en niet weer had opgepakt, van bijstand leefde of van het leefgeld daarvoor, zonder deeltijdwerk, en niet in een cursus, in vrijwilligerswerk of in activiteiten van samen ten minste income.engaging_hours per week zat. Maanden waarin iemand van ander inkomen leeft, tellen niet mee. Wie één van meer dingen verlaat en doorgaat met andere van enige omvang, telt niet mee; een gesprek nu en dan houdt niemand in beeld.`,
  },
  source: { kind: 'reached', milestone: LEFT_EVERYTHING },
  section: 'dropout',
  headline: {
    place: 9,
    label: { en: 'left the whole road', nl: 'uit beeld' },
    column: { en: 'dropout', nl: 'uitval' },
  },
  words: {
    en: {
      label: 'Left the whole road (course and activities of some size, for half a year or more)',
      short: 'dropout',
    },
    nl: {
      label: 'Uit beeld (cursus en activiteiten van enige omvang verlaten, een half jaar of langer)',
      short: 'uitval',
    },
  },
};

/** Of one activity: who came to its end, and who was placed within a year of its beginning. */
export function outcomesOfActivity(name: string): Measure[] {
  const common = {
    unit: 'share',
    better: 'more',
    over: `participation_share_${name}`,
    section: 'dropout',
    isDetail: true,
  } as const;
  return [
    {
      ...common,
      name: `finished_share_${name}`,
      definition: {
        en: ({ part }) =>
          `Share of those who ever took part in ${part(name)} that came to its end as planned; those who left it early, alone or with the whole that it is part of, also for work, or reached the state pension age in it, are not counted.`,
        nl: ({ part }) =>
          `Deel van wie ooit deelnam aan ${part(name)} dat volgens plan aan het einde kwam; wie eerder ophield, alleen hiermee of met het geheel waarvan het deel is, ook voor werk, of er de AOW-leeftijd bereikte, telt niet mee.`,
      },
      source: {
        kind: 'ever',
        counters: [{ name: `count: finished:${name}`, counts: { kind: 'ended', activity: name } }],
      },
      words: {
        en: { label: ({ part }) => `Ended as planned: ${part(name)}` },
        nl: { label: ({ part }) => `Volgens plan afgerond: ${part(name)}` },
      },
    },
    {
      ...common,
      name: `placed_share_${name}`,
      definition: {
        en: ({ part }) =>
          `Share of those who ever took part in ${part(name)} that were in paid work (part-time work beside bijstand counts), education or voluntary work at any time in the twelve months from its beginning.`,
        nl: ({ part }) =>
          `Deel van wie ooit deelnam aan ${part(name)} dat op enig moment in de twaalf maanden vanaf het begin betaald werk had (deeltijdwerk naast bijstand telt mee), een opleiding volgde of vrijwilligerswerk deed.`,
      },
      source: { kind: 'within', milestone: placedAfter(name), of: begun(name), months: 12 },
      words: {
        en: {
          label: ({ part }) =>
            `In work, education or voluntary work within a year of the beginning of: ${part(name)}`,
        },
        nl: {
          label: ({ part }) =>
            `Binnen een jaar na het begin aan het werk, in opleiding of vrijwilligerswerk: ${part(name)}`,
        },
      },
    },
  ];
}
