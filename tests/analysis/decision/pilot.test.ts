import { describe, expect, it } from 'vitest';
import { type PilotPlan, pilotsOf } from '../../../src/analysis/decision/pilot.js';
import { answerOf } from '../../../src/analysis/decision/pilot-answer.js';
import { assuranceOf, tellingOf } from '../../../src/analysis/decision/power.js';
import { monthlyOutcomeOf, outcomeAt } from '../../../src/analysis/outcome-by-month.js';
import { workingShare } from '../../../src/domain/measures/income.js';
import { leftEverythingShare, placedAfterHousing } from '../../../src/domain/measures/participation.js';
import { restrictedMean, selfSufficientShare } from '../../../src/domain/measures/self-sufficiency.js';
import { normalQuantile, normalSurvival } from '../../../src/engine/random/special.js';
import { sayPilots } from '../../../src/output/say-pilot.js';
import { madeResults } from '../made-results.js';
import { normals, sure } from './made-draws.js';

const model = {
  tracks: [
    { name: 'housing', states: ['waiting', 'housed'] },
    { name: 'income', states: ['bijstand', 'bijstand_part_time', 'work'] },
  ],
  milestones: [{ name: 'housed' }, { name: 'self_sufficient' }],
};

/** Counts of both halves, by row and month 0, 1, 2; all other rows are empty. */
const counts = (rows: number, row: number, halves: readonly (readonly number[])[]) =>
  Uint32Array.from(
    halves.flatMap((half) => Array.from({ length: rows }, (_, r) => (r === row ? half : [0, 0, 0])).flat()),
  );

/** Draws of two halves of 10 persons: who is self-sufficient at months 0, 1 and 2. */
const made = (reached: readonly (readonly (readonly number[])[])[]) =>
  madeResults({
    horizonMonths: 2,
    model,
    draws: reached.map((own) => ({
      persons: [10, 10],
      approaches: [
        {
          reached: counts(2, 1, [
            [0, 1, 2],
            [0, 1, 2],
          ]),
          occupancy: counts(5, 4, [
            [0, 3, 4],
            [0, 1, 6],
          ]),
        },
        { reached: counts(2, 1, own), occupancy: counts(5, 4, own) },
      ],
    })),
  });

describe('outcomeAt', () => {
  const results = made([
    [
      [0, 4, 6],
      [0, 2, 6],
    ],
  ]);

  it('reads who is past a milestone and who is in a state, with the variance between persons', () => {
    const reached = monthlyOutcomeOf(selfSufficientShare)!;
    const at = outcomeAt(results, 1, reached, 1);
    expect([...at.values.whole, ...at.values.halfDifference]).toEqual([0.3, 0.1]);
    // 6 of 20: 0.3 x 0.7 x 20 / 19, which is the usual estimate from ones and zeros.
    expect(at.variance).toBeCloseTo((6 * 0.7 ** 2 + 14 * 0.3 ** 2) / 19, 12);
    const working = outcomeAt(results, 0, monthlyOutcomeOf(workingShare)!, 2);
    expect(working.values.whole[0]).toBe(0.5);
  });

  it('counts months to a milestone up to the month', () => {
    // Of 20, 6 come in month 1 (half a month on average, evenly), 6 in month 2 (a month and a half), 8 do not (2 months).
    const at = outcomeAt(results, 1, monthlyOutcomeOf(restrictedMean)!, 2);
    const mean = (6 * 0.5 + 6 * 1.5 + 8 * 2) / 20;
    expect(at.values.whole[0]).toBeCloseTo(mean, 12);
    // Half the difference between 4, 2 and 4 persons, and 2, 4 and 4.
    expect(at.values.halfDifference[0]).toBeCloseTo((4 * 0.5 + 2 * 1.5 - 2 * 0.5 - 4 * 1.5) / 10 / 2, 12);
    // Mean squares: of a time that is even over a month, its middle squared and 1 / 12.
    const square = (6 * (0.25 + 1 / 12) + 6 * (2.25 + 1 / 12) + 8 * 4) / 20;
    expect(at.variance).toBeCloseTo(((square - mean ** 2) * 20) / 19, 12);
  });

  it('leaves out what is not known at any month', () => {
    expect(monthlyOutcomeOf(placedAfterHousing)).toBeUndefined();
    expect(monthlyOutcomeOf(leftEverythingShare)).toMatchObject({ kind: 'reached' });
  });
});

