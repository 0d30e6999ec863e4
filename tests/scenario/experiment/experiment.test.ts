import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedFiles } from '../../../src/run/scenarios/names.js';
import { planSweep } from '../../../src/run/sweep/points.js';
import { experimentJsonSchema } from '../../../src/scenario/check/json-schema.js';
import { type LoadedScenario, loadScenario, packageLibrary } from '../../../src/scenario/load-scenario.js';
import { folderWith } from '../temporary-folder.js';

const library = packageLibrary();
const folder = join('tests', 'fixtures', 'experiments');

function loaded(): LoadedScenario {
  const result = loadScenario(join(library.scenarios, 'alphen-chaam.yaml'), library);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.scenario;
}

const scenario = loaded();

/** Points as pairs of name and values by path; the base left out. */
function pointsOf(options: { set?: string[]; design?: string }): [string, Record<string, unknown>][] {
  const { points } = planSweep(scenario, { set: [], seed: '1', ...options });
  expect(points[0]).toEqual({ number: 0, name: 'base', changes: [] });
  return points
    .slice(1)
    .map(({ name, changes }) => [
      name,
      Object.fromEntries(changes.map(({ path, value }) => [path.join('.'), value])),
    ]);
}

const design = (name: string) => ({ design: join(folder, `${name}.yaml`) });

/** All that is said about an experiment, the folder's name left out. */
function messagesOf(options: { set?: string[]; design?: string }): string[] {
  try {
    planSweep(scenario, { set: [], seed: '1', ...options });
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').map((line) => line.replace(`${folder}/refused/`, ''));
  }
}

describe('experiment files', () => {
  it('grid: every combination, the last path fastest, steps without binary noise', () => {
    const points = pointsOf(design('grid'));
    expect(points.map(([, set]) => Object.values(set))).toEqual([
      [1.1, 0.5],
      [1.1, 1],
      [1.1, 1.5],
      [1.4, 0.5],
      [1.4, 1],
      [1.4, 1.5],
    ]);
    expect(points[0]![0]).toBe('effects.work_men=1.1, housing.wait_ratio=0.5');
  });

  it('one at a time: ends of the own range, listed values, given ends', () => {
    const own = scenario.tree.effects.work_women as { low: number; high: number };
    expect(pointsOf(design('one-at-a-time')).map(([, set]) => set)).toEqual([
      { 'effects.work_women': own.low },
      { 'effects.work_women': own.high },
      { 'effects.fade_months': 6 },
      { 'effects.fade_months': 24 },
      { 'effects.fade_months': 48 },
      { 'cohort.size': 20 },
      { 'cohort.size': 60 },
    ]);
  });

  it('takes own ranges of calibrated numbers from the posterior, not from the prior', () => {
    const own = folderWith({
      'ends.yaml': 'kind: one_at_a_time\npaths:\n  income.work: own\n',
      'cube.yaml': 'kind: latin_hypercube\npoints: 4\npaths:\n  income.work: own\n',
    });
    const { paths, rows, values } = scenario.posterior!;
    const at = paths.indexOf('income.work');
    const draws = Array.from({ length: rows }, (_, r) => values[r * paths.length + at]!).sort(
      (a, b) => a - b,
    );
    // The 2.5 % point of 400 draws lies between the tenth and the eleventh, the 97.5 % point between the like at the top.
    const [low, high] = pointsOf({ design: join(own, 'ends.yaml') }).map(([, set]) =>
      Number(set['income.work']),
    );
    expect(low).toBeGreaterThan(draws[9]! - 1e-12);
    expect(low).toBeLessThan(draws[10]! + 1e-12);
    expect(high).toBeGreaterThan(draws[389]! - 1e-12);
    expect(high).toBeLessThan(draws[390]! + 1e-12);
    const cube = pointsOf({ design: join(own, 'cube.yaml') }).map(([, set]) => Number(set['income.work']));
    const quarters = cube.map((value) => Math.floor(draws.filter((draw) => draw < value).length / 100));
    expect(quarters.sort()).toEqual([0, 1, 2, 3]);
  });

  it('Latin hypercube: its own seed holds, whole numbers stay whole', () => {
    const points = pointsOf(design('latin-hypercube'));
    expect(points.map(([name]) => name)).toEqual(Array.from({ length: 8 }, (_, i) => `point ${i + 1}`));
    const sizes = points.map(([, set]) => set['cohort.size'] as number);
    expect(sizes.every((size) => Number.isInteger(size) && size >= 20 && size <= 60)).toBe(true);
    const strata = sizes.map((size) => Math.floor(((size - 20) / 40) * 8 - 1e-9));
    expect(new Set(strata).size).toBeGreaterThanOrEqual(7);
    const again = planSweep(scenario, { set: [], seed: 'another', ...design('latin-hypercube') });
    expect(again.points.slice(1).map(({ changes }) => changes[1]!.value)).toEqual(sizes);
  });

  it('what-ifs: named points with several changes, annotated numbers and none', () => {
    const points = pointsOf(design('what-ifs'));
    expect(points.map(([name]) => name)).toEqual(['stronger effects', 'dearer intake, earlier', 'nothing']);
    expect(points[0]![1]).toEqual({ 'effects.work_men': 1.4, 'effects.work_women': 1.3 });
    expect(points[1]![1]['approaches.parallel.activities.intake.weeks']).toMatchObject({ low: 1 });
  });
});

