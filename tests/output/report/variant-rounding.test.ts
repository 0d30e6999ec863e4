/** What is printed of two runs and of what is between them: by hand, and of any two. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepOf } from '../../../src/output/number.js';
import { settleRounding } from '../../../src/output/report/rounding.js';
import type { ResultRow } from '../../../src/output/report/run-data.js';
import { settleVariant } from '../../../src/output/report/variant-rounding.js';
import { row } from './made-row.js';

const names = [
  'bijstand_cost_discounted',
  'programme_cost_discounted',
  'net_balance_discounted',
  'net_balance_municipality_discounted',
] as const;

/** Bijstand, programme, and the municipality's part of that. */
type Amounts = readonly [paid: number, spent: number, part: number];
type Printed = readonly [paid: number, spent: number, total: number, own: number];

const withSums = ([paid, spent, part]: Amounts): Printed => [paid, spent, -paid - spent, -paid - part];
const rowsOf = (approach: string, values: readonly number[], mcse: number, width = Number.NaN) =>
  values.map((value, i) => ({
    ...row(approach, names[i]!, value, mcse),
    low: value - width,
    high: value + width,
  }));
const minus = (one: readonly number[], other: readonly number[]) => one.map((value, i) => value - other[i]!);

/** A run of two approaches. */
function runOf(reference: Amounts, approach: Amounts, mcse: number) {
  const [a, b] = [withSums(reference), withSums(approach)];
  return {
    a,
    b,
    estimates: [...rowsOf('a', a, mcse), ...rowsOf('b', b, mcse)],
    differences: rowsOf('b', minus(b, a), mcse / 3),
    reference: 'a',
  };
}

/** What is printed of two runs: levels of each, what is between the runs, and the same of how the approaches differ in their balances. */
function printedOf(
  base: ReturnType<typeof runOf>,
  other: ReturnType<typeof runOf>,
  mcse: number,
  width?: number,
) {
  const changes = [
    ...rowsOf('a', minus(other.a, base.a), mcse, width),
    ...rowsOf('b', minus(other.b, base.b), mcse, width),
  ];
  const [, , gain] = other.differences;
  const [, , before] = base.differences;
  const shift = { ...gain!, estimate: gain!.estimate - before!.estimate, low: Number.NaN, high: Number.NaN };
  const printed = settleVariant(base, other, { changes, shifts: [shift] });
  const of = (rows: readonly ResultRow[]) => rows.map((each) => printed.get(each)!);
  return {
    before: of(base.estimates),
    after: of(other.estimates),
    changes: of(changes),
    contrasts: of([before!, gain!]),
    shift: printed.get(shift)!,
    rows: changes,
  };
}

const shown = (rows: readonly { readonly shown: number }[]) => rows.map((each) => each.shown);

