/** Runs of unlike footing: in order of name and without ranks, where ranks would mean nothing. */

import { describe, expect, it } from 'vitest';
import { comparisonChart } from '../../../../src/output/charts/comparison.js';
import type { Footing } from '../../../../src/output/package/footing.js';
import { readRunData } from '../../../../src/output/report/run-data.js';
import { comparisonSection } from '../../../../src/output/report/sections/comparison.js';
import { speak } from '../../../../src/output/report/speech.js';
import { folderWith } from '../../../scenario/temporary-folder.js';
import { makeRun } from '../results.js';

const alike: Footing = {
  horizon_years: 10,
  discount_rate: 0.0225,
  discounted_to: '2015-10-01',
  discounted_to_is: 'first_permit',
  law: 'Wet inburgering 2013',
  self_sufficiency: { states: ['work'], sustained_months: 6 },
  first_permit: '2015-10-01',
  inflow_months: 3,
};

/** By the gain in self-sufficiency Zwolle, Assen, Meppel; by the share off bijstand the other way round. */
function runsOf(last: Partial<Footing> | undefined) {
  const root = folderWith({});
  const gains = { Meppel: 0.01, Zwolle: 0.03, Assen: 0.02 };
  return Object.entries(gains).map(([municipality, selfSufficient], i) => {
    const footing = i === 2 ? last && { ...alike, ...last } : alike;
    return makeRun(root, municipality.toLowerCase(), {
      municipality,
      selfSufficient,
      bijstand: selfSufficient - 0.05,
      ...(footing === undefined ? {} : { footing }),
    });
  });
}

function told(last: Partial<Footing> | undefined, language: 'en' | 'nl' = 'en') {
  const runs = runsOf(last);
  const data = runs.map(readRunData);
  const { blocks } = comparisonSection(data, [], speak(language, data[0]!.law));
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  const strong = blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.strong === true ? [block.text] : [],
  );
  const chart = comparisonChart(runs, language).description;
  return {
    rows: tables[0]!.rows.map(([place]) => place!.text),
    caption: tables[0]!.caption,
    tables: tables.map(({ name }) => name),
    strong: strong[0],
    chart: ['Assen', 'Meppel', 'Zwolle'].sort((a, b) => chart.indexOf(a) - chart.indexOf(b)),
  };
}

describe('runs of unlike footing', () => {
  it.each<[string, Partial<Footing>]>([
    ['horizon', { horizon_years: 5 }],
    ['discount rate', { discount_rate: 0.03 }],
    ['date of money', { discounted_to: '2020-01-01', discounted_to_is: 'given' }],
    ['self-sufficiency', { self_sufficiency: { states: ['work'], sustained_months: 12 } }],
  ])('in %s have no ranks, and stand by name', (_, last) => {
    const { rows, caption, tables, strong, chart } = told(last);
    expect([rows, chart, tables]).toEqual([
      ['Assen', 'Meppel', 'Zwolle'],
      ['Assen', 'Meppel', 'Zwolle'],
      ['comparison'],
    ]);
    expect(strong).toBe(
      'These results are not on the same footing, so tables have them in order of name, without ranks:',
    );
    expect(caption).toContain('by name');
  });

  it('say so in Dutch', () => {
    const { caption, strong } = told({ horizon_years: 5 }, 'nl');
    expect(strong).toBe(
      'Deze resultaten staan niet op dezelfde voet; daarom staan ze in de tabellen op alfabet, zonder rangorde:',
    );
    expect(caption).toContain('op alfabet');
  });

  it.each<[string, Partial<Footing> | undefined]>([
    ['are alike', {}],
    ['have other first permits', { first_permit: '2016-01-01', discounted_to: '2016-01-01' }],
    ['have prices of another year, which are said', { price_year: 2020 }],
    ['are from before footings were kept', undefined],
  ])('are ranked where they %s', (_, last) => {
    const { rows, caption, tables, chart } = told(last);
    expect([rows, chart, tables]).toEqual([
      ['Zwolle', 'Assen', 'Meppel'],
      ['Zwolle', 'Assen', 'Meppel'],
      ['comparison', 'places'],
    ]);
    expect(caption).toContain('by the gain in self-sufficiency');
  });
});