describe('settings', () => {
  it('are a grid; values are YAML', () => {
    expect(
      pointsOf({ set: ['effects.work_men=1.2,1.3', 'cohort.first_permit=2016-01-01,2018-01-01'] }),
    ).toEqual(
      [1.2, 1.3].flatMap((ratio) =>
        ['2016-01-01', '2018-01-01'].map((date) => [
          `effects.work_men=${ratio}, cohort.first_permit=${date}`,
          { 'effects.work_men': ratio, 'cohort.first_permit': date },
        ]),
      ),
    );
    expect(pointsOf({ set: ['self_sufficiency.states=[work],[work, education]'] })[1]![1]).toEqual({
      'self_sufficiency.states': ['work', 'education'],
    });
  });

  it('are refused with what was expected', () => {
    expect(messagesOf({ set: ['effects.work_men'] })).toEqual([
      '--set effects.work_men: expected path=v1,v2,..., such as income.search_closed=0.6,0.8',
    ]);
    expect(messagesOf({ set: ['effects.wrk_men=1,2', 'cohort.size=-1,40'] })).toEqual([
      '--set cohort.size=-1,40: cohort.size: expected at least 1 (persons), got -1',
      '--set effects.wrk_men=1,2: no such path "effects.wrk_men"; did you mean "effects.work_men"?',
    ]);
    expect(messagesOf({ set: ['cohort.size=30', 'cohort.size=40'] })).toEqual([
      '--set cohort.size=40: "cohort.size" is set twice; expected all its values in one --set',
    ]);
    const many = Array.from({ length: 50 }, (_, i) => i + 1).join();
    expect(messagesOf({ set: [`cohort.size=${many}`, `housing.wait_ratio=${many}`] })).toEqual([
      'the grid has 2500 points; expected at most 1000',
    ]);
  });
});

