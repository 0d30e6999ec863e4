import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { estimateRows } from '../../../src/analysis/estimates.js';
import { assembleResults, type Results } from '../../../src/analysis/results.js';
import { buildApproach } from '../../../src/domain/approach.js';
import { headlines } from '../../../src/domain/measures/headlines.js';
import { calibratedParameters } from '../../../src/domain/parameters/calibration.js';
import { centralScenario } from '../../../src/domain/parameters/draw.js';
import { peopleOf } from '../../../src/domain/people.js';
import { findRegime } from '../../../src/domain/regimes/find.js';
import { refuseActivityName } from '../../../src/domain/reserved-names.js';
import type { ScenarioTree } from '../../../src/domain/schema.js';
import type { Target } from '../../../src/domain/targets.js';
import { pathOf } from '../../../src/output/charts/path.js';
import { approachesTable } from '../../../src/output/package/approaches.js';
import { footingOf } from '../../../src/output/package/footing.js';
import type { Row, RunFolder } from '../../../src/output/package/run-folder.js';
import type { RunData } from '../../../src/output/report/run-data.js';
import { measureName, partName, speak } from '../../../src/output/report/speech.js';
import { scenarioJsonSchema } from '../../../src/scenario/check/json-schema.js';
import { loadScenario, packageLibrary } from '../../../src/scenario/load-scenario.js';
import { newScenarioText } from '../../../src/scenario/new-scenario.js';
import { measureTargets } from '../../../src/simulation/targets/target-run.js';
import { traceLife } from '../../../src/simulation/trace/trace.js';
import { folderWith } from '../../scenario/temporary-folder.js';
import { taskOf, wholeDraw } from '../../shipped.js';
import { twoRoutes } from './two-routes.js';

vi.mock('../../../src/domain/regimes/all.js', async () => {
  const { wi2013 } = await import('../../../src/domain/regimes/wi2013/wi2013.js');
  const { twoRoutes: second } = await import('./two-routes.js');
  return { regimes: [wi2013, second] };
});

const PERSONS = 60;
const names = (section: string, all: readonly string[], value: number) =>
  `${section}: { ${all.map((name) => `${name}: ${value}`).join(', ')} }`;
const origins = ['syria', 'eritrea', 'other'];

/** Everybody housed within a day or so, on bijstand for good; the route opens under `first` and never under `never`. */
const scenario = (practiceShare: number) => `name: Two
extends: [population, integration]
regime: two_routes
horizon_years: 5
discount_rate: 0
self_sufficiency: { states: [work], sustained_months: 0 }
reference: never
cohort:
  size: ${PERSONS}
  first_permit: 2016-01-01
  inflow_months: 0
  capacity: { hours_per_week: 80, spread: 0, children: 0, mental_health: 0, reunification_pending: 0 }
housing: { ${names('median_wait', origins, 0.01)}, sigma: 0.01, single_ratio: 1, wait_ratio: 0.05 }
language:
  ${names('known', origins, 0)}
  months_to: { basic: 3, exam_level: 600, higher: 600 }
  sigma: 0.01
  ${names('education', ['low_literate', 'low', 'middle', 'high'], 1)}
  mental_health: 1
  working: 1
routes: { practice_share: ${practiceShare}, lessons: { months: 6, hours: 10 }, practice: { months: 12, hours: 16 }, fee: 100 }
income: { work: 0, part_time_work: 0, education: 0, other_exit: 0, ${names('no_bijstand', origins, 0)} }
costs: { social_guidance: 0 }
approaches:
  never: { label: Never, route: { opens: { income: work } }, search: { opens: { route: done } } }
  first: { label: First, route: { opens: { housing: housed } }, search: { opens: { route: done } } }
`;

const shipped = packageLibrary();
const dataText = (name: string) => readFileSync(join(shipped.data, name), 'utf8');

