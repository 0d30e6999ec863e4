import { describe, expect, it } from 'vitest';
import { assembleResults } from '../../src/analysis/results.js';
import { parameterRows, parametersTable } from '../../src/output/package/listing.js';
import { loadScenario, packageLibrary } from '../../src/scenario/load-scenario.js';
import { readNorms } from '../../src/scenario/tables/norms.js';
import { taskOf } from '../shipped.js';

const library = packageLibrary();

describe('parameters.csv', () => {
  it('gives a tied number its value alone: range, source and label stand with the other', () => {
    const loaded = loadScenario(`${library.scenarios}/amsterdam.yaml`, library);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
    const { tree, posterior, inherited } = loaded.scenario;
    const results = assembleResults(taskOf(tree, { posterior: posterior! }), []);
    const rows = parameterRows(results, inherited, readNorms(library), (path) => path);
    const table = parametersTable(results, rows);
    const cellsOf = (path: string) => {
      const row = rows.find((each) => each.path === path)!;
      return Object.fromEntries(table.columns.map(({ name, value }) => [name, value(row)]));
    };
    const [named, tied] = ['sequential', 'parallel'].map((name) =>
      cellsOf(`approaches.${name}.course.mean_wait`),
    );
    expect(named).toMatchObject({ distribution: 'posterior', label: 'derived', same_as: undefined });
    expect(tied).toMatchObject({
      value: named!.value,
      unit: 'months',
      same_as: 'approaches.sequential.course.mean_wait',
    });
    for (const name of ['low', 'high', 'distribution', 'source', 'label'])
      expect(tied![name]).toBeUndefined();
    expect(tied!.note).toMatch(/^people arrange the course themselves/);
  });

  it('says of a number that a setting brought, whatever it is part of, that the command line set it', () => {
    const settings = ['cohort.size=40', 'effects.work_men.value=1.2', 'numbers={ lesson: 3 }'];
    const loaded = loadScenario(`${library.scenarios}/amsterdam.yaml`, library, settings);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
    const { tree, inherited } = loaded.scenario;
    const rows = parameterRows(assembleResults(taskOf(tree), []), inherited, [], (path) => path);
    const ofCommand = rows.filter(({ setIn }) => setIn === 'command line');
    expect(ofCommand.map(({ path }) => path).sort()).toEqual([
      'cohort.size',
      'effects.work_men',
      'numbers.lesson',
    ]);
    expect(rows.every(({ setIn }) => !setIn.startsWith('--set'))).toBe(true);
  });
});
