/** Numbers that a scenario names and uses nowhere. */

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { notesOf, warningsOf } from '../../../src/run/write/warnings.js';
import { unusedNumbers } from '../../../src/scenario/check/unused-numbers.js';
import { type LoadedScenario, loadScenario, packageLibrary } from '../../../src/scenario/load-scenario.js';
import { folderWith } from '../temporary-folder.js';
import { activity, approach, loaded, price, twins } from '../twins.js';

const unused = ({ path, inherited }: Pick<LoadedScenario, 'path' | 'inherited'>) =>
  unusedNumbers(path, inherited).map((each) => each.path);

const using = (...names: readonly [string, string]) =>
  names.map((name) => approach(activity(name))) as [string, string];

describe('unusedNumbers', () => {
  it('are those that nothing is the same as, nor by way of others', () => {
    const numbers = `numbers: { price: ${price}, by_way: { same_as: numbers.price }, left: ${price}, left_too: { same_as: numbers.left } }`;
    const text = twins(...using('{ same_as: numbers.by_way }', '{ same_as: numbers.price }'), numbers);
    expect(unused(loaded(text))).toEqual(['numbers.left', 'numbers.left_too']);
  });

  it('are not those that another is the same as under an answer', () => {
    const question =
      'alternatives: { dear: { question: "Is it dear?", options: { no: { weight: 0.5, label: "No" }, yes: { weight: 0.5, label: "Yes" } } } }';
    const numbers = `numbers: { price: ${price}, left: ${price}, mid: { by: alternatives.dear, values: { no: 1, yes: { same_as: numbers.price } } } }`;
    const text = twins(...using('{ same_as: numbers.mid }', '5'), `${question}\n${numbers}`);
    expect(unused(loaded(text))).toEqual(['numbers.left']);
  });

  it('are not those that an alias repeats, in one approach or the other', () => {
    expect(unused(loaded(twins(...using('10', '*price'), `numbers: { price: &price ${price} }`)))).toEqual(
      [],
    );
    expect(
      unused(loaded(twins(...using('10', '{ same_as: numbers.price }'), `numbers: { price: ${price} }`))),
    ).toEqual([]);
  });

  it('are not those of the scenario that it builds on, which may name numbers for others', () => {
    const folder = folderWith({
      'base.yaml': twins(...using('10', '10'), `numbers: { price: ${price} }`),
      'own.yaml': `name: Own\nextends: ./base.yaml\nnumbers:\n  wage: ${price}\n`,
    });
    const load = (name: string) => {
      const found = loadScenario(join(folder, name), packageLibrary());
      if (!found.ok) throw new Error(JSON.stringify(found.diagnostics));
      return found.scenario;
    };
    expect(unused(load('base.yaml'))).toEqual(['numbers.price']);
    const own = load('own.yaml');
    expect(unused(own)).toEqual(['numbers.wage']);
    const tables = { dated: [] } as unknown as Parameters<typeof notesOf>[1];
    const said =
      /^numbers\.wage: used nowhere \(.*own\.yaml:4:3\); where it holds, write \{ same_as: numbers\.wage \}$/;
    expect(notesOf(own, tables)).toContainEqual(expect.stringMatching(said));
    expect(warningsOf(own, tables).en).toContainEqual(expect.stringMatching(said));
  });
});