describe('assuranceOf', () => {
  const arm = (persons: number) => ({ persons, variance: 1 });
  const design = (persons: number) => ({ own: arm(persons), reference: arm(persons), correlation: 0 });

  it('is the power where the difference is known', () => {
    expect(assuranceOf(design(20), Float64Array.of(0.7, -0.7))).toBeCloseTo(
      tellingOf(design(20), 0.7).power,
      12,
    );
    expect(assuranceOf(design(1), Float64Array.of(0.7))).toBeNaN();
  });

  it('is that of a normal difference with a normal error: both add up', () => {
    // O'Hagan, Stevens and Campbell 2005, section 2: P(estimate > 1.96 error) with the variance of both. Here the far side is negligible.
    const [persons, m, s] = [500, 0.3, 0.05];
    const error = Math.sqrt(2 / persons);
    // Evenly over the distribution of the difference.
    const differences = Float64Array.from({ length: 200 }, (_, i) => m + s * normalQuantile((i + 0.5) / 200));
    const exact = normalSurvival((1.96 * error - m) / Math.hypot(error, s));
    expect(Math.abs(assuranceOf(design(persons), differences) - exact)).toBeLessThan(0.002);
  });
});

describe('pilotsOf', () => {
  const draws = 200;
  // Without the approach 4 of 20 by month 2; with it 10, and 4 in every second draw: halves alike, so that nothing but parameters differs.
  const results = made(
    Array.from({ length: draws }, (_, d) =>
      d % 2 === 0
        ? [
            [0, 4, 5],
            [0, 4, 5],
          ]
        : [
            [0, 1, 2],
            [0, 1, 2],
          ],
    ),
  );
  const benefit = sure(normals(1, draws).map((z) => 100 * z));
  const plan: PilotPlan = {
    persons: [40, 400],
    months: [2],
    lost: 0,
    recruits: 20,
    costs: { fixed: 1000, perPerson: 10, perPersonMonth: 5 },
    population: { perYear: 120, years: 10, rate: 0 },
  };
  const outcome = monthlyOutcomeOf(selfSufficientShare)!;
  const pilots = (changes: Partial<PilotPlan> = {}, own = benefit) =>
    pilotsOf(results, 1, outcome, [sure(new Float64Array(draws)), own], { ...plan, ...changes }, [1, 2]);

  const designOf = (persons: number, more = {}, correlation = 0) => ({
    own: { persons, ...more, variance: (((0.25 + 0.16) / 2) * 20) / 19 },
    reference: { persons, ...more, variance: (0.16 * 20) / 19 },
    correlation,
  });

  it('has independent persons in both halves, with the variance of the simulated lives', () => {
    const [small, large] = pilots();
    // 0.35 on average against 0.2; p (1 - p) n / (n - 1): 4 of 20 are there in all draws without, and 10 or 4 of 20 with the approach.
    expect(small!.difference).toBeCloseTo(0.15, 12);
    const { power, width } = tellingOf(designOf(20), 0.15);
    expect([small!.power, small!.width]).toEqual([expect.closeTo(power, 10), expect.closeTo(width, 10)]);
    // Half of the draws differ by 0.3, half not at all.
    expect(small!.assurance).toBeCloseTo((tellingOf(designOf(20), 0.3).power + 0.025) / 2, 3);
    expect(large!.power).toBeGreaterThan(0.9);
  });

  it('waits until the last has been measured, and counts what it costs', () => {
    const [small, large] = pilots();
    const lead = Math.abs(benefit.whole.reduce((sum, value) => sum + value, 0) / draws);
    // 40 at 20 a month, and 2 months: 4 months of the 120; 116 months of 10 people.
    expect([small!.until, small!.people]).toEqual([4, 1160]);
    expect(small!.cost).toBeCloseTo(1000 + 40 * (10 + 5 * 2) + 20 * lead, 8);
    expect(large!.until).toBe(22);
    expect(large!.people).toBeCloseTo(980, 8);
    expect(large!.netBenefit.value).toBeCloseTo(980 * large!.evsi.value - large!.cost, 8);
  });

  it('gives what all is worth to a pilot that leaves nothing open', () => {
    // The benefit is 1000 times the difference that the pilot measures less 300: 300 up or 300 down, so that to know it is worth 150.
    const exact = sure(Float64Array.from({ length: draws }, (_, d) => (d % 2 === 0 ? 300 : -300)));
    const [row] = pilots({ persons: [4_000_000] }, exact);
    expect(Math.abs(row!.evsi.value - 150)).toBeLessThan(3 * row!.evsi.error + 1);
    expect(pilots({}, exact)[0]!.evsi.value).toBeLessThan(row!.evsi.value);
  });

  it('loses sight of people, and takes only whole groups of start', () => {
    const [full] = pilots({ persons: [80] });
    // A half is lost in a year: in two months 1 - 0.5^(1/6).
    const [less] = pilots({ persons: [80], lost: 0.5 });
    expect((less!.width / full!.width) ** 2).toBeCloseTo(2 ** (1 / 6), 1);
    // Groups of 20 at a correlation of 0.05: the variance is 1.95 times as large, and there are 2 groups in a half.
    const [grouped] = pilots({ persons: [80], groups: { size: 20, correlation: 0.05 } });
    const design = designOf(40, { groups: 2 }, 0.05);
    expect(grouped!.width).toBeCloseTo(tellingOf(design, 0.15).width, 10);
    const [none] = pilots({ persons: [80], groups: { size: 40, correlation: 0.05 } });
    expect([none!.power, none!.evsi.value, none!.isBest]).toEqual([Number.NaN, Number.NaN, false]);
  });
});

