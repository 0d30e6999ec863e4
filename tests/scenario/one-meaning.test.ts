import { describe, expect, it } from 'vitest';
import { planSweep } from '../../src/run/sweep/points.js';
import { formatDiagnostic } from '../../src/scenario/check/diagnostic.js';
import { describeSetByHand, noticeChanges } from '../../src/scenario/check/set-by-hand.js';
import {
  changeScenario,
  type LoadedScenario,
  type LoadResult,
  loadScenario,
  packageLibrary,
} from '../../src/scenario/load-scenario.js';
import { folderWith } from './temporary-folder.js';

const activity = (label: string) =>
  `{ label: ${label}, phase: 3, start: { when: { housing: housed } }, weeks: 26, hours_per_week: 10, acts_on: [work], mandatory: false }`;
const base = `name: Base
extends: national
approaches:
  parallel:
    label: P
    course: { opens: { housing: housed }, mean_wait: 3 }
    search: { opens: { housing: housed } }
    activities: { coach: ${activity('Coach')}, school: ${activity('School')} }
`;
const path = 'approaches.parallel.activities';

function load(top: string, settings: string[] = []): LoadResult {
  const folder = folderWith({ 'base.yaml': base, 'a.yaml': `name: Top\nextends: base\n${top}` });
  return loadScenario(`${folder}/a.yaml`, packageLibrary(), settings);
}

const namesOf = (result: LoadResult) =>
  result.ok
    ? Object.keys(result.scenario.tree.approaches.parallel!.activities)
    : result.diagnostics.map(formatDiagnostic);

const scenario = (load('') as { scenario: LoadedScenario }).scenario;

/** The same value of the activities in a file, with --set, at a point of a sweep, and in an experiment file. */
const ways: [string, (value: string) => LoadResult][] = [
  ['a file', (value) => load(`approaches: { parallel: { activities: ${value} } }\n`)],
  ['--set', (value) => load('', [`${path}=${value}`])],
  ['--set of the section around it', (value) => load('', [`approaches.parallel={ activities: ${value} }`])],
  [
    'sweep --set',
    (value) => {
      const { points } = planSweep(scenario, { set: [`${path}=${value}`], seed: '1' });
      return changeScenario(scenario, points[1]!.changes);
    },
  ],
  [
    'an experiment file',
    (value) => {
      const design = `${folderWith({ 'e.yaml': `kind: what_ifs\npoints: [{ name: x, set: { ${path}: ${value} } }]\n` })}/e.yaml`;
      return changeScenario(scenario, planSweep(scenario, { set: [], design, seed: '1' }).points[1]!.changes);
    },
  ],
];

describe.each(ways)('activities in %s', (_, set) => {
  it.each([
    ['{}', ['coach', 'school']],
    ['{ coach: ~ }', ['school']],
    ['{ coach: null, school: null }', []],
    ['~', []],
    [`{ other: ${activity('Other')} }`, ['coach', 'school', 'other']],
    ['{ coach: { label: New } }', ['coach', 'school']],
  ])('%s', (value, names) => {
    expect(namesOf(set(value))).toEqual(names);
  });

  it('set what they name and leave the rest', () => {
    const result = set('{ coach: { weeks: 13, start: { when: { housing: centre } } } }');
    if (!result.ok) throw new Error(namesOf(result).join());
    const { coach } = result.scenario.tree.approaches.parallel!.activities;
    expect(coach).toMatchObject({ label: 'Coach', weeks: 13, start: { when: { housing: 'centre' } } });
  });
});

describe('a change', () => {
  it('of a section is the place of what it set, and of nothing else', () => {
    const result = load('', ['approaches.parallel={ label: Q, course: { mean_wait: 4 } }']);
    if (!result.ok) throw new Error(namesOf(result).join());
    const { locate, settings } = result.scenario.inherited;
    const at = (...names: string[]) => locate(['approaches', 'parallel', ...names]).file;
    expect(at('label')).toMatch(/^--set/);
    expect(at('course', 'mean_wait')).toMatch(/^--set/);
    expect(at('course', 'opens')).toMatch(/base\.yaml$/);
    expect(settings(['approaches', 'parallel', 'label']).map(({ value }) => value)).toEqual(['Q', 'P']);
    expect(settings(['approaches', 'parallel', 'course', 'opens'])).toHaveLength(1);
  });

  it('that takes away what is not there is refused', () => {
    expect(namesOf(load('', [`${path}={ coch: ~ }`]))).toEqual([
      `--set ${path}={ coch: ~ }: ${path}.coch: expected a value; nothing is inherited here that an empty one could remove`,
    ]);
  });

  it('to an empty section is told to keep what is there', () => {
    const said = (settings: string[]) => {
      const result = load('', settings);
      return result.ok ? describeSetByHand(result.scenario.setByHand) : namesOf(result);
    };
    expect(said([`${path}={}`])).toEqual([
      `${path}: {} keeps what is there; an empty value (null) takes it away`,
    ]);
    expect(said([`${path}=~`])).toEqual([]);
  });
});

