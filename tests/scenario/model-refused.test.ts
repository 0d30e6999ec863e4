/** Models that are wrong: what is said of them, and where. */

import { describe, expect, it } from 'vitest';
import { problemsOf, smallModel, unmark } from './model-text.js';

describe('what the schema refuses', () => {
  it.each([
    ['a horizon that is not whole', 'horizon: 12.5', /^1:10: horizon: expected a whole number/m],
    [
      'an unknown section',
      `${smallModel()}\nmilestone: []`,
      /unknown name "milestone"; did you mean "milestones"\?/,
    ],
    ['a negative hazard', smallModel({ transition: 'hazard: -1' }), /hazard: expected at least 0, got -1/],
    ['a decimal comma', smallModel({ transition: 'hazard: "0,5"' }), /write 0\.5, not 0,5/],
    [
      'a control character in a name',
      smallModel({ transition: 'hazard: 1, name: "a\\u0007"' }),
      /without control/,
    ],
    [
      'a wrong distribution',
      smallModel({ transition: 'duration: { distribution: weibul }' }),
      /did you mean "weibull"\?/,
    ],
    [
      'a wrong time scale',
      smallModel({ transition: 'hazard: { scale: permit, pieces: [{ from: 0, rate: 1 }] }' }),
      /expected one of: origin, entry, calendar/,
    ],
    [
      'more than 32 states',
      `horizon: 1\ntracks: { a: { states: [${Array.from({ length: 33 }, (_, i) => `s${i}`)}], start: s0 } }\ntransitions: [{ track: a, from: s0, to: s1, gate: true }]`,
      /at most 32 entries, got 33/,
    ],
  ])('%s', (_, text, message) => {
    expect(problemsOf(text).join('\n')).toMatch(message);
  });
});