describe('a run beside another', () => {
  const reference: Amounts = [66_500, 9_100, 0];

  it('prints what is nearest to nothing as nothing, though its own level would be another multiple', () => {
    // In hundreds 621.4, 178.0 and -799.4. With 32 euros more they are 621.72 and -799.72, which by themselves are 622 and -800.
    const base = runOf(reference, [62_140, 17_800, 3_000], 300);
    const other = runOf(reference, [62_172, 17_800, 3_000], 300);
    const { before, after, changes } = printedOf(base, other, 100);
    expect(shown(changes)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(shown(after)).toEqual(shown(before));
  });

  it('prints no balance of the municipality that has changed beside bijstand and programme that have not', () => {
    // As a run of eight draws had them. By themselves -67,573 and -68,121 are -68,000 both.
    const base = runOf([69_152, 9_143, 0], [62_789, 17_855, 4_784], 2_700);
    const other = runOf([69_500, 9_174, 0], [63_298, 17_950, 4_823], 2_700);
    const [paid, spent, , own] = shown(printedOf(base, other, 3_000).changes.slice(4));
    if (paid === 0 && spent === 0) expect(own).toBe(0);
  });

  it('keeps what its run prints by itself, as both stand in one report', () => {
    const shareOf = (own: number) => ({
      estimates: [row('a', 'm', 0.38247, 0.0045, 'share'), row('b', 'm', own, 0.0047, 'share')],
      differences: [row('b', 'm', own - 0.38247, 0.0016, 'share')],
      reference: 'a',
    });
    const [base, other] = [shareOf(0.44147), shareOf(0.4477)];
    const changes = [row('a', 'm', 0, 0, 'share'), row('b', 'm', 0.4477 - 0.44147, 0.0007, 'share')];
    const printed = settleVariant(base, other, { changes, shifts: [] });
    const alone = settleRounding(other, 'a').estimates.map(({ shown }) => shown);
    expect(other.estimates.map((each) => printed.get(each)!.shown)).toEqual(alone);
    expect(alone).toEqual([0.382, 0.447]);
    expect(printed.get(changes[1]!)!.shown).toBeCloseTo(0.006, 9);
  });

  it('has a finer step of its own where it surely is not nothing', () => {
    const [base, other] = [reference, [66_540, 9_100, 0] as const].map((own) =>
      runOf(own, [62_140, 17_800, 3_000], 1_100),
    );
    const { changes } = printedOf(base!, other!, 3, 10);
    expect(changes[0]).toEqual({ shown: 40, error: 10 });
    expect(changes[1]!.shown).toBe(0);
  });

  it('has the coarser step of the two', () => {
    const [fine, coarse] = [95, 1_005].map((mcse) => runOf(reference, [62_140, 17_800, 3_000], mcse));
    for (const [base, other] of [
      [fine!, coarse!],
      [coarse!, fine!],
    ] as const) {
      const { before, after, changes } = printedOf(base, other, 1_010);
      expect(new Set([...before, ...after, ...changes].map(({ error }) => error))).toEqual(new Set([1_005]));
      expect(shown(before).every((level) => level % 1_000 === 0)).toBe(true);
    }
  });
});

describe('any two runs', () => {
  const amount = fc.integer({ min: 1_000, max: 90_000 });
  const amounts = fc
    .tuple(amount, amount, fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([paid, spent, part]): Amounts => [paid, spent, Math.round(part * spent)]);
  const little = fc.integer({ min: -300, max: 300 });
  const nearly = fc.tuple(little, little, little);

  it('agree as printed, in rows and in columns, less than a step off', () => {
    fc.assert(
      fc.property(
        amounts,
        amounts,
        nearly,
        nearly,
        fc.constantFrom(28, 110, 460, 1_100),
        (a, b, ofA, ofB, mcse) => {
          const plus = (own: Amounts, more: Amounts) =>
            own.map((value, i) => Math.max(0, value + more[i]!)) as unknown as Amounts;
          const base = runOf(a, b, mcse);
          const other = runOf(plus(a, ofA), plus(b, ofB), mcse);
          const { before, after, changes, contrasts, shift, rows } = printedOf(base, other, mcse);
          const step = stepOf('euros', 1, mcse);
          for (const side of [before, after])
            for (const at of [0, 4]) {
              const [paid, spent, total] = shown(side.slice(at));
              expect(paid! + spent! + total!).toBeCloseTo(0, 6);
            }
          // What the levels cannot tell has a finer step of its own, which is rare.
          const isTold = ({ error }: { readonly error: number }) => error === mcse;
          for (const [i, { shown: change, error }] of changes.entries()) {
            expect(Math.abs(change - rows[i]!.estimate)).toBeLessThan(step);
            if (isTold({ error })) expect(before[i]!.shown + change).toBeCloseTo(after[i]!.shown, 6);
          }
          for (const at of [0, 4]) {
            const told = changes.slice(at, at + 3);
            if (told.every(isTold)) expect(shown(told).reduce((sum, each) => sum + each)).toBeCloseTo(0, 6);
          }
          if (isTold(shift)) expect(contrasts[0]!.shown + shift.shown).toBeCloseTo(contrasts[1]!.shown, 6);
          if (isTold(contrasts[1]!))
            expect(after[6]!.shown - after[2]!.shown).toBeCloseTo(contrasts[1]!.shown, 6);
        },
      ),
      { numRuns: 300 },
    );
  });
});
