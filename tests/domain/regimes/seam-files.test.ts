import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { targetsOf } from '../../../src/domain/activities/kinds.js';
import { refuseActivityName } from '../../../src/domain/checks/reserved-names.js';
import { findRegime } from '../../../src/domain/regimes/find.js';
import { listKinds } from '../../../src/run/list/list.js';
import { scenarioJsonSchema } from '../../../src/scenario/check/json-schema.js';
import { newScenarioText } from '../../../src/scenario/new-scenario.js';
import { folderWith } from '../../scenario/temporary-folder.js';
import { twoRoutes } from './two-routes.js';
import { fresh, problemsOf, scenario, schemaUnder, shipped, treeOf } from './two-routes-scenario.js';

vi.mock('../../../src/domain/regimes/all.js', async () => {
  const { wi2013 } = await import('../../../src/domain/regimes/wi2013/wi2013.js');
  const { twoRoutes: second } = await import('./two-routes.js');
  return { regimes: [wi2013, second] };
});

describe('a file under a second law', () => {
  it('knows the names of that law alone', () => {
    const text = scenario(0.5)
      .replace('routes: {', 'inburgering: { term_months: 36 }\nroutes: {')
      .replace('opens: { income: work }', 'opens: { inburgering: passed }')
      .replace('{ route: done }', '{ route: doen }');
    const problems = problemsOf(text);
    expect(problems).toContain(
      '27:95: approaches.never.search.opens: unknown state "doen" of track "route"; did you mean "done"?',
    );
    expect(problems.find((each) => each.includes('track "inburgering"'))).toMatch(
      /^27:\d+: approaches\.never\.route\.opens: unknown track "inburgering"; expected one of: housing, language, route, /,
    );
    expect(problems.find((each) => each.includes('"inburgering"; expected one of: name'))).toMatch(
      /^22:1: unknown name "inburgering"; expected one of: name, .*, language, routes, income, /,
    );
    expect(problems.length).toBe(3);
  });

  it('knows the attributes, payers, targets and phases of that law alone', () => {
    const text = scenario(0.5)
      .replace('[long]', '[lang]')
      .replace('payer: fund', 'payer: duo')
      .replace('[routing]', '[exam]')
      .replace('phase: 3', 'phase: 4');
    expect(
      problemsOf(text).map((each) => each.replace(/^\d+:\d+: approaches.advised.activities.course./, '')),
    ).toEqual([
      'phase: expected at most 3, got 4',
      'for.route_advice.0: "lang" is not valid; did you mean "long"?',
      'acts_on.0: "exam" is not valid; expected one of: work, education, language, routing, dropout, health',
      'costs.0.payer: "duo" is not valid; expected one of: municipality, state, fund, other',
    ]);
    const { people } = schemaUnder('wi2013');
    expect(people).not.toContain('route_advice');
    expect(schemaUnder('two_routes').people).toContain('route_advice');
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

  it('is told of nothing else that is missing where it names no law, however many there are', () => {
    // The same words as with one law, in load-scenario.test.ts.
    expect(problemsOf('name: Alone\ncohort: { size: 0 }\n')).toEqual([
      '1:1: missing: regime, horizon_years, discount_rate and 15 more; expected "extends: national" or another scenario that has them',
      '2:17: cohort.size: expected at least 1 (persons), got 0',
    ]);
  });

  it('knows what a shared kind acts on where the kind or that law says it', () => {
    const text = (kind: string, more = '') =>
      scenario(0.5).replace('acts_on: [routing]', `kind: ${kind}`) + more;
    expect(problemsOf(text('coaching'))).toEqual([]);
    // Only the other law says it.
    expect(problemsOf(text('course_guidance')).map((each) => each.replace(/^\d+:\d+: /, ''))).toEqual([
      'approaches.advised.activities.course.kind: neither the kind "course_guidance" nor the law says what it acts on; expected kinds.course_guidance.acts_on, [] for nothing',
    ]);
    const said = treeOf(text('course_guidance', 'law: { acts_on: { course_guidance: [routing, work] } }\n'));
    const activity = said.approaches.advised!.activities.course!;
    expect(targetsOf(said, activity)).toEqual(['routing', 'work']);
    // What the kind says itself goes first.
    const own = treeOf(
      text(
        'course_guidance',
        'law: { acts_on: { course_guidance: [routing, work] } }\nkinds: { course_guidance: { acts_on: [language] } }\n',
      ),
    );
    expect(targetsOf(own, activity)).toEqual(['language']);
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
    const text = newScenarioText(fresh);
    expect(problemsOf(text)).toEqual([]);
    expect(Object.keys(treeOf(text).approaches)).toEqual(['never', 'first', 'advised', 'parallel']);
    expect(text).toContain('here after the route, or once');
    // The day of the base, not one of another law.
    expect(text).toContain('\n  first_permit: 2022-01-01\n');
    expect(text).not.toContain('2016');
    expect(text).toContain('phase: 2 # 1 waiting, 2 the route, 3 afterwards\n');
    expect(text).not.toContain('phase: 3');
    expect(text).toContain('# of: work, education, language, routing, dropout, health; how');
    expect(text).toContain('# payer: municipality, state, fund or other\n');
  });

  it('has its attributes listed beside those of the other law', async () => {
    const [listing] = await listKinds(['attributes'], 'en');
    const lines = listing!.items.map(({ name, what }) => `${name}: ${what}`);
    expect(lines.slice(-5)).toEqual([
      expect.stringMatching(/^shares_house: [^(]*$/),
      'exempt_at_term: no, yes (under wi2013)',
      'fined: no, yes (under wi2013)',
      'practical: no, yes (under two_routes)',
      'route_advice: short, long (for --by; under two_routes)',
    ]);
  });

  it('is listed by the dates that its file has, and no others', async () => {
    const folder = folderWith({
      'data/regimes/both.yaml': 'law: { name: Both, from: 2013-01-01, until: 2021-12-31 }\n',
      'data/regimes/dateless.yaml': 'law: { name: Dateless }\n',
      'data/regimes/first.yaml': 'law: { name: First, from: 2022-01-01 }\n',
      'data/regimes/last.yaml': 'law: { name: Last, until: 2012-12-31 }\n',
    });
    const [listing] = await listKinds(['regimes'], 'en', { scenarios: folder, data: join(folder, 'data') });
    expect(listing!.items.map(({ what }) => what)).toEqual([
      'Both, for duties from 2013-01-01 to 2021-12-31',
      'Dateless',
      'First, for duties from 2022-01-01 on',
      'Last, for duties to 2012-12-31',
    ]);
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
      'offers',
      'activities',
    ]);
  });
});