describe('what the checks refuse', () => {
  const cases: [string, string, string][] = [
    [
      'an unknown track',
      smallModel({ rest: '  - { track: §wrk, from: out, to: in, hazard: 1 }' }),
      'unknown track "wrk"; did you mean "work"?',
    ],
    [
      'an unknown state',
      smallModel({ rest: '  - { track: work, from: out, to: §inn, hazard: 1 }' }),
      'unknown state "inn" of track "work"; did you mean "in"?',
    ],
    [
      'an unknown state in a list',
      smallModel({ rest: '  - { track: work, from: [out, §on], to: in, hazard: 1 }' }),
      'unknown state "on" of track "work"; did you mean "in"?',
    ],
    [
      'an unknown state in a guard',
      smallModel({ transition: 'gate: true, when: { work: [§inn] }' }),
      'unknown state "inn" of track "work"; did you mean "in"?',
    ],
    [
      'an unknown track in a guard',
      smallModel({ transition: 'gate: true, when: { §wrk: in }' }),
      'unknown track "wrk"; did you mean "work"?',
    ],
    [
      'no clock',
      smallModel({ rest: '  - §{ track: work, from: out, to: in }' }),
      'a transition has exactly one of hazard, duration and gate; this one has none',
    ],
    [
      'two clocks',
      smallModel({ rest: '  - §{ track: work, from: out, to: in, hazard: 1, gate: true }' }),
      'a transition has exactly one of hazard, duration and gate; this one has hazard and gate',
    ],
    [
      'the same name twice',
      smallModel({ rest: '  - §{ track: health, from: well, to: ill, hazard: 1 }' }),
      'two transitions are named "health: well -> ill"; names must be unique',
    ],
    [
      'branches short of 1',
      smallModel({ rest: '  - { track: work, from: out, branches: §{ in: 0.5, out: 0.4 }, hazard: 1 }' }),
      'transitions.1.branches: the shares add up to 0.9, expected 1',
    ],
    [
      'an unknown group',
      smallModel({ transition: 'hazard: 1, ratios: [{ group: §age, value: old, ratio: 2 }]' }),
      'unknown group "age"; expected one of: sex',
    ],
    [
      'an unknown value of a group',
      smallModel({ transition: 'hazard: 1, ratios: [{ group: sex, value: §femal, ratio: 2 }]' }),
      'unknown value "femal" of group "sex"; did you mean "female"?',
    ],
    [
      'an unknown exposure',
      smallModel({ transition: 'hazard: 1, ratios: [{ exposure: §idle, ratio_per_month: 2 }]' }),
      'unknown exposure "idle"; there are none',
    ],
    [
      'a gate with a ratio',
      smallModel({ transition: 'gate: true, ratios: [§{ track: work, state: in, ratio: 2 }]' }),
      `a gate has no hazard for a ratio to act on; only a group's ratio of 0 (never)`,
    ],
    [
      'a fixed duration with a ratio',
      smallModel({
        transition:
          'duration: { distribution: fixed, months: 3 }, ratios: [§{ group: sex, value: male, ratio: 2 }]',
      }),
      `a fixed duration has no hazard for a ratio to act on; only a group's ratio of 0 (never)`,
    ],
    [
      'a fade on a duration',
      smallModel({
        transition:
          'duration: { distribution: exponential, mean: 3 }, ratios: [{ track: work, state: in, ratio: 2, fade: §{ months: 3 } }]',
      }),
      'a fading ratio cannot act on a duration; use a hazard',
    ],
    [
      'a pace of a hazard',
      smallModel({ transition: 'hazard: 1, §paces: [{ track: work, state: in, pace: 2 }]' }),
      'only a duration has a pace; a hazard has none',
    ],
    [
      'a pace of a state that is not there',
      smallModel({
        transition:
          'duration: { distribution: fixed, months: 3 }, paces: [{ track: work, state: §on, pace: 2 }]',
      }),
      'unknown state "on" of track "work"; did you mean "in"?',
    ],
    [
      'a bound by an exposure that is not there',
      smallModel({
        transition:
          'duration: { distribution: fixed, months: 3, at_most: { exposure: §idle, per_month: 2 } }',
        rest: 'exposures: { idles: { when: { work: out } } }',
      }),
      'unknown exposure "idle"; did you mean "idles"?',
    ],
    [
      'parameters of another distribution',
      smallModel({ transition: 'duration: §{ distribution: weibull, mean: 3 }' }),
      'distribution weibull takes shape and scale; got mean',
    ],
    [
      'pieces out of order',
      smallModel({ transition: 'hazard: { pieces: [{ from: 3, rate: 1 }, { from: §2, rate: 1 }] }' }),
      '"from" must ascend: 2 after 3',
    ],
    [
      'a half-told ratio',
      smallModel({ transition: 'hazard: 1, ratios: [§{ track: work, ratio: 2 }]' }),
      'a hazard ratio of a track needs "state"',
    ],
    [
      'a ratio of nothing',
      smallModel({ transition: 'hazard: 1, ratios: [§{ ratio: 2 }]' }),
      'a hazard ratio names exactly one of group, track, exposure and load',
    ],
    [
      'a reward that counts nothing',
      smallModel({ rest: 'rewards: [{ name: a, per_event: 1, on: [§{ from: ill }] }]' }),
      'this matches no transition',
    ],
    [
      'a threshold that forgets a value',
      smallModel({
        rest: 'loads: { hours: { weights: { work: { in: 36 } }, threshold: { group: sex, values: §{ male: 40 } } } }',
      }),
      'no value for female of group "sex"',
    ],
    [
      'a fade without an end',
      smallModel({
        transition: 'hazard: 1, ratios: [{ track: work, state: in, ratio: 2, fade: §{ hold: 3 } }]',
      }),
      'a fade has exactly one of months, half_life and steps',
    ],
    [
      'steps that start late',
      smallModel({
        transition:
          'hazard: 1, ratios: [{ track: work, state: in, fade: { steps: [{ from: §2, ratio: 3 }] } }]',
      }),
      'the first step starts at 0, got 2',
    ],
    [
      'an event counted by a branch',
      smallModel({
        rest: `  - { track: work, from: out, branches: { in: 0.5, out: 0.5 }, hazard: 1, name: try }
rewards: [{ name: jobs, per_event: 1, on: [{ to: §in }] }]`,
      }),
      '"try" has branches, and a reward counts it whichever it takes; leave "to" out, or make each branch a transition',
    ],
    [
      'a uniform without width',
      smallModel({ transition: 'duration: { distribution: uniform, low: 3, high: §3 }' }),
      '"high" must be above "low" (3), got 3',
    ],
    [
      'a calendar too far from where amounts are discounted to',
      `discount_rate: 0.03\ncalendar_start: { from: 0, to: §24312 }\n${smallModel()}`,
      'amounts are discounted to calendar month 0, and 24312 is more than 1200 months from it; count the calendar from a month nearby',
    ],
    [
      'an unknown state to start in',
      smallModel().replace('start: well', 'start: { well: 0.5, §weel: 0.5 }'),
      'unknown state "weel" of track "health"; did you mean "well"?',
    ],
    [
      'a reward of two kinds',
      smallModel({ rest: 'rewards: [§{ name: a, per_event: 1, per_month: 1 }]' }),
      'a reward has either per_month (with when) or per_event (with on)',
    ],
  ];

  it.each(cases)('%s', (_, marked, message) => {
    const { text, place } = unmark(marked);
    expect(problemsOf(text)).toEqual([`${place}: ${message}`]);
  });

  it('reports all problems at once, in the order of the file', () => {
    const problems = problemsOf(`horizon: 12
tracks:
  all: { states: [a, a], start: c }
groups:
  sex: { male: 0.6, female: 0.5 }
transitions:
  - { track: al, from: a, to: b, hazard: 1 }
milestones:
  - { name: m, when: { al: a } }
  - { name: m, when: { any: a } }
`);
    expect(problems).toEqual([
      '3:3: a track cannot be named "all": conditions use that word',
      '3:22: two states of track "all" are named "a"; names must be unique',
      '3:33: unknown state "c" of track "all"; did you mean "a"?',
      '5:8: groups.sex: the shares add up to 1.1, expected 1',
      '7:14: unknown track "al"; did you mean "all"?',
      '9:24: unknown track "al"; did you mean "all"?',
      '10:13: two milestones are named "m"; names must be unique',
      '10:29: "any" takes a list of conditions',
    ]);
  });

  it('says so when there is no such file', () => {
    expect(problemsOf('').join()).toMatch(/empty|expected names/);
  });
});