describe('a value set by hand', () => {
  const said = (...settings: string[]) => {
    const result = load('', settings);
    return result.ok ? describeSetByHand(result.scenario.setByHand) : namesOf(result);
  };

  // income.work has a range of 0.03 to 0.12, effects.work_men of 0.95 to 1.55.
  it.each<[string, string[]]>([
    ['income.work=5', ['income.work: 5 lies far outside its own range, 0.03 to 0.12']],
    ['income.work=0.25', ['income.work: 0.25 lies far outside its own range, 0.03 to 0.12']],
    ['income.work=0.23', []],
    ['income.work=0.0029', ['income.work: 0.0029 lies far outside its own range, 0.03 to 0.12']],
    ['income.work=0.0031', []],
    ['income.work=0', []],
    [
      'effects={ work_men: 17, education: 1 }',
      ['effects.work_men: 17 lies far outside its own range, 0.95 to 1.55'],
    ],
    [
      'income.work={ value: 5, low: 4, high: 6 }',
      ['income.work: 5 lies far outside its own range, 0.03 to 0.12'],
    ],
    ['horizon_years=40', []],
    // Fixed numbers, without a range of their own: 2370 and 10.
    ...(['2.370', '2.37', '2.14', '2.6'] as const).map((value): [string, string[]] => [
      `costs.social_guidance=${value}`,
      [
        `costs.social_guidance: ${Number(value)} where it was 2370: a thousand times as much or as little; in numbers a point is the decimal point`,
      ],
    ]),
    ['costs.social_guidance=2.1', []],
    ['costs.social_guidance=2.7', []],
    ['costs.social_guidance=0', []],
    ['costs.social_guidance=237', []],
  ])('%s', (setting, warnings) => {
    expect(said(setting)).toEqual(warnings);
  });

  it('to a thousand times what it was is told, within a tenth', () => {
    const said = (own: unknown, value: number) =>
      describeSetByHand(noticeChanges({ a: own }, [{ path: ['a'], value }])).length;
    expect([2132, 2134, 2370, 2606, 2608, 2.37, 237].map((value) => said(2.37, value))).toEqual([
      0, 1, 1, 1, 0, 0, 0,
    ]);
    expect([
      said({ value: 2, unit: 'months' }, 2000),
      said('2', 2000),
      said(0, 0),
      said(2370, -2.37),
    ]).toEqual([1, 0, 0, 0]);
  });

  it('a thousandth at several points of a sweep is told once', () => {
    const plan = planSweep(scenario, { set: ['costs.social_guidance=2.370, 2.4, 2400'], seed: '1' });
    expect(plan.warnings.en).toEqual([
      'costs.social_guidance: 2.37, 2.4 where it was 2370: a thousand times as much or as little; in numbers a point is the decimal point',
    ]);
  });

  it('at the points of a sweep is told once for each path', () => {
    const plan = planSweep(scenario, {
      set: ['income.work=0.05, 5, 6', 'effects.work_men=1, 17'],
      seed: '1',
    });
    expect(plan.warnings.en).toEqual([
      'effects.work_men: 17 lies far outside its own range, 0.95 to 1.55',
      'income.work: 2 values (5 to 6) lie far outside its own range, 0.03 to 0.12',
    ]);
  });
});

describe('decimal commas in values of a sweep', () => {
  const message = (setting: string) => {
    try {
      planSweep(scenario, { set: [setting], seed: '1' });
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it.each([
    ['income.work=0,05', 'income.work: write 0.05, not 0,05; commas separate the values'],
    ['income.work=0,05,0,08', 'income.work: write 0.05,0.08, not 0,05,0,08; commas separate the values'],
    [
      'effects.work_men=1,17',
      'effects.work_men: write 1.17, not 1,17 (two values: 1, 17); commas separate the values',
    ],
    [
      'income.work=0.05,08',
      'income.work: expected a number without a zero in front, got 08; a decimal point makes 0.5 or 5.0, a comma two values',
    ],
  ])('%s', (setting, said) => {
    expect(message(setting)).toBe(`--set ${setting}: ${said}`);
  });

  it.each([
    'effects.work_men=1, 17',
    'effects.work_men=1,1.2',
    'cohort.size=20,40',
    'income.education_months=12,18',
  ])('%s has none', (setting) => {
    expect(message(setting)).toBe('');
  });

  it('are refused in an experiment file too', () => {
    const design = `${folderWith({ 'e.yaml': 'kind: grid\npaths:\n  income.work: [0,05]\n' })}/e.yaml`;
    expect(() => planSweep(scenario, { set: [], design, seed: '1' })).toThrow(
      /e\.yaml:3:19: expected a number without a zero in front, got 05;/,
    );
  });
});

describe('a Latin hypercube over whole numbers', () => {
  const sizes = (entry: string, points: number) => {
    const text = `kind: latin_hypercube\npoints: ${points}\npaths:\n  cohort.size: ${entry}\n`;
    const design = `${folderWith({ 'e.yaml': text })}/e.yaml`;
    const values = planSweep(scenario, { set: [], design, seed: '1' }).points.slice(1);
    return values.map(({ changes }) => changes[0]!.value as number);
  };

  it('has every whole number equally often', () => {
    const values = sizes('{ low: 10, high: 12 }', 120);
    expect([10, 11, 12].map((size) => values.filter((value) => value === size).length)).toEqual([40, 40, 40]);
    expect(new Set(sizes('{ low: 7, high: 7 }', 5))).toEqual(new Set([7]));
  });

  it.each([
    ['{ from: 10, to: 12 }', 'expected own, or { low: ..., high: ... }, got "from", "to"'],
    ['{ low: 10, hihg: 12 }', 'expected own, or { low: ..., high: ... }, got "hihg"; did you mean "high"?'],
  ])('%s is answered with the forms there are', (entry, message) => {
    expect(() => sizes(entry, 5)).toThrow(`e.yaml:4:16: paths.cohort.size: ${message}`);
  });
});
