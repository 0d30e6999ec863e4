/** On whom it falls never to leave bijstand, while the share of the cohort stays as stated. Shares worked out by hand. */

import { describe, expect, it } from 'vitest';
import { neverLeaving, sharesOfOdds } from '../../../src/domain/attributes/never-leaving.js';
import { attributeSampler, emptyAttributes } from '../../../src/domain/attributes/people.js';
import { people } from '../../shipped.js';
import { scenarioOf } from '../life.js';

const none = {
  age: { '18-24': 1, '25-34': 1, '35-44': 1, '45-54': 1, '55-64': 1 },
  education: { low_literate: 1, low: 1, middle: 1, high: 1 },
  mental_health: 1,
};

const one = { '18-24': 0, '25-34': 1, '35-44': 0, '45-54': 0, '55-64': 0 };
const profile = {
  men: 1,
  age: one,
  education: { low_literate: 0, low: 0, middle: 1, high: 0 },
  household: { single: 1, single_parent: 0, couple: 0, couple_with_children: 0 },
  reunification_pending: 0,
};

/** Syrians all with complaints, Eritreans all without, so many of each. */
const two = (syria: number, more: object = {}) => ({
  syria: { share: syria, ...profile, mental_health_complaints: 1, ...more },
  eritrea: { share: 1 - syria, ...profile, mental_health_complaints: 0 },
  other: { share: 0, ...profile, mental_health_complaints: 0 },
});

/** The share that never leaves, by age, education and complaints (no, yes). */
function shareOf(settings: Record<string, unknown>, band: number, level: number, unwell: 0 | 1): number {
  const draw = neverLeaving.draw(scenarioOf(settings));
  expect(draw.by).toEqual(['age', 'education', 'mental_health_complaints']);
  return draw.shares[(band * 4 + level) * 2 + unwell]!;
}

describe('odds of a stated share', () => {
  it('are as the ratios say, and the share of the whole is the stated one', () => {
    // Odds of 1/4 and of 4 times that: shares of 0.2 and 0.5, together 0.75 x 0.2 + 0.25 x 0.5 = 0.275.
    const [without, having] = sharesOfOdds(0.275, [
      { weight: 0.75, odds: 1 },
      { weight: 0.25, odds: 4 },
    ]);
    expect(without).toBeCloseTo(0.2, 14);
    expect(having).toBeCloseTo(0.5, 14);
  });

  it('meet any share under any ratios', () => {
    for (const share of [0, 1e-6, 0.09, 0.3, 0.999, 1]) {
      const parts = [0.01, 1, 3, 1e6].map((odds, i) => ({ weight: i + 1, odds }));
      const shares = sharesOfOdds(share, parts);
      const mean = shares.reduce((sum, each, i) => sum + (each * (i + 1)) / 10, 0);
      expect(Math.abs(mean - share)).toBeLessThan(1e-12);
    }
  });
});

describe('who never leaves bijstand', () => {
  it('hangs on complaints over the whole cohort, origins weighed by their people', () => {
    const settings = {
      'cohort.composition': two(0.25),
      'cohort.never_leaving': 0.275,
      'cohort.never_leaving_odds': { ...none, mental_health: 4 },
    };
    expect(shareOf(settings, 1, 2, 0)).toBeCloseTo(0.2, 14);
    expect(shareOf(settings, 1, 2, 1)).toBeCloseTo(0.5, 14);
  });

  it('hangs on age and education too: the ratios multiply', () => {
    // Everybody has complaints; a half is 55-64, and of both ages a half low-literate.
    const old = {
      age: { ...one, '25-34': 1, '55-64': 1 },
      education: { low_literate: 3, low: 0, middle: 3, high: 0 },
    };
    const settings = {
      'cohort.composition': two(1, old),
      // Odds at 25-34 and middle education: 3/8; the others 2, 4/3 and 8/3 times that: shares 3/11, 3/7, 1/3 and 1/2.
      'cohort.never_leaving': (3 / 11 + 3 / 7 + 1 / 3 + 1 / 2) / 4,
      'cohort.never_leaving_odds': {
        age: { ...none.age, '55-64': 2 },
        education: { ...none.education, low_literate: 4 / 3 },
        mental_health: 1.5,
      },
    };
    expect(shareOf(settings, 1, 2, 1)).toBeCloseTo(3 / 11, 13);
    expect(shareOf(settings, 4, 2, 1)).toBeCloseTo(3 / 7, 13);
    expect(shareOf(settings, 1, 0, 1)).toBeCloseTo(1 / 3, 13);
    expect(shareOf(settings, 4, 0, 1)).toBeCloseTo(1 / 2, 13);
  });

  it('is everybody alike without ratios, and the same persons where all ratios are 1', () => {
    const settings = { 'cohort.composition': two(0.4), 'cohort.never_leaving': 0.3 };
    expect(neverLeaving.draw(scenarioOf(settings))).toEqual({ by: [], shares: [0.3] });
    const [plain, neutral] = [settings, { ...settings, 'cohort.never_leaving_odds': none }].map((each) => {
      const draw = attributeSampler(scenarioOf(each));
      return Array.from({ length: 200 }, (_, i) => {
        const person = emptyAttributes(people);
        draw(person, i, 3);
        return [...person.codes];
      });
    });
    expect(neutral).toEqual(plain);
    expect(plain!.filter((codes) => codes[people.at('never_leaving')] === 1).length).toBeGreaterThan(30);
  });
});
