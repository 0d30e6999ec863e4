/** When an analysis is of the scenario of a run. */

import { describe, expect, it } from 'vitest';
import type { ScenarioTree } from '../../../src/domain/schema/scenario.js';
import { identityOfScenario } from '../../../src/run/plan/identity.js';
import { otherSetting } from '../../../src/run/report/same-scenario.js';
import { norms, scenarioOf } from '../../domain/life.js';

describe('the identity of a scenario', () => {
  const central = new Float64Array([1, 2]);
  const posterior = { paths: ['a', 'b'], rows: 1, values: new Float64Array([1, 2]), central };
  const of = (settings: object, more: object = {}, drawn: typeof posterior | undefined = posterior) =>
    identityOfScenario(
      { tree: { ...scenarioOf({ ...settings }), ...more } as unknown as ScenarioTree, posterior: drawn },
      norms,
    );

  it('is that of its numbers, and of no note on them', () => {
    const before = of({});
    expect(of({})).toBe(before);
    expect(of({}, { description: 'Another word' })).toBe(before);
    const withNote = (note: string, high: number) =>
      of({}, { numbers: { half: { value: 0.5, low: 0, high, note, source: note } } });
    expect(withNote('a', 1)).toBe(withNote('b', 1));
    expect(withNote('a', 2)).not.toBe(withNote('a', 1));
    expect(of({ 'income.work': 0.1 })).not.toBe(before);
    expect(of({}, {}, { ...posterior, values: new Float64Array([1, 3]) })).not.toBe(before);
    const dearer = [{ ...norms[0]!, couple: norms[0]!.couple + 1 }];
    const tree = scenarioOf() as unknown as ScenarioTree;
    expect(identityOfScenario({ tree, posterior }, dearer)).not.toBe(before);
  });
});

describe('what an analysis has otherwise than a run', () => {
  const made = (scenario_sha256: string | undefined, settings: string[] = [], file = '1') => ({
    scenario_sha256,
    settings: [...settings, 'measure=net_balance'],
    command_line: ['sensitivity', 'leiden', ...settings.flatMap((each) => ['--set', each])],
    inputs: [
      { path: 'scenarios/leiden.yaml', sha256: file },
      { path: 'data/norms.csv', sha256: 'n' },
    ],
  });

  it('is nothing where the scenario is the same however it was written, or was not recorded', () => {
    expect(otherSetting(made('a', ['cohort.size=60'], '2'), made('a'))).toBeUndefined();
    expect(otherSetting(made(undefined), made('a'))).toBeUndefined();
    expect(otherSetting(made('b'), made(undefined))).toBeUndefined();
  });

  it('are settings of the one or the other, files that have changed, or else some numbers', () => {
    expect(otherSetting(made('b', ['income.work=0.1']), made('a'))).toBe('with income.work=0.1');
    expect(otherSetting(made('b', ['horizon_years=5']), made('a', ['income.work=0.1']))).toBe(
      'with horizon_years=5 and without income.work=0.1',
    );
    expect(otherSetting(made('b', [], '2'), made('a'))).toBe('from other contents of leiden.yaml');
    expect(otherSetting(made('b'), made('a'))).toBe('with other numbers');
  });
});
