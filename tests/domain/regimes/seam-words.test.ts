import { describe, expect, it, vi } from 'vitest';
import { measuresOf } from '../../../src/domain/measures/all.js';
import { headlines } from '../../../src/domain/measures/headlines.js';
import type { Measure } from '../../../src/domain/measures/measure.js';
import { calibratedParameters } from '../../../src/domain/parameters/calibration.js';
import { centralScenario } from '../../../src/domain/parameters/draw.js';
import type { Target } from '../../../src/domain/parameters/targets.js';
import { wi2013 } from '../../../src/domain/regimes/wi2013/wi2013.js';
import { pathOf } from '../../../src/output/charts/path.js';
import { phasesChart } from '../../../src/output/charts/phases.js';
import { footingOf } from '../../../src/output/package/footing.js';
import type { Row, RunFolder } from '../../../src/output/package/run-folder.js';
import { attributeName, profileLineName, valueName } from '../../../src/output/report/attribute-words.js';
import type { Block } from '../../../src/output/report/blocks.js';
import { buildReport } from '../../../src/output/report/build-report.js';
import type { RunData } from '../../../src/output/report/run-data.js';
import {
  isOwnPart,
  measureName,
  partName,
  type Speech,
  speak,
  translateTerms,
} from '../../../src/output/report/speech.js';
import { nameIn } from '../../../src/output/words/words.js';
import { measureTargets } from '../../../src/simulation/targets/target-run.js';
import { makeRun } from '../../output/report/results.js';
import { folderWith } from '../../scenario/temporary-folder.js';
import { twoRoutes } from './two-routes.js';
import { scenario, treeOf } from './two-routes-scenario.js';

vi.mock('../../../src/domain/regimes/all.js', async () => {
  const { wi2013 } = await import('../../../src/domain/regimes/wi2013/wi2013.js');
  const { twoRoutes: second } = await import('./two-routes.js');
  return { regimes: [wi2013, second] };
});

