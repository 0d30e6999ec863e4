import { describe, expect, it } from 'vitest';
import type { Task } from '../../../src/simulation/task.js';
import { firstDifference } from '../../../src/simulation/trace/difference.js';
import { decide, pieceValue } from '../../../src/simulation/trace/standings.js';
import { traceLife } from '../../../src/simulation/trace/trace.js';
import { courseOf, shippedTree, taskOf } from '../../shipped.js';

const everything = () => true;

/** The lives of a person under the reference and under the approach of that place. */
function livesOf(task: Task, person: number, other = 1) {
  const { events, models } = traceLife(task, 0, 0, person);
  return [0, other].map((i) => ({ events: events[i]!, lived: models[i]! }));
}

function partingOf(task: Task, person: number, counts: (track: string) => boolean) {
  const [first, second] = livesOf(task, person);
  return firstDifference(first!, second!, counts);
}

const fifty = Array.from({ length: 50 }, (_, person) => person);

/** The sequential approach beside a copy of it that `change` alters. */
function beside(change: (copy: ReturnType<typeof shippedTree>['approaches'][string]) => void): Task {
  const tree = shippedTree('national');
  const copy = structuredClone(tree.approaches.sequential!);
  change(copy);
  return taskOf({ ...tree, approaches: { ...tree.approaches, copy } });
}

const coach = {
  label: 'Coach',
  phase: 3,
  start: { when: { housing: 'housed' } },
  weeks: 1000,
  hours_per_week: 0,
  mandatory: false,
  dropout: 0,
};

describe('firstDifference', () => {
  it('is none between two approaches that are the same', () => {
    const task = beside(() => {});
    expect(fifty.map((person) => partingOf(task, person, everything))).toEqual(fifty.map(() => undefined));
  });

  it('is a track that the other approach does not have, and what lets it start', () => {
    const task = beside((copy) => {
      copy.activities.coach = { ...coach, acts_on: [] };
    });
    const found = fifty.map((person) => partingOf(task, person, everything)).filter(Boolean);
    expect(found.length).toBeGreaterThan(40);
    for (const difference of found) {
      expect(difference).toMatchObject({
        inFirst: false,
        later: undefined,
        event: { approach: 'copy', track: 'coach', from: 'waiting', to: 'taking_part' },
        causes: [{ kind: 'missing', what: 'track', facts: [{ track: 'housing', state: 'housed' }, {}] }],
      });
    }
  });

  it('blames a hazard ratio that is all that differs, with what brought it', () => {
    const task = beside((copy) => {
      copy.activities.coach = { ...coach, acts_on: ['work'] };
    });
    const { work_men, work_women } = shippedTree('national').effects;
    const sizes: Record<string, unknown> = { on_men: work_men, on_women: work_women };
    const found = fifty.flatMap((person) => partingOf(task, person, (track) => track === 'income') ?? []);
    expect(found.length).toBeGreaterThan(10);
    let throughout = 0;
    for (const { event, inFirst, later, causes } of found) {
      // 'other': by a partner's job, whose hazard follows the person's own.
      expect(['work', 'bijstand_part_time', 'other']).toContain(event.to);
      expect([inFirst, causes.length]).toEqual([false, 1]);
      if (later !== undefined) expect(later).toBeGreaterThan(event.month);
      const [cause] = causes;
      if (cause?.kind !== 'effect') throw new Error(`expected an effect, got ${cause?.kind}`);
      expect([cause.of, cause.name, cause.there.ratio, cause.there.state]).toEqual([
        'state',
        'support_work',
        1,
        undefined,
      ]);
      expect(cause.here.ratio).toBeCloseTo((sizes[cause.here.state!] as { value: number }).value, 12);
      expect(cause.here.openedBy).toEqual([
        { track: 'coach', state: 'taking_part', wanted: ['taking_part'] },
      ]);
      expect(cause.weight).toBeGreaterThan(0);
      // Who has been away from bijstand meanwhile has left the coach, and lives with what fades of it.
      const whole = Math.log(cause.here.ratio) * (event.month - cause.since);
      if (cause.until === event.month) expect(cause.weight).toBeCloseTo(whole, 9);
      else expect(cause.weight).toBeLessThan(whole);
      throughout += cause.until === event.month ? 1 : 0;
    }
    expect(throughout).toBeGreaterThan(10);
  });

  it('blames the pace of the same lessons with more hours', () => {
    const tree = shippedTree('national', [
      'inburgering.course_hours=12',
      'cohort.capacity.hours_per_week=80',
    ]);
    const { sequential } = tree.approaches;
    const lessons = (hours_per_week: number) => ({
      ...sequential!,
      activities: { coach: { ...coach, hours_per_week, acts_on: ['language' as const] } },
    });
    const task = taskOf({ ...tree, approaches: { sequential: lessons(2), copy: lessons(3) } });
    const found = fifty.flatMap((person) => partingOf(task, person, (track) => track === 'language') ?? []);
    const paces = found.flatMap(({ causes }) =>
      causes.flatMap((cause) => (cause.kind === 'effect' && cause.of === 'pace' ? [cause] : [])),
    );
    expect(paces.length).toBeGreaterThan(20);
    for (const { name, here, there, weight, since, until } of paces) {
      expect([name, here.state, there.state]).toEqual(['support_learning', 'in_activities', 'in_activities']);
      expect(here.ratio / there.ratio).toBeCloseTo(1.5, 12);
      expect(weight).toBeGreaterThan(0);
      expect(since).toBeLessThan(until);
    }
  });

  it('blames the size of the loan where a repayment ends at another moment', () => {
    const settings = [
      'inburgering.fined=1',
      'inburgering.loan_per_month=50',
      'inburgering.loan_repayment=100',
    ];
    const tree = shippedTree('national', [...settings, 'inburgering.term_months=12', 'horizon_years=20']);
    const copy = structuredClone(tree.approaches.sequential!);
    copy.activities.coach = { ...coach, acts_on: ['dropout'] };
    const task = taskOf({ ...tree, approaches: { ...tree.approaches, copy } });
    const bounds = Array.from({ length: 100 }, (_, person) => person).flatMap((person) => {
      const found = partingOf(task, person, (track) => track === 'loan');
      const own = found?.causes.flatMap((cause) => (cause.kind === 'bound' ? [cause] : [])) ?? [];
      const [first, second] = livesOf(task, person);
      return own.map((cause) => ({ cause, here: found!.inFirst ? first! : second! }));
    });
    expect(bounds.length).toBeGreaterThan(0);
    for (const { cause, here } of bounds) {
      const owed = here.events.find(({ to }) => to === 'owed')!.month;
      const steps = here.events.filter(({ track, month }) => track === 'inburgering' && month <= owed);
      const months = steps.reduce(
        (sum, { to, month }, i) => (to === 'in_course' ? sum + (steps[i + 1]?.month ?? owed) - month : sum),
        0,
      );
      expect(cause.here).toBeCloseTo(months / 2, 9);
    }
  });

  it('tells of an influence what weighs to the side to which all of it comes down', () => {
    const task = taskOf(shippedTree('plans/bridging-year'));
    const effects = fifty
      .flatMap((person) => partingOf(task, person, (track) => track === 'income') ?? [])
      .flatMap(({ causes }) => causes)
      .flatMap((cause) => (cause.kind === 'effect' ? [cause] : []));
    expect(effects.length).toBeGreaterThan(20);
    for (const { here, there, weight, since, until } of effects) {
      expect(Math.sign(here.ratio - there.ratio)).toBe(Math.sign(weight));
      expect(since).toBeLessThan(until);
    }
  });

  it('blames the guard of a gate that only one approach opens', () => {
    const task = beside((copy) => {
      copy.search.opens = { housing: 'housed' };
    });
    const found = fifty.flatMap((person) => partingOf(task, person, (track) => track === 'search') ?? []);
    expect(found.length).toBeGreaterThan(40);
    for (const { event, causes } of found) {
      expect(event).toMatchObject({ approach: 'copy', track: 'search', to: 'open' });
      expect(causes).toMatchObject([
        {
          kind: 'guard',
          since: event.month,
          here: [{ track: 'housing', state: 'housed' }],
          there: [{ track: 'inburgering', wanted: ['passed', 'exempt', 'overdue'] }],
        },
      ]);
    }
  });

  it('blames a clock that runs faster, and finds the event of the reference when it is the earlier one', () => {
    const wait = courseOf(shippedTree('national').approaches.sequential).mean_wait as { value: number };
    const task = beside((copy) => {
      courseOf(copy).mean_wait = 2 * wait.value;
    });
    const found = fifty.flatMap((person) => partingOf(task, person, everything) ?? []);
    expect(found.length).toBeGreaterThan(40);
    for (const { event, inFirst, causes } of found) {
      expect([event.approach, event.to, inFirst]).toEqual(['sequential', 'in_course', true]);
      expect(causes).toHaveLength(1);
      const [cause] = causes;
      if (cause?.kind !== 'clock' || cause.here.kind !== 'hazard' || cause.there.kind !== 'hazard')
        throw new Error(`expected two hazards, got ${cause?.kind}`);
      const logs = [cause.here, cause.there].map(({ factors }) => factors[0]!.pieces[0]!.log);
      expect(logs[0]! - logs[1]!).toBeCloseTo(Math.log(2), 12);
    }
  });
});

