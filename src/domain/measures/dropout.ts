/** Taking part in the course and in activities, and leaving them early. */

import { dropoutReasons } from '../schema/names.js';
import type { Compared, Counter, Measure } from './measure.js';

type Reason = (typeof dropoutReasons)[number];

/** A course of the law or an activity of an approach, with what its measures need. */
export interface Part {
  readonly name: string;
  /** When somebody takes part: a milestone is reached, or a move is made. */
  readonly begun: { readonly milestone: string } | { readonly counter: Counter };
  /** Counts who leaves before the end. */
  readonly left: Counter;
}

function movesOf(what: string, name: string, track: string, from: string, to: string): Counter {
  return { name: `count: ${what}:${name}`, counts: { kind: 'moves', track, from, to } };
}

/** A course: taken from a milestone on, and left by a move from one state to another. */
export function coursePart(course: {
  readonly name: string;
  readonly track: string;
  readonly taking: string;
  readonly left: string;
  readonly begun: string;
}): Part {
  const { name, track, taking, left, begun } = course;
  return { name, begun: { milestone: begun }, left: movesOf('dropout', name, track, taking, left) };
}

/** An activity of an approach, which has a track of its name. */
export function activityPart(name: string): Part {
  return {
    name,
    begun: { counter: movesOf('taking_part', name, name, 'waiting', 'taking_part') },
    left: movesOf('dropout', name, name, 'taking_part', 'dropped_out'),
  };
}

/** Of all parts of an approach together. */
export const dropoutShare = {
  name: 'dropout_share_any',
  unit: 'share',
  better: 'less',
  definition: 'Share of all persons that ever left a course or activity before its end.',
  section: 'dropout',
  headline: {
    place: 9,
    label: { en: 'dropped out of a course or activity', nl: 'uitgevallen uit cursus of activiteit' },
    column: { en: 'dropout', nl: 'uitval' },
  },
  words: {
    en: {
      label: 'Dropped out of a course or activity',
      short: 'dropout',
      sentence: (of: Compared) =>
        `Dropped out of a course or activity: ${of.before} under “${of.reference}”, ${of.after} under “${of.approach}”`,
    },
    nl: {
      label: 'Uitgevallen uit cursus of activiteit',
      short: 'uitval',
      sentence: (of: Compared) =>
        `Uitgevallen uit een cursus of activiteit: ${of.before} onder ‘${of.reference}’, ${of.after} onder ‘${of.approach}’`,
    },
  },
} as const satisfies Omit<Measure, 'source'>;

/** The same of an approach with such parts. */
export function dropoutShareOf(parts: readonly Part[]): Measure {
  return { ...dropoutShare, source: { kind: 'ever', counters: parts.map(({ left }) => left) } };
}

function dropoutFor(reason: Reason, why: string, en: string, nl: string): Measure {
  return {
    name: `dropout_share_for_${reason}`,
    unit: 'share',
    better: 'less',
    definition: `Share of all persons that ever left a course or activity before its end for ${why}.`,
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
    'reasons of health',
    'Dropped out for health (of all persons)',
    'Uitgevallen om gezondheid (van alle personen)',
  ),
  family: dropoutFor(
    'family',
    'reasons of family and care',
    'Dropped out for family and care (of all persons)',
    'Uitgevallen om gezin en zorg (van alle personen)',
  ),
  motivation: dropoutFor(
    'motivation',
    'want of motivation or any other reason',
    'Dropped out for motivation or other reasons (of all persons)',
    'Uitgevallen om motivatie of andere redenen (van alle personen)',
  ),
};

export const dropoutByReason: readonly Measure[] = dropoutReasons.map((reason) => forReason[reason]);

/** Of one course or activity: who takes part, and who of them leaves early. */
export function partMeasures({ name, begun, left }: Part): Measure[] {
  const participation: Measure = {
    name: `participation_share_${name}`,
    unit: 'share',
    definition: ({ part }) => `Share of all persons that ever took part in ${part(name)}.`,
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
    definition: ({ part }) =>
      `Share of those who ever took part in ${part(name)} that left it before its end at least once; those who left for work, or at the state pension age, are not counted.`,
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