const refused: Record<string, string[]> = {
  'empty.yaml': ['empty.yaml:2:1: paths: expected at least one path for the grid'],
  'grid.yaml': [
    'grid.yaml:3:3: no such path "effects.work_man"; did you mean "effects.work_men"?',
    'grid.yaml:5:52: paths.housing.wait_ratio.steps: expected at least 2, got 1',
    'grid.yaml:6:24: paths.effects.fade_months: expected a list of values, or { from: ..., to: ..., steps: ... }, got 12',
    'grid.yaml:7:1: unknown name "seed"; expected one of: kind, description, paths',
  ],
  'kind.yaml': [
    'kind.yaml:1:7: kind: "latin" is not valid; expected one of: grid, one_at_a_time, latin_hypercube, what_ifs',
  ],
  'near-kind.yaml': [
    'near-kind.yaml:1:7: kind: "what_if" is not valid; did you mean "what_ifs"?',
    'near-kind.yaml:3:5: missing: points.0.name; expected a text',
    'near-kind.yaml:3:5: unknown name "points.0.naam"; expected one of: name, set',
  ],
  'own-range.yaml': [
    'own-range.yaml:3:3: no such path "effects.wrk_men"; did you mean "effects.work_men"?',
    'own-range.yaml:4:18: horizon_years has no range of its own; write { low: ..., high: ... }',
    'own-range.yaml:5:11: cohort has no range of its own; write { low: ..., high: ... }',
  ],
  'own.yaml': [
    'own.yaml:4:3: no such path "effects.wrk_men"; did you mean "effects.work_men"?',
    'own.yaml:7:23: paths.cohort.size.low: low (50) is above high (40)',
  ],
  'values.yaml': [
    'values.yaml:3:3: no such path "effects.work_man"; did you mean "effects.work_men"?',
    'values.yaml:4:21: cohort.size: expected at least 1 (persons), got -3',
    'values.yaml:4:25: cohort.size: expected a whole number (persons), got 12.5',
    'values.yaml:5:3: "regime" cannot be changed by a sweep: what it names has been read by then; make a scenario of its own',
  ],
  'what-ifs.yaml': [
    'what-ifs.yaml:5:7: no such path "effects.work_menn"; did you mean "effects.work_men" or "effects.work_women"?',
    'what-ifs.yaml:6:27: housing.wait_ratio: expected a number (time ratio), got "fast"',
    'what-ifs.yaml:8:12: at point "shares": cohort.composition: the shares add up to 1.42, expected 1',
  ],
  'absent.yaml': [
    'absent.yaml:1:1: no such file in tests/fixtures/experiments/refused; expected one of: empty.yaml, grid.yaml, kind.yaml, near-kind.yaml, own-range.yaml, own.yaml, values.yaml, what-ifs.yaml',
  ],
};

describe('refused experiments', () => {
  it.each(Object.entries(refused))('%s', (name, messages) => {
    expect(messagesOf({ design: join(folder, 'refused', name) })).toEqual(messages);
  });

  it('are all of the folder, and one that is not there', () => {
    expect(Object.keys(refused)).toEqual([...readdirSync(join(folder, 'refused')).sort(), 'absent.yaml']);
  });
});

describe('the JSON Schema of an experiment', () => {
  it('has a branch for every kind', () => {
    const schema = experimentJsonSchema() as { title: string; oneOf?: unknown[]; anyOf?: unknown[] };
    expect(schema.title).toBe('doorstroom experiment');
    const kinds = (schema.oneOf ?? schema.anyOf)!.map(
      (branch) => (branch as { properties: { kind: { const: string } } }).properties.kind.const,
    );
    expect(kinds).toEqual(['grid', 'one_at_a_time', 'latin_hypercube', 'what_ifs']);
  });
});

describe('the example experiments', () => {
  const shipped = join(library.scenarios, 'experiments');
  const pathsOf = (name: string, on: string) => {
    const loaded = loadScenario(join(library.scenarios, `${on}.yaml`), library);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
    const { points } = planSweep(loaded.scenario, { set: [], seed: '1', design: join(shipped, name) });
    return points.map(({ changes }) => changes.length);
  };

  // Changes of the scenario as it is, then of each point.
  it.each([
    ['course-in-centre.yaml', [0, 2, 2]],
    ['grid.yaml', [0, ...Array(9).fill(2)]],
    ['one-at-a-time.yaml', [0, ...Array(2 + 2 + 2 + 3).fill(1)]],
    ['lasting-work.yaml', [0, 1, 1, 3, 3, 2, 3, 3, 2]],
    ['what-ifs.yaml', [0, 1, 1, 3]],
    ['selection.yaml', [0, 1, 1, 2, 1], 'amsterdam'],
    ['small-and-large.yaml', [0, 3, 3, 1, 1, 1], 'alphen-chaam'],
  ])('%s plans its points', (name, changes, on = 'leiden') => {
    expect(pathsOf(name, on)).toEqual(changes);
  });

  it('are these, and no scenarios', () => {
    const examples = [
      'course-in-centre-rotterdam',
      'course-in-centre-smallingerland',
      'course-in-centre',
      'grid',
      'lasting-work',
      'one-at-a-time',
      'selection',
      'small-and-large',
      'what-ifs',
    ];
    expect(readdirSync(shipped)).toEqual(examples.map((name) => `${name}.yaml`));
    const names = shippedFiles('scenario').map(({ name }) => name);
    expect(names.filter((name) => examples.includes(name))).toEqual([]);
  });
});