describe('judge', () => {
  const here = new Map([
    ['housing', { state: 'housed', since: 3 }],
    ['course', { state: 'waiting', since: 0 }],
  ]);
  const housed = { track: 'housing', in: ['housed'] };
  const weights = [
    { track: 'housing', state: 'housed', weight: 6 },
    { track: 'course', state: 'started', weight: 1 },
  ];
  const lived = { model: { loads: ['six', 'seven'].map((name) => ({ name, weights })) }, thresholds: [6, 7] };
  const started = { track: 'course', in: ['started', 'finished'] };
  const housing = { track: 'housing', state: 'housed', wanted: ['housed'] };
  const course = { track: 'course', state: 'waiting', wanted: ['started', 'finished'] };
  it.each([
    ['a state that holds', housed, true, [housing]],
    ['all: what stands in the way', { all: [housed, started] }, false, [course]],
    ['any: the alternative that holds', { any: [started, housed] }, true, [housing]],
    [
      'any: all that could have held',
      { any: [started, { not: housed }] },
      false,
      [course, { ...housing, wanted: [] }],
    ],
    ['not', { not: started }, true, [{ ...course, wanted: [] }]],
    ['nothing asked', { all: [] }, true, []],
    ['nothing that could hold', { any: [] }, false, []],
    ['a load: what adds up to the threshold', { load: 'six' }, true, [housing]],
    ['a load: what is lacking', { load: 'seven' }, false, [{ ...course, wanted: ['started'] }]],
  ])('%s', (_, condition, holds, facts) => {
    expect(decide(condition, here, lived)).toEqual({ holds, facts });
  });
});

describe('pieceValue', () => {
  it('is constant before the first piece and follows the slope of each', () => {
    const pieces = [
      { from: 0, log: 1, slope: -0.25 },
      { from: 4, log: 0, slope: 0 },
    ];
    expect([-1, 0, 2, 4, 9].map((time) => pieceValue(pieces, time))).toEqual([1, 1, 0.5, 0, 0]);
  });
});
