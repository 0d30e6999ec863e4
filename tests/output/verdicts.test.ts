import { describe, expect, it } from 'vitest';
import { type NamedContrast, sayComparison, saySweep } from '../../src/output/verdicts.js';

const euros = (estimate: number, low: number, high: number) => ({
  unit: 'euros',
  estimate,
  mcse: 10,
  low,
  high,
});

/** A contrast with this net balance and interval, and this gain off bijstand in percentage points. */
const made = (name: string, balance: readonly [number, number, number], points: number): NamedContrast => ({
  name,
  approach: 'parallel',
  reference: 'sequential',
  balance: euros(...balance),
  bijstand: euros(-1000, -1500, -500),
  // Wider than the interval of the bijstand.
  programme: euros(2000, 1000, 3000),
  onBijstand: { unit: 'share', estimate: -points / 100, mcse: 0.001, low: -1, high: 0.2 },
  influences: null,
  tried: [],
  draws: 64,
});

const pays = made('Almere', [500, 100, 900], 3);
const not = made('Breda', [-500, -900, -100], 6);
const open = made('Delft', [50, -400, 500], 9);

describe('sayComparison', () => {
  it('counts where it pays, names them, and holds the gains against the literature', () => {
    expect(sayComparison([pays, not, open], 'en')).toEqual([
      '3 comparisons of an approach with its reference: in 1 the approach pays, in 1 it does not pay, in 1 the evidence cannot tell.',
      'Pays: Almere.',
      'Does not pay: Breda.',
      'Cannot be told: Delft.',
      'Most of the doubt is in what the programme costs in 3 of 3.',
      'Compared with the literature (0 to 5 percentage points more off bijstand after five years): of 3 gains, 1 within that, 1 above it and 1 far above it (more than 8).',
      'Outside the evidence (more than 8 percentage points off bijstand at year 5; 0 to 5 is plausible): Delft.',
    ]);
  });

  it('counts no part that is nowhere the widest, and says of how many it cannot be told', () => {
    const other = { ...pays, bijstand: euros(-1000, -9000, 500) };
    const unknown = { ...pays, bijstand: euros(-1000, Number.NaN, Number.NaN) };
    const exact = { ...pays, bijstand: euros(-1000, -1000, -1000), programme: euros(500, 500, 500) };
    const doubt = (all: readonly NamedContrast[], language: 'en' | 'nl') =>
      sayComparison(all, language).filter((text) => /Most of the doubt|meeste onzekerheid/.test(text));
    expect(doubt([pays, other, unknown, exact], 'nl')).toEqual([
      'De meeste onzekerheid zit bij 1 van de 4 in wat het programma kost en bij 1 in de bijstand; bij 1 is dat niet te zeggen.',
    ]);
    expect(doubt([other, unknown, unknown], 'nl')).toEqual([
      'De meeste onzekerheid zit bij 1 van de 3 in de bijstand; bij 2 is dat niet te zeggen.',
    ]);
    expect(doubt([other, unknown, unknown], 'en')).toEqual([
      'Most of the doubt is in the bijstand in 1 of 3; in 2 it cannot be told.',
    ]);
    expect(doubt([unknown], 'nl')).toEqual([]);
  });

  it('names nobody where all are alike, and four of many', () => {
    const many = Array.from({ length: 9 }, (_, i) => ({ ...not, name: `G${i}` }));
    expect(sayComparison(many, 'en').join(' ')).not.toContain('G0');
    expect(sayComparison([pays, ...many], 'en')).toContain('Does not pay: G0, G1, G2, G3 and 5 more.');
    expect(sayComparison([], 'en')).toEqual([]);
  });
});

describe('saySweep', () => {
  it('says where the answer changes, and between which points the balance moves', () => {
    const [changes, moves] = saySweep([not, open, pays], 'en');
    expect(changes).toBe(
      'The answer changes over the points: it pays at “Almere”; it does not pay at “Breda”; it cannot be told at “Delft”.',
    );
    expect(moves).toBe(
      'The net balance against the reference goes from -€500 a person (“Breda”) to +€500 (“Almere”).',
    );
  });

  it('says that it does not change', () => {
    const [same, stays] = saySweep([not, not], 'nl');
    expect(same).toBe('Het loont op geen van de 2 punten.');
    expect(saySweep([pays, pays], 'nl')[0]).toBe('Het loont op alle 2 punten.');
    expect(saySweep([open, open, open], 'nl')[0]).toBe('Of het loont, is op geen van de 3 punten te zeggen.');
    expect(saySweep([open, open], 'en')[0]).toBe('Whether it pays cannot be told at any of the 2 points.');
    expect(stays).toMatch(
      /^Afgerond is het nettosaldo ten opzichte van de referentie op alle punten [-\u2212].* per persoon\.$/,
    );
  });
});
