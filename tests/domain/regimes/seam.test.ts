import { beforeAll, describe, expect, it, vi } from 'vitest';
import { estimateRows } from '../../../src/analysis/estimates.js';
import type { Results } from '../../../src/analysis/results.js';
import { buildApproach } from '../../../src/domain/approach.js';
import { peopleOf } from '../../../src/domain/attributes/people.js';
import { centralScenario } from '../../../src/domain/parameters/draw.js';
import type { ScenarioTree } from '../../../src/domain/schema/scenario.js';
import { approachesTable } from '../../../src/output/package/approaches.js';
import { breakdowns } from '../../../src/run/plan/breakdowns.js';
import { explainNumbers } from '../../../src/scenario/check/provenance.js';
import { newScenarioText } from '../../../src/scenario/new-scenario.js';
import { traceLife } from '../../../src/simulation/trace/trace.js';
import { taskOf } from '../../shipped.js';
import { fresh, load, PERSONS, runOf, scenario, treeOf } from './two-routes-scenario.js';

vi.mock('../../../src/domain/regimes/all.js', async () => {
  const { wi2013 } = await import('../../../src/domain/regimes/wi2013/wi2013.js');
  const { twoRoutes: second } = await import('./two-routes.js');
  return { regimes: [wi2013, second] };
});

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

  const estimate = (approach: string, measure: string, subgroup = 'all') =>
    estimateRows(results).find(
      (row) => row.approach === approach && row.measure === measure && row.subgroup === subgroup,
    )?.estimate;

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
    // A hundred euros each, paid by the fund of the law.
    expect(estimate('first', 'programme_cost_fund')).toBeCloseTo(100, 9);
    expect(estimate('never', 'programme_cost_fund')).toBe(0);
    expect(estimate('first', 'programme_cost')).toBeCloseTo(100, 9);
    const all = new Set(estimateRows(results).map(({ measure }) => measure));
    expect([...all].filter((name) => /term|exempt|duo/.test(name))).toEqual([]);
  });

  it('reports by an attribute that it brings, states it in profiles and asks it of candidates', () => {
    const people = peopleOf(tree);
    const [origin, advice] = [people.at('origin'), people.at('route_advice')];
    const persons = results.draws[0]!.persons.filter(({ approach }) => approach === 0);
    const long = persons.filter(({ attributes }) => attributes[advice] === 1);
    // No Syrian, as the scenario says; of the others two in five, as the attribute says where no scenario does.
    expect(long.filter(({ attributes }) => attributes[origin] === 0)).toEqual([]);
    const others = persons.filter(({ attributes }) => attributes[origin] !== 0).length;
    expect(Math.abs(long.length / others - 0.4)).toBeLessThan(3 * Math.sqrt(0.24 / others));
    const share = (subgroup: string) => estimate('advised', 'participation_share_course', subgroup);
    expect([share('route_advice=short'), share('route_advice=long')]).toEqual([0, 1]);
    expect(share('all')).toBeCloseTo(long.length / PERSONS, 12);
    expect(estimate('advised', 'programme_cost_fund', 'route_advice=long')).toBeCloseTo(170, 9);
    expect(breakdowns).toContain('route_advice');
    expect(newScenarioText(fresh)).toMatch(/see the schema for origin, .*, route_advice\)/);
  });

  it('explains a share that an attribute brings, under what the files say', () => {
    const loaded = load(scenario(0.5));
    if (!loaded.ok) throw new Error('is refused');
    const of = (origin: string) =>
      explainNumbers(loaded.scenario).find(
        ({ path }) => path === `cohort.composition.${origin}.route_advice.long`,
      )!;
    const brought = { value: 0.4, low: 0.3, high: 0.5, label: 'assumption', note: 'an example' };
    expect(of('eritrea').quantity).toMatchObject(brought);
    const place = { file: 'attribute route_advice', line: 0, column: 0 };
    expect(of('eritrea').chain.map((word) => word.place)).toEqual([place]);
    expect(of('syria').quantity).toEqual({ value: 0, unit: 'share' });
    expect(of('syria').chain.map((word) => word.place.line)).toEqual([0, 12]);
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
});
