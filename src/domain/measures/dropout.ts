/** Taking part in the course and in activities, and leaving them early. */

import { dropoutReasons } from '../schema/names.js';
import type { Counter, InBoth, Measure } from './measure.js';

type Reason = (typeof dropoutReasons)[number];

/** A course of the law or an activity of an approach, with what its measures need. */
export interface MeasuredPart {
  readonly name: string;
  /** When somebody takes part: a milestone is reached, or a move is made. */
  readonly begun: { readonly milestone: string } | { readonly counter: Counter };
  /** Counts who leaves before the end. */
  readonly left: Counter;
  /** Counts the same by the hours of the part. */
  readonly leftByHours: Counter;
  /** Counts the months of taking part, by its hours. */
  readonly months: Counter;
}

function movesOf(what: string, name: string, track: string, from: string, to: string): Counter {
  return { name: `count: ${what}:${name}`, counts: { kind: 'moves', track, from, to } };
}

/** What a part has of being in a state of its track and of leaving it for another: the three counters of these. */
function takingAndLeaving(name: string, track: string, taking: string, left: string) {
  const leaving = movesOf('dropout', name, track, taking, left);
  return {
    left: leaving,
    leftByHours: { ...leaving, name: `${leaving.name} by hours`, byHoursOf: name },
    months: {
      name: `count: months:${name} by hours`,
      byHoursOf: name,
      counts: { kind: 'months', track, states: [taking] },
    },
  } as const;
}

/** A course: taken from a milestone on, and left by a move from one state to another. */
export function coursePart(course: {
  readonly name: string;
  readonly track: string;
  readonly taking: string;
  readonly left: string;
  readonly begun: string;
}): MeasuredPart {
  const { name, track, taking, left, begun } = course;
  return { name, begun: { milestone: begun }, ...takingAndLeaving(name, track, taking, left) };
}

/** An activity of an approach, which has a track of its name. */
export function activityPart(name: string): MeasuredPart {
  return {
    name,
    begun: { counter: movesOf('taking_part', name, name, 'waiting', 'taking_part') },
    ...takingAndLeaving(name, name, 'taking_part', 'dropped_out'),
  };
}

/** Share of those who left any part of an approach with such parts: it rises with the number of parts. */
export function dropoutShareOf(parts: readonly MeasuredPart[]): Measure {
  return {
    name: 'dropout_share_any',
    unit: 'share',
    better: 'less',
    definition: {
      en: 'Share of all persons that ever left a course or activity before its end.',
      nl: 'Deel van alle personen dat ooit een cursus of activiteit vóór het einde verliet.',
    },
    source: { kind: 'ever', counters: parts.map(({ left }) => left) },
    section: 'dropout',
    isDetail: true,
    words: {
      en: { label: 'Dropped out of a course or activity (of all persons)' },
      nl: { label: 'Uitgevallen uit cursus of activiteit (van alle personen)' },
    },
  };
}

/** Months in the parts of an approach by their hours, added up where they run at once. */
export function monthsTakingPartOf(parts: readonly MeasuredPart[]): Measure {
  return {
    name: 'months_taking_part',
    unit: 'months',
    definition: {
      en: 'Months in courses and activities over the whole horizon, each by its hours: a month of as many hours as the course has is a month, one of half as many is half a month. Where several run at once, they are added up.',
      nl: 'Maanden in cursussen en activiteiten over de hele horizon, elk naar de uren: een maand met evenveel uren als de cursus telt als een maand, een met half zoveel uren als een halve. Wat tegelijk loopt, wordt opgeteld.',
    },
    source: { kind: 'total', counters: parts.map(({ months }) => months) },
    section: 'dropout',
    isDetail: true,
    words: {
      en: { label: 'Months in courses and activities, by their hours' },
      nl: { label: 'Maanden in cursussen en activiteiten, naar hun uren' },
    },
  };
}

/**
 * How often any of them is left in a month of taking part, both by hours: it does not rise because there is more to leave, nor fall
 * because there is a talk now and then.
 */