describe('a second law in tables, reports and charts', () => {
  const tree = treeOf(scenario(0.5));

  it('has names that mean something else under the other law', () => {
    const [mine, other] = [speak('nl', twoRoutes), speak('nl', wi2013)];
    const told = (speech: Speech) => [
      translateTerms(speech, 'route = done, inburgering = passed'),
      speech.words.names.units['euros a month in course'],
      partName(speech, { part: 'course', label: 'Praatgroep' }),
      isOwnPart(speech.words, 'lessons'),
      nameIn(speech.words.names.payers, 'duo'),
      attributeName(speech, 'route_advice'),
      valueName(speech, tree, 'route_advice', 'long'),
      profileLineName(speech, 'route_advice.long'),
    ];
    expect(told(mine)).toEqual([
      'route = done, inburgering = doorgelaten',
      'euro per les',
      'Praatgroep',
      true,
      'duo',
      'routeadvies',
      'lang',
      'routeadvies: lang',
    ]);
    expect(told(other)).toEqual([
      'route = done, inburgering = geslaagd',
      'euro per maand in cursus',
      'Inburgeringscursus',
      false,
      'DUO (leningen en boetes)',
      'route advice',
      'long',
      'route advice.long',
    ]);
  });

  it('is told in its own words in the chapters of a report beside the other', () => {
    const folder = folderWith({});
    const fine = { path: 'inburgering.fine', label: 'assumption', unit: 'euros' };
    const under = (regime: string, value: number) => {
      const run = makeRun(folder, regime, { municipality: regime, parameters: [{ ...fine, value }] });
      return {
        run: { ...run, manifest: { ...run.manifest, footing: { ...footingOf({ tree }), regime } } },
        figures: [],
      };
    };
    const { blocks, ledger } = buildReport([under('two_routes', 1), under('wi2013', 2)], [], 'nl');
    const model = blocks.find((block) => block.kind === 'paragraph' && block.text.startsWith('Model. '));
    expect(model).toMatchObject({ text: expect.stringContaining('maatregelen, route, termijn, ') });
    const cellsOf = (tables: readonly Block[], table: string, column: number) =>
      tables.flatMap((block) =>
        block.kind === 'table' && block.name === table ? block.rows.map((row) => row[column]!.text) : [],
      );
    // What one law calls a course of its own, which every approach has, is an activity under the other, and goes by its label.
    const parts = cellsOf(blocks, 'parts', 1);
    expect([parts.filter((part) => part === 'Statutory course').length, parts.length]).toEqual([1, 3]);
    const fines = cellsOf(ledger, 'parameters', 0).filter((name) => /boete|fine/i.test(name));
    expect(fines).toEqual(['inburgering fine', 'Boete']);
  });

  it('counts by a name what another law counts by it', () => {
    const names = measuresOf(wi2013, []).map(({ name }) => name);
    const shared = measuresOf(twoRoutes, []).filter(({ name }) => names.includes(name));
    expect(shared.map(({ name }) => name)).toContain('passed_share');
    // Whoever reads files back, or ranks, does not ask for the law.
    const countedAs = ({ unit, better, over, byYear, isOpenEnded }: Measure) => [
      unit,
      better,
      over,
      byYear,
      isOpenEnded,
    ];
    for (const measure of shared)
      expect([measure.name, countedAs(measure)]).toEqual([
        measure.name,
        countedAs(measuresOf(wi2013, []).find(({ name }) => name === measure.name)!),
      ]);
  });

  it('has words, a headline, a target and parameters to calibrate', () => {
    const runUnder = (law: unknown) => ({ law, parts: [] }) as unknown as RunData;
    const nl = speak('nl', twoRoutes);
    expect(measureName(nl, runUnder(twoRoutes), 'route_done_share')).toBe('Route afgerond');
    expect(measureName(nl, runUnder(twoRoutes), 'passed_share')).toBe('Doorgelaten');
    expect(measureName(nl, runUnder(twoRoutes), 'programme_cost_fund')).toMatch(/door het fonds,/);
    expect(measureName(speak('en', wi2013), runUnder(wi2013), 'passed_share')).toBe(
      'Passed the civic integration exam',
    );
    expect(partName(nl, { part: 'lessons', label: 'Lessons' })).toBe('Lessen');
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
    // A share with a default stands until a scenario states it: no target says anything about it.
    expect(paths.filter((path) => path.includes('.route_advice.'))).toEqual([]);
    expect(footingOf({ tree })).toMatchObject({ regime: 'two_routes', law: 'Law of two routes' });
  });

  it('draws its bars from the curves', () => {
    const curves: Record<string, readonly number[]> = {
      'cumulative_incidence milestone housed': [0, 1, 1, 1, 1],
      'occupancy route in_lessons': [0, 1, 1, 0, 0],
      'occupancy route done': [0, 0, 0, 1, 1],
      'occupancy course taking_part': [0, 1, 0, 0, 0],
      'occupancy course aftercare': [0, 0, 1, 0, 0],
      'occupancy course finished': [0, 0, 0, 1, 1],
      'cumulative_incidence milestone done': [0, 0, 0, 1, 1],
    };
    const rows: Row[] = Object.entries(curves).flatMap(([key, values]) => {
      const [kind, track, state] = key.split(' ') as [string, string, string];
      return values.map((estimate, month) => ({ approach: 'a', kind, track, state, month, estimate }));
    });
    const run = {
      manifest: {
        footing: { regime: 'two_routes' },
        labels: { 'approaches.a.activities.course.label': { nl: 'Praatgroep', en: 'Talks' } },
      },
      files: ['curves.csv'],
      table: (file: string) => {
        if (file === 'approaches.csv') return [{ approach: 'a', part: 'course', label: 'Talks', phase: 3 }];
        return file === 'curves.csv' ? rows : [];
      },
    } as unknown as RunFolder;
    const bars = pathOf(run, 'a', 'nl');
    // Half have begun in the middle of month 0, and ended in the middle of month 2.
    expect(bars.map(({ phase, label, start, end }) => [phase, label, start, end])).toEqual([
      [1, 'Wachten op een woning', 0, 0.5],
      [2, 'De route', 0.5, 2.5],
      [3, 'Praatgroep', 0.5, 1.5],
      [3, 'Nazorg: Praatgroep', 1.5, 2.5],
    ]);
    const { spec } = phasesChart(run, 'nl');
    expect(JSON.stringify(spec)).toContain('Fasen: 1 wachten; 2 de route; 3 daarna.');
  });
});
