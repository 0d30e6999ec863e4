/**
 * What follows for those who finish an activity: education, work or voluntary work. The end of the activity leads through a state
 * that says where to, and that lasts no time: the track of income, or of voluntary work, makes its move meanwhile.
 */

import type { Branch, Condition, Track } from '../../engine/model/model.js';
import { onlyNo } from '../attributes/attribute.js';
import { after, gate, inState, type PersonalTransition } from '../life/transition.js';
import { SUPPORT } from '../schema/names.js';
import type { Activity, Approach } from '../schema/scenario.js';
import { monthsFromWeeks } from '../time/calendar.js';

const destinations = ['education', 'work', 'voluntary_work'] as const;

type Destination = (typeof destinations)[number];

/** A share to a destination: of a scenario as read, or under one parameter draw. */
type Outflow = { readonly [To in Destination]?: unknown };

const placing = (to: Destination) => `to_${to}`;

/** The destinations that an activity has, in a fixed order. */
const destinationsOf = (outflow: Outflow | undefined) =>
  destinations.filter((to) => outflow?.[to] !== undefined);

/** The states through which the end of an activity leads. */
export function placingStates(outflow: Outflow | undefined): string[] {
  return destinationsOf(outflow).map(placing);
}

/** Where the planned end of an activity leads. Shares that a draw puts above one together are scaled down to it. */
export function plannedEnd({ outflow }: Activity, next: string): Branch[] {
  const branches = destinationsOf(outflow).map((to) => ({
    state: placing(to),
    probability: outflow![to]!,
  }));
  const rest = 1 - branches.reduce((sum, { probability }) => sum + probability, 0);
  return [...branches, { state: next, probability: Math.max(0, rest) }];
}

/** The move of income, or to voluntary work, that such a state asks for; undefined: it is the state of something else. */
export function moveOf(state: string): { readonly track: string; readonly state: string } | undefined {
  const to = destinations.find((each) => placing(each) === state);
  if (to === undefined) return undefined;
  return to === 'voluntary_work' ? { track: VOLUNTARY, state: 'doing' } : { track: 'income', state: to };
}

const placedTrack = (name: string) => `${SUPPORT}voluntary_after_${name}`;

/** Income that takes the place of voluntary work. */
const occupied = inState('income', 'work', 'education', 'pension');

/** The states through which the end of an activity leads to work or education. */
export function statesLeadingOn({ outflow }: Pick<Activity, 'outflow'>): string[] {
  return destinationsOf(outflow).flatMap((to) => (to === 'voluntary_work' ? [] : [placing(to)]));
}

/**
 * From the states of placing on to what follows an activity.
 *
 * @param settled holds when those that lead to work or education may be left
 */
export function placedTransitions(
  name: string,
  { outflow }: Activity,
  next: string,
  settled: Condition,
): PersonalTransition[] {
  return destinationsOf(outflow).map((to) => {
    const done = to === 'voluntary_work' ? inState(placedTrack(name), 'yes') : settled;
    return gate(name, placing(to), next, done);
  });
}

/** The activities of an approach that lead to a destination. */
function leadingTo(approach: Pick<ActivitiesOf, 'activities'>, to: Destination): string[] {
  return Object.entries(approach.activities).flatMap(([name, { outflow }]) =>
    outflow?.[to] === undefined ? [] : [name],
  );
}

/**
 * Moves of income on finishing an activity: to work from bijstand or the living allowance; to education from bijstand alone, before
 * student finance closes. Who can make no such move stays.
 */
export function placementTransitions(approach: Approach): PersonalTransition[] {
  const move = (from: string, to: 'education' | 'work', more: readonly Condition[] = []) => {
    const placed = leadingTo(approach, to).map((name) => inState(name, placing(to)));
    if (placed.length === 0) return [];
    const when: Condition = { all: [{ any: placed }, ...more] };
    return [gate('income', from, to, when, { reason: 'placed', ratios: { never_leaving: onlyNo } })];
  };
  const young = [inState('student_finance', 'open')];
  return ['living_allowance', 'bijstand', 'bijstand_part_time'].flatMap((from) => [
    ...(from === 'living_allowance' ? [] : move(from, 'education', young)),
    ...move(from, 'work'),
  ]);
}

/** What of the activities of an approach decides whether there is voluntary work. */
interface ActivitiesOf {
  readonly activities: Readonly<
    Record<string, { readonly outflow?: Outflow | undefined; readonly voluntary_work?: unknown }>
  >;
}

/** The name of the track that says whether somebody does voluntary work. */
export const VOLUNTARY = 'voluntary';

const isVoluntary = (approach: ActivitiesOf) =>
  Object.entries(approach.activities).flatMap(([name, activity]) =>
    activity.voluntary_work === true ? [name] : [],
  );

/** Whether somebody does voluntary work: a track of approaches in which an activity is such work or leads to it. */
export function voluntaryTracks(approach: ActivitiesOf): Track[] {
  const none = isVoluntary(approach).length === 0 && leadingTo(approach, 'voluntary_work').length === 0;
  return none ? [] : [{ name: VOLUNTARY, states: ['none', 'doing'] }];
}

/** Tracks of those who have been led to voluntary work, by activity. */
export function placedTracks(approach: Approach): Track[] {
  return leadingTo(approach, 'voluntary_work').map((name) => ({
    name: placedTrack(name),
    states: ['no', 'yes'],
  }));
}

/** When voluntary work begins and ends. */
export function voluntaryTransitions(approach: Approach): PersonalTransition[] {
  if (voluntaryTracks(approach).length === 0) return [];
  const led = leadingTo(approach, 'voluntary_work');
  const doing: Condition = {
    all: [
      { not: occupied },
      {
        any: [
          ...led.map((name) => inState(placedTrack(name), 'yes')),
          ...isVoluntary(approach).map((name) => inState(name, 'taking_part')),
        ],
      },
    ],
  };
  return [
    gate(VOLUNTARY, 'none', 'doing', doing),
    gate(VOLUNTARY, 'doing', 'none', { not: doing }),
    ...led.flatMap((name) => {
      const track = placedTrack(name);
      const { voluntary_weeks: weeks } = approach.activities[name]!.outflow!;
      return [
        gate(track, 'no', 'yes', inState(name, placing('voluntary_work'))),
        gate(track, 'yes', 'no', occupied, { reason: 'other income' }),
        ...(weeks === undefined ? [] : [after(track, 'yes', 'no', monthsFromWeeks(weeks))]),
      ];
    }),
  ];
}