describe('answerOf', () => {
  const pilot = (persons: number, months: number, power: number, value: number, error = 10) => ({
    persons,
    months,
    power,
    netBenefit: { value, error },
    ceiling: Number.NaN,
    following: 1000,
    isBest: false,
  });

  it('says which is too small, which tells, and what the best is worth', () => {
    const best = { ...pilot(480, 24, 0.95, 100), isBest: true };
    const all = [
      pilot(60, 30, 0.2, -5),
      pilot(240, 12, 0.7, 20),
      pilot(240, 30, 0.8, 50),
      pilot(480, 12, 0.9, 10),
      best,
    ];
    expect(answerOf(all, 256)).toEqual({ tooFew: 60, telling: all[2], best, worth: 'yes', most: 480 });
    expect(answerOf([pilot(60, 30, 0.2, -50)], 256)).toMatchObject({
      tooFew: 60,
      telling: undefined,
      worth: 'no',
    });
  });

  it.each([
    ['en', 'Following people was priced at nothing'],
    ['nl', 'Voor het volgen van mensen is niets gerekend'],
  ] as const)(
    'says in %s where following people was priced at nothing, and only there',
    (language, begin) => {
      const own = { ...pilot(480, 24, 0.95, 100), isBest: true };
      const said = (following: number) =>
        sayPilots(
          'x',
          'y',
          [{ ...own, difference: 1, cost: 9, evsi: own.netBenefit, following }],
          256,
          language,
        ).join(' ');
      expect(said(0)).toContain(begin);
      expect(said(1)).not.toContain(begin);
      // Of results that do not tell it.
      expect(said(Number.NaN)).not.toContain(begin);
    },
  );

  it('knows what it cannot tell', () => {
    expect(answerOf([{ ...pilot(60, 30, 0.9, 19), isBest: true }], 256).worth).toBe('open');
    // None is best, but one would be if its error had turned out otherwise.
    expect(answerOf([pilot(60, 30, 0.9, -19)], 256).worth).toBe('open');
    expect(answerOf([pilot(60, 30, 0.9, -50, Number.NaN)], 256).worth).toBe('open');
    // Errors of few draws do not tell that none would pay.
    expect(answerOf([pilot(60, 30, 0.9, -50)], 255).worth).toBe('open');
    expect(answerOf([pilot(60, 30, 0.9, -50)], 256).worth).toBe('no');
    // To know everything would not pay either.
    expect(answerOf([{ ...pilot(60, 30, 0.9, -50, 100), ceiling: -1 }], 256).worth).toBe('no');
    expect(answerOf([pilot(60, 30, Number.NaN, Number.NaN)], 256)).toMatchObject({
      worth: 'unknown',
      telling: undefined,
    });
  });
});
