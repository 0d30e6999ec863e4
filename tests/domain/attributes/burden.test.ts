/** Who may take part, by what they bear, and the rate at which a stated share of them leaves. */

import { describe, expect, it } from 'vitest';
import { rateOfShare } from '../../../src/domain/activities/dropout.js';
import { eligibilityOf } from '../../../src/domain/activities/eligibility.js';
import { type Attribute, noYes } from '../../../src/domain/attributes/attribute.js';
import { burdenGroups, type Candidates } from '../../../src/domain/attributes/burden.js';
import { mentalHealthComplaints } from '../../../src/domain/attributes/health.js';
import { attributeSampler, emptyAttributes } from '../../../src/domain/attributes/people.js';
import { centralScenario } from '../../../src/domain/parameters/draw.js';
import { deriveKey } from '../../../src/engine/random/threefry.js';
import { people } from '../../shipped.js';
import { activity, inEveryOrigin, quiet } from '../quiet.js';

describe('rateOfShare', () => {
  it('solves for a composition of two halves, one at twice the rate', () => {
    // With y = exp(-12 rate): (y + y^2) / 2 = 0.8, so y = (-1 + sqrt(1 + 6.4)) / 2.
    const halves = [
      { weight: 0.5, ratio: 1 },
      { weight: 0.5, ratio: 2 },
    ];
    const expected = -Math.log((-1 + Math.sqrt(7.4)) / 2) / 12;
    expect(rateOfShare(0.2, 12, halves) / expected).toBeCloseTo(1, 13);
  });

  it('meets the share under any composition', () => {
    for (const share of [1e-9, 0.001, 0.2, 0.7, 0.99, 0.999]) {
      for (const high of [0.001, 0.3, 1, 2.5, 100]) {
        for (const weight of [0, 0.01, 0.5, 0.99]) {
          const parts = [
            { weight, ratio: high },
            { weight: 0.7 * (1 - weight), ratio: 1 },
            { weight: 0.3 * (1 - weight), ratio: 1.7 },
          ];
          const rate = rateOfShare(share, 6, parts);
          const left = parts.reduce((sum, part) => sum - part.weight * Math.expm1(-6 * rate * part.ratio), 0);
          expect(left / share).toBeCloseTo(1, 9);
        }
      }
    }
  });

  it('comes as near as can be where some never leave, and is 0 where nobody can', () => {
    const parts = [
      { weight: 0.6, ratio: 0 },
      { weight: 0.4, ratio: 1 },
    ];
    // Half of the two fifths who can leave.
    expect(rateOfShare(0.2, 3, parts)).toBeCloseTo(Math.LN2 / 3, 12);
    const most = rateOfShare(0.9, 3, parts);
    expect(0.4 * (1 - Math.exp(-3 * most))).toBeCloseTo(0.4, 6);
    expect(rateOfShare(1, 3)).toBeLessThan(10);
    expect(rateOfShare(0.5, 3, [{ weight: 1, ratio: 0 }])).toBe(0);
    expect(rateOfShare(0.5, 3, [])).toBe(0);
  });
});

