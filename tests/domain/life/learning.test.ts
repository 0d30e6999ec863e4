/** Language is learned at the pace of the hours taught: checked life by life. */

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ScenarioTree } from '../../../src/domain/schema/scenario.js';
import { loadScenario, packageLibrary } from '../../../src/scenario/load-scenario.js';
import { readNorms } from '../../../src/scenario/tables/norms.js';
import { seedKey } from '../../../src/simulation/seed.js';
import type { Task } from '../../../src/simulation/task.js';
import { traceLife } from '../../../src/simulation/trace/trace.js';
import { plain } from '../../shipped.js';

const library = packageLibrary();

/** Lessons from housing on for everybody, `hours` a week, no course; the course would be 12 hours. */
function lessons(hours: number): ScenarioTree {
  const loaded = loadScenario(join(library.scenarios, 'national.yaml'), library, [
    ...plain,
    'language.months_to.basic=12',
    'language.sigma=0.4',
    'inburgering.course_hours=12',
    'cohort.capacity.hours_per_week=80',
    'effects.language=1',
    'horizon_years=40',
    'inburgering.term_months=600',
  ]);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const { tree } = loaded.scenario;
  const approach = {
    label: 'Lessons only',
    course: { opens: { housing: 'centre', language: 'higher' }, mean_wait: 1 },
    search: { opens: { language: 'higher' } },
    activities: {
      lessons: {
        label: 'Lessons',
        phase: 2,
        start: { when: { housing: 'housed' } },
        weeks: 1000,
        hours_per_week: hours,
        acts_on: ['language' as const],
        mandatory: false,
        dropout: 0,
        continues_in_work: true,
      },
    },
  };
  return { ...tree, reference: 'lessons', approaches: { lessons: approach } };
}

function taskOf(tree: ScenarioTree): Task {
  return {
    tree,
    norms: readNorms(library),
    key: seedKey('learning'),
    draws: 1,
    replications: 1,
    approaches: ['lessons'],
    persons: false,
  };
}

/** Months from housing to the basic level of a person who does not work meanwhile; undefined: works, or never gets there. */
function monthsToBasic(task: Task, person: number): number | undefined {
  const events = traceLife(task, 0, 0, person).events[0]!;
  const at = (track: string, to: string) =>
    events.find((event) => event.track === track && event.to === to)?.month;
  const basic = at('language', 'basic');
  const housed = at('housing', 'housed');
  const work = Math.min(at('income', 'work') ?? 1e9, at('income', 'bijstand_part_time') ?? 1e9);
  return basic === undefined || housed === undefined || work < basic ? undefined : basic - housed;
}

describe('learning outside the course', () => {
  // A month of lessons makes `pace` months of course.
  it.each([
    [6, 1 / 2],
    [2, 1 / 6],
    [24, 1],
  ])('%i hours a week go at the pace of hours over those of the course', (hours, pace) => {
    const full = taskOf(lessons(12));
    const other = taskOf(lessons(hours));
    let compared = 0;
    for (let person = 0; person < 60; person++) {
      const reference = monthsToBasic(full, person);
      const months = monthsToBasic(other, person);
      if (reference === undefined || months === undefined) continue;
      compared += 1;
      expect(months * pace).toBeCloseTo(reference, 6);
    }
    expect(compared).toBeGreaterThan(15);
  });
});