export function dropoutPerMonth(parts: readonly MeasuredPart[]): Measure {
  return {
    name: 'dropout_per_month',
    unit: 'share',
    better: 'less',
    over: 'months_taking_part',
    definition: {
      en: 'How often somebody leaves a course or activity before its end, as a share of the months of taking part (months_taking_part), both by the hours of what is left and taken part in: the rate per month of the courses and activities, averaged by hours. It does not depend on whether something is written as one activity or as parts that end with it, does not rise because an approach has more to leave, and contacts of a few minutes hardly count.',
      nl: 'Hoe vaak iemand een cursus of activiteit vóór het einde verlaat, als deel van de maanden van deelname (months_taking_part), beide naar de uren van wat wordt verlaten en waaraan wordt deelgenomen: de uitval per maand uit cursussen en activiteiten, gemiddeld naar uren. Het maakt niet uit of iets als één activiteit is beschreven of als delen die met het geheel eindigen; de maat stijgt niet doordat er bij een aanpak meer te verlaten valt, en contacten van enkele minuten tellen nauwelijks.',
    },
    source: { kind: 'total', counters: parts.map(({ leftByHours }) => leftByHours) },
    section: 'dropout',
    isDetail: true,
    words: {
      en: { label: 'Dropped out, in a month of taking part' },
      nl: { label: 'Uitgevallen, in een maand van deelname' },
    },
  };
}

function dropoutFor(reason: Reason, why: InBoth, en: string, nl: string): Measure {
  return {
    name: `dropout_share_for_${reason}`,
    unit: 'share',
    better: 'less',
    definition: {
      en: `Share of all persons that ever left a course or activity before its end for ${why.en}.`,
      nl: `Deel van alle personen dat ooit een cursus of activiteit vóór het einde verliet wegens ${why.nl}.`,
    },
    source: {
      kind: 'ever',
      counters: [{ name: `count: dropout_reason:${reason}`, counts: { kind: 'leaving', reason } }],
    },
    section: 'dropout',
    isDetail: true,
    words: { en: { label: en }, nl: { label: nl } },
  };
}

const forReason: Readonly<Record<Reason, Measure>> = {
  health: dropoutFor(
    'health',
    { en: 'reasons of health', nl: 'gezondheid' },
    'Dropped out for health (of all persons)',
    'Uitgevallen om gezondheid (van alle personen)',
  ),
  family: dropoutFor(
    'family',
    { en: 'reasons of family and care', nl: 'gezin en zorg' },
    'Dropped out for family and care (of all persons)',
    'Uitgevallen om gezin en zorg (van alle personen)',
  ),
  motivation: dropoutFor(
    'motivation',
    { en: 'want of motivation or any other reason', nl: 'gebrek aan motivatie of een andere reden' },
    'Dropped out for motivation or other reasons (of all persons)',
    'Uitgevallen om motivatie of andere redenen (van alle personen)',
  ),
};

export const dropoutByReason: readonly Measure[] = dropoutReasons.map((reason) => forReason[reason]);

/** Of one course or activity: who takes part, and who of them leaves early. */
export function partMeasures({ name, begun, left }: MeasuredPart): Measure[] {
  const participation: Measure = {
    name: `participation_share_${name}`,
    unit: 'share',
    definition: {
      en: ({ part }) => `Share of all persons that ever took part in ${part(name)}.`,
      nl: ({ part }) => `Deel van alle personen dat ooit deelnam aan ${part(name)}.`,
    },
    source:
      'milestone' in begun
        ? { kind: 'reached', milestone: begun.milestone }
        : { kind: 'ever', counters: [begun.counter] },
    section: 'dropout',
    isDetail: true,
    words: {
      en: { label: ({ part }) => `Took part in: ${part(name)}` },
      nl: { label: ({ part }) => `Deelgenomen aan: ${part(name)}` },
    },
  };
  const dropout: Measure = {
    name: `dropout_share_${name}`,
    unit: 'share',
    better: 'less',
    over: participation.name,
    definition: {
      en: ({ part }) =>
        `Share of those who ever took part in ${part(name)} that left it, or the whole that it is part of, before its end at least once; those who left for work, or at the state pension age, are not counted.`,
      nl: ({ part }) =>
        `Deel van wie ooit deelnam aan ${part(name)} dat er ten minste één keer vóór het einde mee ophield, of met het geheel waarvan het deel is; wie ophield voor werk of op de AOW-leeftijd, telt niet mee.`,
    },
    source: { kind: 'ever', counters: [left] },
    section: 'dropout',
    isDetail: true,
    words: {
      en: { label: ({ part }) => `Dropped out of: ${part(name)}` },
      nl: { label: ({ part }) => `Uitgevallen uit: ${part(name)}` },
    },
  };
  return [participation, dropout];
}
