/** Lives under JAS as its source has it: 24 hours a week with a mentor, who is part of it. */

import { describe, expect, it } from 'vitest';
import { scenarioOfDraw } from '../../src/simulation/task.js';
import { type LifeEvent, traceLife } from '../../src/simulation/trace/trace.js';
import { shippedTree, taskOf } from '../shipped.js';

const PERSONS = 40;
const tree = shippedTree('leiden');

interface Stretch {
  readonly states: ReadonlyMap<string, string>;
  readonly hours: number;
}

/** The states of all tracks between the moments at which something happens, with the hours of the activities then. */
function stretchesOf(events: readonly LifeEvent[], hoursOf: Readonly<Record<string, number>>): Stretch[] {
  const states = new Map<string, string>();
  return events.flatMap(({ month, track, to }, i) => {
    states.set(track, to);
    if (events[i + 1]?.month === month) return [];
    const running = [...states].filter(([name, state]) => name in hoursOf && state === 'taking_part');
    return [{ states: new Map(states), hours: running.reduce((sum, [name]) => sum + hoursOf[name]!, 0) }];
  });
}

/** Lives of so many draws; of one draw at the central values. */
function livesOf(draws: number) {
  const task = taskOf(tree, { draws });
  return Array.from({ length: draws }, (_, draw) => {
    const { activities } = scenarioOfDraw(task, draw).approaches.parallel!;
    const hoursOf = Object.fromEntries(
      Object.entries(activities).map(([name, { hours_per_week: hours }]) => [name, hours]),
    );
    return Array.from({ length: PERSONS }, (_, person) => {
      const events = traceLife(task, draw, 0, person).events[1]!;
      return { events, hoursOf, stretches: stretchesOf(events, hoursOf) };
    });
  }).flat();
}

const drawn = livesOf(12);

const monthOf = (events: readonly LifeEvent[], track: string, state: string) =>
  events.find((event) => event.track === track && event.to === state)?.month;

describe('JAS', () => {
  it('takes 24 hours of everybody who has a mentor, and those of the mentor less of the others, in every draw', () => {
    const seen = new Set<string>();
    for (const { stretches, hoursOf } of drawn)
      for (const { states, hours } of stretches) {
        const within = ['plan', 'jas'].filter((part) => states.get(part) === 'taking_part');
        const withoutMentor =
          within[0] === 'jas' && states.get('mentor') !== 'taking_part' ? hoursOf.mentor! : 0;
        expect(hours).toBeCloseTo(within.length === 0 ? 0 : hoursOf.plan! - withoutMentor, 9);
        expect(within.length).toBeLessThan(2);
        seen.add(`${within.join()} ${states.get('mentor')}`);
      }
    // Before, with, without and after a mentor.
    for (const part of [
      'plan undefined',
      'jas taking_part',
      'jas undefined',
      'jas finished',
      'jas dropped_out',
    ])
      expect([...seen]).toContain(part);
  });

  it('is left with its mentor, and no mentor outlasts it', () => {
    let together = 0;
    for (const { events, stretches } of drawn) {
      for (const { states } of stretches)
        if (states.get('mentor') === 'taking_part') expect(states.get('jas')).toBe('taking_part');
      const left = monthOf(events, 'jas', 'dropped_out');
      const until = events.filter(({ month, track }) => track === 'mentor' && month < left!);
      if (until.at(-1)?.to !== 'taking_part') continue;
      expect(monthOf(events, 'mentor', 'dropped_out')).toBe(left);
      together += 1;
    }
    expect(together).toBeGreaterThan(10);
  });

  it('comes to its end with its mentor, who is there as long at the central values', () => {
    const ends = livesOf(1).flatMap(({ events }) => {
      const [begun, jas, mentor] = [
        monthOf(events, 'jas', 'taking_part'),
        monthOf(events, 'jas', 'finished'),
        monthOf(events, 'mentor', 'finished'),
      ];
      // By its weeks, not by a job: 84 weeks are 19.3 months.
      const byWeeks = jas !== undefined && mentor !== undefined && Math.abs(jas - begun! - 19.3) < 0.05;
      return byWeeks ? [mentor - jas] : [];
    });
    expect(ends.length).toBeGreaterThan(3);
    expect(ends.every((difference) => difference === 0)).toBe(true);
  });
});