describe('burdenGroups', () => {
  const scenario = centralScenario(quiet(['cohort.size=1']));
  const who = [
    undefined,
    { mental_health_complaints: false },
    { mental_health_complaints: true, share: 0.5 },
    { household: ['single' as const, 'couple_with_children' as const] },
    { origin: ['eritrea' as const], sex: ['women' as const] },
    { education: ['low_literate' as const, 'high' as const] },
    { age: { from: 23, to: 38 } },
  ];

  it.each(who)('divides people as they are drawn, for %j', (limits) => {
    const draw = attributeSampler(scenario);
    const person = emptyAttributes(people);
    const counts = [0, 0, 0, 0];
    const only = activity(limits === undefined ? {} : { for: limits }) as Parameters<typeof eligibilityOf>[2];
    const isEligible = eligibilityOf(scenario, 'only', only);
    for (let i = 0; i < 40_000; i++) {
      const [key0, key1] = deriveKey(3, 5, i, 0);
      draw(person, key0, key1);
      if (!isEligible(person, key0, key1)) continue;
      const { codes } = person;
      const household = codes[people.at('household')]!;
      const family = household === 1 || household === 3 || codes[people.at('reunification_pending')] === 1;
      counts[codes[people.at('mental_health_complaints')]! * 2 + (family ? 1 : 0)]! += 1;
    }
    const total = counts.reduce((sum, count) => sum + count, 0);
    for (const { weight, complaints, family } of burdenGroups(
      scenario,
      limits && { for: limits, attributes: people.attributes },
    )) {
      const share = counts[complaints * 2 + family]! / total;
      expect(Math.abs(share - weight)).toBeLessThanOrEqual(4 * Math.sqrt((weight * (1 - weight)) / total));
    }
  });

  it.each([
    ['sex', { sex: ['men' as const] }],
    ['education', { education: ['low' as const, 'high' as const] }],
    ['age', { age: { from: 22, to: 29 } }],
    ['origin', { origin: ['syria' as const, 'eritrea' as const], sex: ['men' as const] }],
  ])('weighs origins by how many of each may take part: by %s', (_, limits) => {
    // Syrians all have complaints, Eritreans none; of Syrians a tenth may take part, of Eritreans four tenths.
    const linesOf = (origin: string, part: number) =>
      Object.entries({
        men: part,
        'education.low_literate': 0,
        'education.low': part / 2,
        'education.middle': 1 - part,
        'education.high': part / 2,
        // From 22 to 29 are 3 of the 7 years of the first band and 5 of the 10 of the second.
        'age.18-24': origin === 'syria' ? (part * 7) / 3 : 0,
        'age.25-34': origin === 'syria' ? 0 : (part * 10) / 5,
        'age.35-44': 1 - (origin === 'syria' ? (part * 7) / 3 : (part * 10) / 5),
        'age.45-54': 0,
        'age.55-64': 0,
      }).map(([line, value]) => `cohort.composition.${origin}.${line}=${value}`);
    const tree = quiet([
      ...['syria=0.5', 'eritrea=0.5', 'other=0'].map(
        (line) => `cohort.composition.${line.replace('=', '.share=')}`,
      ),
      ...inEveryOrigin('mental_health_complaints', 0),
      'cohort.composition.syria.mental_health_complaints=1',
      ...linesOf('syria', 0.1),
      ...linesOf('eritrea', 0.4),
    ]);
    const groups = burdenGroups(centralScenario(tree), { for: limits, attributes: people.attributes });
    const unwell = groups.filter(({ complaints }) => complaints === 1);
    expect(unwell.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(0.2, 12);
    expect(groups.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  // Of Syrians, all with complaints, a quarter is low-literate; of Eritreans, without complaints, half is; the others have a high education.
  const schooled = centralScenario(
    quiet(
      [
        ...['syria.share=0.5', 'eritrea.share=0.5', 'other.share=0'],
        ...['syria', 'eritrea'].flatMap((origin) => [
          `${origin}.education.low=0`,
          `${origin}.education.middle=0`,
        ]),
        ...['syria.education.low_literate=0.25', 'syria.education.high=0.75'],
        ...['eritrea.education.low_literate=0.5', 'eritrea.education.high=0.5'],
        ...['syria.mental_health_complaints=1', 'eritrea.mental_health_complaints=0'],
      ].map((line) => `cohort.composition.${line}`),
    ),
  );
  it.each([
    // Eight in ten low-literate people, two in ten of the others: 0.35 of Syrians, a half of Eritreans.
    ['education', [0.8, 0, 0, 0.2], {}, 7 / 17],
    // The low-literate among them: 0.2 of Syrians, 0.4 of Eritreans.
    ['education', [0.8, 0, 0, 0.2], { education: ['low_literate'] }, 1 / 3],
    ['mental_health_complaints', [0.3, 0.9], {}, 0.75],
  ])('asks of an attribute that depends on %s, %j, what goes with it: %j', (by, shares, more, unwell) => {
    const slow: Attribute = {
      name: 'slow',
      values: noYes,
      address: 'slow',
      eligibility: mentalHealthComplaints.eligibility,
      draw: () => ({ by: [by], shares }),
    };
    const limits = { ...more, slow: true } as Candidates['for'];
    const groups = burdenGroups(schooled, { for: limits, attributes: [...people.attributes, slow] });
    const found = groups.filter(({ complaints }) => complaints === 1);
    expect(found.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(unwell, 12);
  });

  it('is empty where the activity is for nobody', () => {
    const none = centralScenario(quiet(['cohort.size=1', ...inEveryOrigin('mental_health_complaints', 0)]));
    const unwell = { for: { mental_health_complaints: true }, attributes: people.attributes };
    expect(burdenGroups(none, unwell)).toEqual([]);
  });
});
