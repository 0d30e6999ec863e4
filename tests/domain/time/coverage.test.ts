/** What lies outside tables and laws, worked out by hand. */

import { describe, expect, it } from 'vitest';
import { centralValue } from '../../../src/domain/parameters/quantity.js';
import { type DatedTable, outsideOf } from '../../../src/domain/time/coverage.js';
import { outside } from '../../../src/output/words/en/footing.js';
import { outside as dutch } from '../../../src/output/words/nl/footing.js';
import { packageLibrary } from '../../../src/scenario/load-scenario.js';
import { readPackageTables } from '../../../src/scenario/tables/package-tables.js';
import { shippedTree } from '../../shipped.js';

const { dated } = readPackageTables(packageLibrary());

const of = (firstPermit: string, inflow = '0', ...more: string[]) =>
  outsideOf(
    shippedTree('national', [
      `cohort.first_permit=${firstPermit}`,
      `cohort.inflow_months=${inflow}`,
      ...more,
    ]),
    dated,
  ).map(outside);

describe('what lies outside tables and laws', () => {
  it('is nothing for a cohort that lives inside all of them', () => {
    expect(of('2015-01-01', '0', 'horizon_years=9')).toEqual([]);
    expect(of('2015-01-01', '12', 'horizon_years=8')).toEqual([]);
  });

  it('is told of the future, with the dates', () => {
    expect(of('2035-01-01')).toEqual([
      'Wet inburgering 2013 holds for duties that arise from 2013-01-01 up to 2021-12-31; the permits here are of 2035-01-01',
      'norms end at 2026-01-01; the last holds for 2035 to 2044',
      'labour market figures end at 2023; the last holds for 2035 to 2044',
      'state pension ages end at 2029; the last holds for 2035 to 2044',
    ]);
  });

  it('knows the state pension age of 2028 for 2029 too, and no later one', () => {
    const ages = (years: number) =>
      of('2020-01-01', '0', `horizon_years=${years}`).filter((text) => text.startsWith('state pension'));
    expect(ages(10)).toEqual([]);
    expect(ages(11)).toEqual(['state pension ages end at 2029; the last holds for 2030']);
    const rows = shippedTree('national').income.pension_age;
    expect(rows.slice(-2).map(({ from, age }) => [from, centralValue(age)])).toEqual([
      ['2028-01-01', 807],
      ['2029-01-01', 807],
    ]);
  });

  it('counts the last norms for the half year for which they were made, the last year of the labour market whole', () => {
    expect(of('2020-07-01', '0', 'horizon_years=6')).toEqual([
      'labour market figures end at 2023; the last holds for 2024-01-01 to 2026-06-30',
    ]);
    expect(of('2020-07-02', '0', 'horizon_years=6')).toEqual([
      'norms end at 2026-01-01; the last holds for 2026-07-01',
      'labour market figures end at 2023; the last holds for 2024-01-01 to 2026-07-01',
    ]);
  });

  it('counts norms that were carried back as none', () => {
    expect(of('2014-01-01', '0', 'horizon_years=5')).toEqual([
      'norms begin at 2015-01-01; for 2014 they are carried back',
    ]);
    expect(of('1990-01-01').slice(1)).toEqual([
      'norms begin at 2015-01-01; for 1990 to 1999 they are carried back',
      'labour market figures begin at 2014; for 1990 to 1999 they are carried back',
      'state pension ages begin at 2014; for 1990 to 1999 they are carried back',
    ]);
  });

  it('asks of the law that it holds for the first permit and for the last', () => {
    const law = (...given: [string, string]) =>
      of(...given, 'horizon_years=1').filter((text) => text.startsWith('Wet'));
    expect(law('2021-01-01', '12')).toEqual([]);
    expect(law('2021-01-02', '12')).toHaveLength(1);
    expect(law('2021-12-31', '0')).toEqual([]);
    expect(law('2022-01-01', '0')).toHaveLength(1);
    expect(law('2012-12-31', '0')).toHaveLength(1);
    expect(law('2021-07-01', '12')[0]).toContain('the permits here are from 2021-07-01 to 2022-06-30');
  });

  it('takes the inflow that few draws exceed where it is drawn', () => {
    const drawn = '{ value: 3, low: 3, high: 15, distribution: uniform, label: assumption }';
    // 3 + 0.975 x 12 = 14.7 months from 1 July 2020: the last permit falls in September 2021, its year ends in 2022.
    expect(of('2021-01-01', drawn, 'horizon_years=1')[0]).toContain('to 2022-03-');
  });

  it('works for any table with dates, in both languages', () => {
    const table: DatedTable = { name: 'pension_age', months: 12, rows: [{ from: '2015-01-01' }] };
    const tree = shippedTree('national', [
      'cohort.first_permit=2015-06-01',
      'horizon_years=1',
      'cohort.inflow_months=0',
    ]);
    const found = outsideOf(tree, [table]);
    expect(found.map(outside)).toEqual([
      'state pension ages end at 2015; the last holds for 2016-01-01 to 2016-05-31',
    ]);
    expect(found.map(dutch)).toEqual([
      'de AOW-leeftijden lopen tot 2015; de laatste geldt voor 1 januari 2016 tot en met 31 mei 2016',
    ]);
  });

  it('is told in Dutch with days in words, and years as they are', () => {
    const of = (kind: 'before' | 'law', begins: string, from: string, until: string) =>
      dutch({ kind, of: kind === 'law' ? 'wet' : 'norms', begins, from, until });
    expect([
      of('before', '2015-01-01', '2014-01-01', '2014-12-31'),
      of('before', '2015', '2014-03-01', '2014-12-31'),
      of('law', '2013-01-01', '2012-02-29', '2012-02-29'),
    ]).toEqual([
      'de bijstandsnormen beginnen op 1 januari 2015; voor 2014 zijn ze teruggerekend',
      'de bijstandsnormen beginnen in 2015; voor 1 maart 2014 tot en met 31 december 2014 zijn ze teruggerekend',
      'de wet geldt voor een inburgeringsplicht die ontstaat vanaf 1 januari 2013; de vergunningen hier zijn van 29 februari 2012',
    ]);
  });
});
