/** What readers call the costs of activities and the numbers that several places share. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listParameters } from '../../../src/domain/parameters/draw.js';
import type { Language } from '../../../src/output/language.js';
import { namedOf, numberName } from '../../../src/run/scenarios/number-names.js';
import { costItemsOf } from '../../../src/scenario/labels.js';
import { loadScenario, packageLibrary } from '../../../src/scenario/load-scenario.js';
import { inFolder } from '../../cli/in-folder.js';
import { runHere } from '../../cli/program-here.js';
import { folderWith } from '../../scenario/temporary-folder.js';
import { shippedNames, shippedScenario } from '../../shipped.js';

const price = (value: number) =>
  `{ value: ${value}, distribution: fixed, label: assumption, note: "a fixture" }`;

/** Leiden, where the mentor costs these things. */
function withCosts(costs: readonly string[], more = '') {
  const folder = folderWith({
    'a.yaml': `name: A\nextends: leiden\n${more}approaches:\n  parallel:\n    activities:\n      mentor:\n        costs:\n${costs.map((each) => `          - { ${each} }\n`).join('')}`,
  });
  const loaded = loadScenario(join(folder, 'a.yaml'), packageLibrary());
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  return loaded.scenario;
}

const mentor = 'approaches.parallel.activities.mentor';
const namesOf = (costs: readonly string[], language: Language) => {
  const scenario = withCosts(costs);
  const named = namedOf(scenario);
  return Object.keys(costItemsOf(scenario.tree))
    .filter((path) => path.startsWith(mentor))
    .map((path) => numberName(named, path, language).replace(/^Mentor: /, ''));
};

const month = 'costs a month of taking part';
const once = 'costs a participant';

