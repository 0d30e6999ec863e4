import { describe, expect, it } from 'vitest';
import { listNames } from '../../../src/output/list-names.js';
import { distinctNames, type Footing, unlikeThings } from '../../../src/output/package/footing.js';
import * as english from '../../../src/output/words/en/footing.js';
import * as dutch from '../../../src/output/words/nl/footing.js';

const leiden: Footing = {
  horizon_years: 10,
  discount_rate: 0.0225,
  discounted_to: '2015-10-01',
  discounted_to_is: 'first_permit',
  law: 'Wet inburgering 2013',
  self_sufficiency: { states: ['work'], sustained_months: 6 },
  first_permit: '2015-10-01',
  inflow_months: 3,
  reference: 'sequential',
  posterior: { name: 'cbs-2014', sha256: 'abcdef0123456789' },
};

const differ = (other: Partial<Footing>) =>
  unlikeThings([
    { name: 'Leiden', footing: leiden },
    { name: 'Other', footing: { ...leiden, ...other } },
  ]);

describe('results side by side', () => {
  it.each<[Partial<Footing>, string[], string]>([
    [{ horizon_years: 3 }, ['horizon: 10 years (Leiden); 3 years (Other)'], 'horizon: 10 jaar (Leiden)'],
    [
      { discount_rate_range: [0.01, 0.03] },
      ['discount rate: 2.25% a year (Leiden); 2.25% a year (drawn between 1% and 3%) (Other)'],
      'discontovoet: 2,25% per jaar (Leiden)',
    ],
    [{ price_year: 2016 }, ['year of prices: of no single year (Leiden); 2016 (Other)'], 'prijspeil: '],
    [{ law: 'Other law' }, ['law: Wet inburgering 2013 (Leiden); Other law (Other)'], 'wet: '],
    [
      { self_sufficiency: { states: ['work', 'other'], sustained_months: 6 } },
      [
        'definition of self-sufficiency: work for 6 months on end (Leiden); work or other income for 6 months on end (Other)',
      ],
      'wat zelfredzaam heet: werk, 6 maanden achtereen (Leiden); werk of ander inkomen, 6 maanden achtereen (Other)',
    ],
    [
      { discounted_to: '2016-01-01', first_permit: '2016-01-01' },
      // Each to its own first permit is one footing.
      ['first permit: 2015-10-01 (Leiden); 2016-01-01 (Other)'],
      'eerste vergunning: ',
    ],
    [
      { discounted_to: '2016-01-01', discounted_to_is: 'given' },
      ['date to which money is discounted: the first permit (2015-10-01) (Leiden); 2016-01-01 (Other)'],
      'datum waarnaar bedragen zijn verdisconteerd: de eerste vergunning (1 oktober 2015) (Leiden)',
    ],
    [
      { posterior: { name: 'none' } },
      [
        'posterior (joint draws of the calibrated parameters): cbs-2014, abcdef01 (Leiden); none, the priors (Other)',
      ],
      'posterior (gezamenlijke trekkingen van de gekalibreerde parameters): cbs-2014, abcdef01 (Leiden)',
    ],
    [
      { posterior: { name: 'cbs-2014', sha256: '0123456789abcdef' } },
      [
        'posterior (joint draws of the calibrated parameters): cbs-2014, abcdef01 (Leiden); cbs-2014, 01234567 (Other)',
      ],
      'posterior (',
    ],
    [
      { reference: 'parallel' },
      ['reference approach: sequential (Leiden); parallel (Other)'],
      'referentieaanpak: ',
    ],
    // Results of before these were written down do not tell them.
    [{ posterior: undefined, reference: undefined }, [], ''],
    [{}, [], ''],
  ])('are told apart in %j', (other, said, inDutch) => {
    const unlike = differ(other);
    expect(unlike.map(english.unlike)).toEqual(said);
    expect(unlike.map(dutch.unlike).join().startsWith(inDutch)).toBe(true);
  });

  it('have names of their own, and few of many', () => {
    expect(distinctNames(['Heerlen', 'Leiden', 'Heerlen'])).toEqual(['Heerlen (1)', 'Leiden', 'Heerlen (2)']);
    // A number hides names; it stands only where they would be many.
    expect(listNames([...'abcdefgh'], english.andMore)).toBe('a, b, c, d, e, f, g, h');
    expect(listNames([...'abcdefghi'], english.andMore)).toBe('a, b, c, d and 5 more');
    expect(listNames([...'abcdefghi'], dutch.andMore)).toBe('a, b, c, d en nog 5');
    // Who has a value is listed likewise.
    const others = [...'abcdefghi'].map((name) => ({ name, footing: leiden }));
    const other = { name: 'X', footing: { ...leiden, horizon_years: 5 } };
    const [horizon] = unlikeThings([...others, other]);
    expect(english.unlike(horizon!)).toBe('horizon: 10 years (a, b, c, d and 5 more); 5 years (X)');
    expect(dutch.unlike(horizon!)).toBe('horizon: 10 jaar (a, b, c, d en nog 5); 5 jaar (X)');
    const many = [1, 2, 3, 4, 5, 6].map((horizon) => ({
      name: `H${horizon}`,
      footing: { ...leiden, horizon_years: horizon },
    }));
    expect(unlikeThings(many).map(english.unlike)[0]).toMatch(
      /^horizon: 1 year \(H1\); .*; 4 years \(H4\); and 2 more$/,
    );
    expect(unlikeThings(many).map(dutch.unlike)[0]).toMatch(/; 4 jaar \(H4\); en nog 2 andere$/);
  });
});

describe('the prices of amounts', () => {
  const said = (...years: (number | undefined)[]) => {
    const footings = years.map((year) => ({ ...leiden, price_year: year }) as Footing);
    return [english, dutch].map((words) => words.prices(footings));
  };

  it('are of one year, of none, or not the same in all results: then none is told as that of all', () => {
    expect(said(2016, 2016)[0]).toContain(', in prices of 2016, not indexed');
    expect(said(undefined, undefined)[0]).toContain(', in the prices of their sources, of no single year,');
    for (const [en, nl] of [said(2016, undefined), said(undefined, 2016), said(2015, 2016)]) {
      expect(en).toContain('in the prices that it says, not of one year in all scenarios');
      expect(nl).toContain('niet in alle scenario’s van één jaar');
      expect(`${en}${nl}`).not.toMatch(/201\d/);
    }
  });
});

describe('a stretch outside a table', () => {
  it('of one day is that day', () => {
    const day = {
      kind: 'before',
      of: 'norms',
      begins: '2015',
      from: '2014-12-31',
      until: '2014-12-31',
    } as const;
    expect(english.outside(day)).toContain('for 2014-12-31 they are carried back');
    expect(dutch.outside(day)).not.toMatch(/31 december 2014.*31 december 2014|t\/m|tot en met/);
  });
});