/** A library whose only law is that of two routes, and in it a scenario. */
function load(text: string) {
  const folder = folderWith({
    'data/population.yaml': dataText('population.yaml'),
    'data/integration.yaml': dataText('integration.yaml'),
    'data/regimes/two_routes.yaml':
      'law: { name: Law of two routes, from: 2016-01-01 }\nroutes: { practice_share: 0.5 }\neffects: { routing: 1 }\n',
    'scenarios/two.yaml': scenario(0.5),
    'scenarios/mine.yaml': text,
  });
  const library = { scenarios: join(folder, 'scenarios'), data: join(folder, 'data') };
  return loadScenario(join(folder, 'scenarios/mine.yaml'), library);
}

function treeOf(text: string): ScenarioTree {
  const loaded = load(text);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  return loaded.scenario.tree;
}

const problemsOf = (text: string) => {
  const loaded = load(text);
  return loaded.ok
    ? []
    : loaded.diagnostics.map(({ line, column, message }) => `${line}:${column}: ${message}`);
};

const runOf = (tree: ScenarioTree): Results => {
  const task = taskOf(tree, { persons: true });
  return assembleResults(task, [wholeDraw(task, 0)]);
};

describe('a second law', () => {
  let results: Results;
  let tree: ScenarioTree;
  beforeAll(() => {
    tree = treeOf(scenario(0.5));
    results = runOf(tree);
  });

  /** Persons under an approach: attribute `practical`, and months of the milestones of the law. */
  function peopleUnder(approach: string) {
    const a = results.task.approaches.indexOf(approach);
    const { milestones } = results.approaches[a]!.built.model;
    const at = (name: string) => milestones.findIndex((milestone) => milestone.name === name);
    const practical = peopleOf(tree).at('practical');
    return results.draws[0]!.persons.filter((row) => row.approach === a).map((row) => ({
      practical: row.attributes[practical] === 1,
      lessons: row.milestones[at('in_lessons')]!,
      practice: row.milestones[at('in_practice')]!,
      done: row.milestones[at('done')]!,
    }));
  }

  const estimate = (approach: string, measure: string) =>
    estimateRows(results).find((row) => row.approach === approach && row.measure === measure)?.estimate;

  it('sends people by the attribute that it brings: half a year of lessons, or a year of practice', () => {
    const people = peopleUnder('first');
    expect(people.length).toBe(PERSONS);
    const practical = people.filter((person) => person.practical);
    expect(practical.length).toBeGreaterThan(PERSONS / 4);
    expect(practical.length).toBeLessThan((3 * PERSONS) / 4);
    for (const { practical: practices, lessons, practice, done } of people) {
      expect(practices ? lessons : practice).toBeNaN();
      expect(done - (practices ? practice : lessons)).toBeCloseTo(practices ? 12 : 6, 9);
    }
  });

  it('reports measures of its own, and those of its courses', () => {
    const share = peopleUnder('first').filter(({ practical }) => practical).length / PERSONS;
    expect(estimate('first', 'route_done_share')).toBe(1);
    expect(estimate('never', 'route_done_share')).toBe(0);
    expect(estimate('first', 'participation_share_practice')).toBeCloseTo(share, 12);
    expect(estimate('first', 'participation_share_lessons')).toBeCloseTo(1 - share, 12);
    expect(estimate('first', 'dropout_share_practice')).toBe(0);
    // A hundred euros each, paid by the state.
    expect(estimate('first', 'programme_cost_state')).toBeCloseTo(100, 9);
    expect(estimate('never', 'programme_cost_state')).toBe(0);
    expect(estimate('first', 'programme_cost')).toBeCloseTo(100, 9);
    const all = new Set(estimateRows(results).map(({ measure }) => measure));
    expect([...all].filter((name) => /term|exempt|passed|course/.test(name))).toEqual([]);
  });

  it('has people learn at the pace of its routes', () => {
    const task = taskOf(tree);
    const lives = Array.from({ length: 12 }, (_, person) => traceLife(task, 0, 0, person));
    const monthsToBasic = (practices: boolean) =>
      lives.flatMap(({ events }) => {
        const of = events[task.approaches.indexOf('first')]!;
        const route = of.find((event) => event.track === 'route')!;
        const basic = of.find((event) => event.track === 'language' && event.to === 'basic');
        return (route.to === 'in_practice') === practices ? [basic!.month - route.month] : [];
      });
    // Three months of lessons; at half the pace six. The spread of learning times is 1 %.
    for (const months of monthsToBasic(false)) expect(Math.abs(months / 3 - 1)).toBeLessThan(0.05);
    for (const months of monthsToBasic(true)) expect(Math.abs(months / 6 - 1)).toBeLessThan(0.05);
    expect(monthsToBasic(true).length * monthsToBasic(false).length).toBeGreaterThan(0);
  });

  it('asks hours, ends idle time, and has no track of the other law', () => {
    const { model } = buildApproach(centralScenario(tree), 'first', results.task.norms);
    expect(model.loads[0]!.weights.filter(({ track }) => track === 'route')).toEqual([
      { track: 'route', state: 'in_lessons', weight: 10 },
      { track: 'route', state: 'in_practice', weight: 16 },
    ]);
    const tracks = model.tracks.map(({ name }) => name);
    expect(tracks.slice(0, 5)).toEqual(['housing', 'language', 'route', 'search', 'income']);
    expect(tracks.filter((name) => ['term', 'loan', 'inburgering'].includes(name))).toEqual([]);
    const task = taskOf(tree);
    const [never, first] = traceLife(task, 0, 0, 0).events;
    const engagedAt = first!.find(({ track }) => track === 'engagement')!.month;
    expect(engagedAt).toBe(first!.find(({ track }) => track === 'route')!.month);
    expect(never!.filter(({ track }) => track === 'engagement')).toEqual([]);
  });

  it('lists its courses as parts of an approach', () => {
    const rows = approachesTable(results).rows.filter(({ approach }) => approach === 'first');
    expect(rows.map(({ part, label, starts, hoursPerWeek }) => [part, label, starts, hoursPerWeek])).toEqual([
      ['lessons', 'Lessons', 'housing = housed', 10],
      ['practice', 'Practice', 'housing = housed', 16],
      ['search', 'Search for work', 'route = done', Number.NaN],
    ]);
  });

  it('has words, a headline, a target and parameters to calibrate', () => {
    const run = { parts: [] } as unknown as RunData;
    expect(measureName(speak('nl'), run, 'route_done_share')).toBe('Route afgerond');
    expect(measureName(speak('en'), run, 'passed_share')).toBe('Passed the civic integration exam');
    expect(partName(speak('nl'), { part: 'lessons', label: 'Lessons' })).toBe('Lessen');
    const shown = headlines(60, [tree]).map(({ measure }) => measure);
    expect(shown).toContain('route_done_share');
    expect(shown).not.toContain('passed_in_term_share');
    const target = (metric: string) => ({ metric, subgroup: 'all', month: undefined }) as Target;
    const asked = [target('route_done'), target('passed_in_term')];
    const { means } = measureTargets(centralScenario(tree), 'first', asked, [1, 2], 20);
    // Of what another law asks, nobody can say anything.
    expect([...means]).toEqual([1, Number.NaN]);
    const paths = calibratedParameters(
      treeOf(
        scenario(0.5)
          .replace('fee: 100', 'fee: { value: 100, low: 50, high: 150 }')
          .replace('hours: 16', 'hours: { value: 16, low: 8, high: 20 }'),
      ),
    ).map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith('routes.'))).toEqual(['routes.practice.hours']);
    expect(footingOf({ tree })).toMatchObject({ regime: 'two_routes', law: 'Law of two routes' });
  });

  it('draws its bars from the curves', () => {
    const curves: Record<string, readonly number[]> = {
      'cumulative_incidence milestone housed': [0, 1, 1, 1, 1],
      'occupancy route in_lessons': [0, 1, 1, 0, 0],
      'occupancy route done': [0, 0, 0, 1, 1],
      'cumulative_incidence milestone done': [0, 0, 0, 1, 1],
    };
    const rows: Row[] = Object.entries(curves).flatMap(([key, values]) => {
      const [kind, track, state] = key.split(' ') as [string, string, string];
      return values.map((estimate, month) => ({ approach: 'a', kind, track, state, month, estimate }));
    });
    const run = {
      manifest: { footing: { regime: 'two_routes' } },
      table: (file: string) => (file === 'curves.csv' ? rows : []),
    } as unknown as RunFolder;
    const bars = pathOf(run, 'a', 'en');
    // Half have begun in the middle of month 0, and ended in the middle of month 2.
    expect(bars.map(({ label, start, end }) => [label, start, end])).toEqual([
      ['Waiting for housing', 0, 0.5],
      ['The route', 0.5, 2.5],
    ]);
  });
});