describe('what an activity costs', () => {
  it('goes by nothing else where it is the only thing', () => {
    expect(namesOf([`payer: state, per_month: ${price(1)}`], 'en')).toEqual([month]);
  });

  it('goes by who pays it', () => {
    const costs = [
      `payer: municipality, per_month: ${price(1)}`,
      `payer: state, per_month: ${price(2)}, per_participant: ${price(3)}`,
      `payer: duo, per_month: ${price(4)}`,
    ];
    expect(namesOf(costs, 'en')).toEqual([
      `${month}, paid by the municipality`,
      `${once}, paid by the state`,
      `${month}, paid by the state`,
      `${month}, paid by DUO (loans and fines)`,
    ]);
    expect(namesOf(costs, 'nl').slice(0, 2)).toEqual([
      'kosten per maand deelname, betaald door de gemeente',
      'kosten per deelnemer, betaald door het Rijk',
    ]);
  });

  it('goes by when it is paid, where one payer pays several; by its number where that is the same too', () => {
    const dated = [
      `payer: state, until: 2017-12-31, per_month: ${price(1)}`,
      `payer: state, from: 2018-01-01, per_month: ${price(2)}`,
      `payer: state, per_participant: ${price(3)}`,
    ];
    expect(namesOf(dated, 'nl')).toEqual([
      'kosten per maand deelname, betaald door het Rijk tot en met 31 december 2017',
      'kosten per maand deelname, betaald door het Rijk vanaf 1 januari 2018',
      'kosten per deelnemer, betaald door het Rijk',
    ]);
    const alike = [`payer: state, per_month: ${price(1)}`, `payer: state, per_month: ${price(2)}`];
    expect(namesOf(alike, 'en')).toEqual([`${month} (item 1)`, `${month} (item 2)`]);
  });

  it('goes by what it pays for, where the scenario says so, in one language or in both', () => {
    const labelled = [
      `payer: state, label: { nl: "docenten", en: "teachers" }, per_month: ${price(1)}`,
      `payer: state, label: trainers, per_month: ${price(2)}`,
      `payer: municipality, label: trainers, per_month: ${price(3)}`,
    ];
    expect(namesOf(labelled, 'nl')).toEqual([
      'kosten per maand deelname, docenten',
      'kosten per maand deelname, trainers, betaald door het Rijk',
      'kosten per maand deelname, trainers, betaald door de gemeente',
    ]);
    expect(namesOf(labelled, 'en')[0]).toBe(`${month}, teachers`);
    expect(namesOf([`payer: state, label: trainers, per_month: ${price(1)}`], 'en')).toEqual([
      `${month}, trainers`,
    ]);
  });

  it('goes by no number in any scenario that comes with the package, and by one name alone', () => {
    for (const name of shippedNames) {
      const { tree, inherited } = shippedScenario(name);
      const named = namedOf({ tree, inherited });
      for (const language of ['en', 'nl'] as const) {
        const names = Object.keys(costItemsOf(tree)).map((path) => numberName(named, path, language));
        expect(names.filter((each) => /\((?:item|post) \d/.test(each))).toEqual([]);
        expect(names.length).toBe(new Set(names).size);
      }
    }
  });

  it('is named in the report of a run, from what the run keeps', async () => {
    const { out } = await inFolder('run', 'leiden', '--quiet', '--horizon', '2');
    const { cost_items: items } = JSON.parse(readFileSync(join(out, 'leiden/manifest.json'), 'utf8'));
    expect(items[`${mentor}.costs.0.per_month`]).toEqual({ payer: 'municipality' });
    const report = join(folderWith({}), 'report');
    await runHere('report', join(out, 'leiden'), '--format', 'html', '--lang', 'nl', '--out', report);
    const text = readFileSync(join(report, 'report.html'), 'utf8');
    expect(text).toContain('kosten per maand deelname, casemanagers en de helft van het programma');
    expect(text).not.toMatch(/\(post \d\)/);
  });
});

describe('a number that several places share', () => {
  const numbersOf = (numbers: string, language: Language) => {
    const costs = [
      'payer: state, per_month: { same_as: numbers.fee }',
      `payer: municipality, per_month: { same_as: numbers.fee, ratio: ${price(2)} }`,
    ];
    const named = namedOf(withCosts(costs, `numbers: ${numbers}\n`));
    return numberName(named, 'numbers.fee', language);
  };

  it('goes by the name that the scenario gives it, in one language or in both', () => {
    const fee = `distribution: fixed, unit: euros a month of taking part, label: assumption, note: "a fixture"`;
    const both = `{ fee: { value: 1, name: { nl: "Tarief", en: "Rate" }, ${fee} } }`;
    expect([numbersOf(both, 'nl'), numbersOf(both, 'en')]).toEqual(['Tarief', 'Rate']);
    expect(numbersOf(`{ fee: { value: 1, name: Fee, ${fee} } }`, 'nl')).toBe('Fee');
    const tied = `{ base: ${price(1)}, fee: { same_as: numbers.base, name: Tied } }`;
    expect(numbersOf(tied, 'en')).toBe('Tied');
  });

  it('goes by the place that names it, where it has no name', () => {
    expect(numbersOf(`{ fee: ${price(1)} }`, 'en')).toBe(
      `Mentor: ${month}, paid by the state (and elsewhere)`,
    );
    expect(numbersOf(`{ fee: ${price(1)} }`, 'nl')).toMatch(/^Mentor: kosten per maand .* \(en elders\)$/);
  });

  it('has a name in both languages in every scenario that comes with the package', () => {
    const shared = shippedNames.flatMap((name) => {
      const { tree, inherited } = shippedScenario(name);
      const { labels } = namedOf({ tree, inherited });
      return listParameters(tree).flatMap(({ path }) =>
        /^numbers\.[^.]+$/.test(path) ? [[path, labels[`${path}.name`]] as const] : [],
      );
    });
    expect(shared.length).toBeGreaterThan(5);
    for (const [path, label] of shared) expect([path, label?.nl === label?.en]).toEqual([path, false]);
  });
});
