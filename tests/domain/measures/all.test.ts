/** What holds of every measure's object. */

import { describe, expect, it } from 'vitest';
import { buildApproach } from '../../../src/domain/approach.js';
import { hazard, type PersonalTransition } from '../../../src/domain/life/transition.js';
import { measuresOf } from '../../../src/domain/measures/all.js';
import { counterRewards } from '../../../src/domain/measures/counters.js';
import { allMeasures, findMeasure } from '../../../src/domain/measures/find.js';
import { labelOf, type MeasureWords } from '../../../src/domain/measures/measure.js';
import { decisive } from '../../../src/domain/measures/money.js';
import { groupByTrack } from '../../../src/domain/measures/reward.js';
import { wi2013 } from '../../../src/domain/regimes/wi2013/wi2013.js';
import { norms, scenarioOf } from '../life.js';

/** Made in each test, so that a fault planted in a measure is found by one. */
const made = () => measuresOf(wi2013, ['buddy']);

describe('the measures', () => {
  it('have a name each, and are over measures that there are', () => {
    const measures = made();
    const names = measures.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z][a-z0-9_]+$/.test(name))).toEqual([]);
    for (const { over } of measures) if (over !== undefined) expect(names).toContain(over);
  });

  it('have the same words in both languages', () => {
    const measures = made();
    const kinds = (words: MeasureWords) =>
      Object.entries(words).map(([key, value]) => `${key}: ${typeof value}`);
    for (const { name, words } of measures)
      expect([name, ...kinds(words.nl).sort()]).toEqual([name, ...kinds(words.en).sort()]);
  });

  it.each(['en', 'nl'] as const)(
    'say in %s what they are and what they count, of a part by its name',
    (language) => {
      const measures = made();
      const names = { part: (name: string) => `<${name}>`, payer: (name: string) => `(${name})` };
      const labels = measures.map((measure) => labelOf(measure, language, names));
      expect(new Set(labels).size).toBe(measures.length);
      measures.forEach(({ name, definition }, i) => {
        const said = definition[language];
        const text = typeof said === 'string' ? said : said(names);
        expect([name, text]).toEqual([name, expect.stringMatching(/^[A-Z].{20,}\.$/s)]);
        expect(labels[i]).toMatch(/^\S.*\S$/);
        if (name.endsWith('_buddy'))
          expect([text, labels[i]].filter((each) => each?.includes('<buddy>'))).toHaveLength(2);
      });
    },
  );

  it('share a counter only where they count the same', () => {
    const known = new Map<string, string>();
    for (const { source } of measuresOf(wi2013, ['buddy', 'coach']))
      for (const { name, ...rest } of 'counters' in source ? source.counters : []) {
        expect(name).not.toBe('');
        expect(JSON.stringify(rest)).toBe(known.get(name) ?? JSON.stringify(rest));
        known.set(name, JSON.stringify(rest));
      }
    expect(known.size).toBeGreaterThan(10);
  });

  it('are those of every law, and of no activity where none is named', () => {
    const names = allMeasures().map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(measuresOf(wi2013, []).map(({ name }) => name)));
    expect(names.filter((name) => /^(?:finished|placed|participation)_share_/.test(name))).toEqual(
      measuresOf(wi2013, [])
        .map(({ name }) => name)
        .filter((name) => /^(?:finished|placed|participation)_share_/.test(name)),
    );
  });

  it('are found by their name, those of an activity where it is known', () => {
    expect(findMeasure('net_balance_discounted')).toBe(decisive);
    expect(findMeasure('dropout_share_buddy')).toBeUndefined();
    expect(findMeasure('dropout_share_buddy', ['buddy'])?.over).toBe('participation_share_buddy');
  });

  it('are made of milestones that there are', () => {
    const measures = made();
    const { model } = buildApproach(scenarioOf({}, { buddy: {} }), 'only', norms);
    const milestones = model.milestones.map(({ name }) => name);
    const named = measures.flatMap(({ source }) => [
      ...('milestone' in source ? [source.milestone] : []),
      ...(source.kind === 'within' ? [source.of] : []),
    ]);
    const barred = measures.flatMap(({ source }) =>
      source.kind === 'reached' && source.without !== undefined ? [source.without] : [],
    );
    expect([...named, ...barred].filter((name) => !milestones.includes(name))).toEqual([]);
    expect(barred).toEqual(['overdue']);
  });

  it('have a section to themselves where one outcome stands for several', () => {
    const measures = made();
    const shown = measures.filter(({ section, isDetail }) => section === 'dropout' && isDetail !== true);
    expect(shown.map(({ name }) => name)).toEqual(['left_everything_share']);
  });
});

describe('counters', () => {
  it('count who leaves by what the move says, not by how it is called', () => {
    const move = (reason: string) => hazard('buddy', 'taking_part', 'dropped_out', [], { reason });
    const moves: PersonalTransition[] = [
      { ...move('health'), leaves: 'family' },
      move('family'),
      { ...move('other'), leaves: 'family' },
    ];
    const byTrack = groupByTrack(moves.map(({ transition }) => transition));
    const counted = counterRewards(wi2013, { course: 1, buddy: 1 }, ['buddy'], moves, byTrack);
    const of = (name: string) => {
      const reward = counted.find((each) => each.reward.name === name)!.reward;
      return reward.kind === 'event' ? reward.transitions : [];
    };
    const name = (reason: string) => `buddy: taking_part -> dropped_out (${reason})`;
    expect(of('count: dropout_reason:family')).toEqual([name('health'), name('other')]);
    expect(of('count: dropout_reason:health')).toEqual([]);
    expect(of('count: dropout:buddy')).toEqual([name('health'), name('family'), name('other')]);
  });

  it('are one each, however many measures ask for them', () => {
    const names = counterRewards(wi2013, { course: 1, buddy: 1 }, ['buddy'], [], new Map()).map(
      ({ reward }) => reward.name,
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name === 'work_months')).toHaveLength(1);
  });
});