describe('a file under a second law', () => {
  it('knows the names of that law alone', () => {
    const text = scenario(0.5)
      .replace('routes: {', 'inburgering: { term_months: 36 }\nroutes: {')
      .replace('opens: { income: work }', 'opens: { inburgering: passed }')
      .replace('{ route: done }', '{ route: doen }');
    const problems = problemsOf(text);
    expect(problems).toContain(
      '26:95: approaches.never.search.opens: unknown state "doen" of track "route"; did you mean "done"?',
    );
    expect(problems.find((each) => each.includes('track "inburgering"'))).toMatch(
      /^26:\d+: approaches\.never\.route\.opens: unknown track "inburgering"; expected one of: housing, language, route, /,
    );
    expect(problems.find((each) => each.includes('"inburgering"; expected one of: name'))).toMatch(
      /^21:1: unknown name "inburgering"; expected one of: name, .*, language, routes, income, /,
    );
    expect(problems.length).toBe(3);
  });

  it('is told what the law asks and the file lacks', () => {
    const text = scenario(0.5)
      .replace(', fee: 100', '')
      .replace('route: { opens: { housing: housed } }, ', '');
    expect(problemsOf(text).map((each) => each.replace(/^\d+:\d+: /, ''))).toEqual([
      'missing: routes.fee; expected a number (euros)',
      'missing: approaches.first.route; expected a section with names and values',
    ]);
  });

  it('may call an activity what only the other law calls so', () => {
    const law = findRegime('two_routes')!;
    expect(law).toBe(twoRoutes);
    expect(refuseActivityName('course', law)).toBeUndefined();
    expect(refuseActivityName('fines', law)).toBeUndefined();
    expect(refuseActivityName('lessons', law)).toBe('is a part of every approach');
    expect(refuseActivityName('route', law)).toBe('is the name of a track of every approach');
    expect(refuseActivityName('route_fee', law)).toBe('is what costs.csv calls a cost of every approach');
  });

  it('can be written by init', () => {
    const text = newScenarioText({
      name: 'New',
      base: 'two',
      schema: 'scenario.schema.json',
      withApproach: true,
      origins,
      regime: findRegime('two_routes')!,
    });
    expect(problemsOf(text)).toEqual([]);
    expect(Object.keys(treeOf(text).approaches)).toEqual(['never', 'first', 'parallel']);
  });

  it('is completed by editors, whichever law it is under', () => {
    const properties = scenarioJsonSchema(shipped).properties as Record<string, { enum?: string[] }>;
    expect(properties.regime!.enum).toEqual(['wi2013', 'two_routes']);
    const listed = Object.keys(properties);
    expect(listed.slice(listed.indexOf('language'), listed.indexOf('income'))).toEqual([
      'language',
      'inburgering',
      'routes',
    ]);
    const approach = (properties as never as { approaches: { additionalProperties: { anyOf: object[] } } })
      .approaches.additionalProperties.anyOf[0] as { properties: object };
    expect(Object.keys(approach.properties)).toEqual([
      'label',
      'source',
      'course',
      'route',
      'search',
      'activities',
    ]);
  });
});
