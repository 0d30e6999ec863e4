/** What holds of every measure's object. */

import { describe, expect, it } from 'vitest';
import { buildApproach } from '../../../src/domain/approach.js';
import { hazard, type PersonalTransition } from '../../../src/domain/life/transition.js';
import { measuresOf } from '../../../src/domain/measures/all.js';
import { counterRewards } from '../../../src/domain/measures/counters.js';
import { findMeasure } from '../../../src/domain/measures/find.js';
import type { MeasureWords } from '../../../src/domain/measures/measure.js';
import { decisive } from '../../../src/domain/measures/money.js';
import { groupByTrack } from '../../../src/domain/measures/reward.js';
import { wi2013 } from '../../../src/domain/regimes/wi2013/wi2013.js';
import { norms, scenarioOf } from '../life.js';

const measures = measuresOf(wi2013, ['buddy']);
describe('the measures', () => {
  it('have a name each, and are over measures that there are', () => {
    const names = measures.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { over } of measures) if (over !== undefined) expect(names).toContain(over);
  });

  it('have the same words in both languages', () => {
    const kinds = (words: MeasureWords) =>
      Object.entries(words).map(([key, value]) => `${key}: ${typeof value}`);
    for (const { name, words } of measures)
      expect([name, ...kinds(words.nl).sort()]).toEqual([name, ...kinds(words.en).sort()]);
  });

  it('are found by their name, those of an activity where it is known', () => {
    expect(findMeasure('net_balance_discounted')).toBe(decisive);
    expect(findMeasure('dropout_share_buddy')).toBeUndefined();
    expect(findMeasure('dropout_share_buddy', ['buddy'])?.over).toBe('participation_share_buddy');
  });

  it('are made of milestones that there are', () => {
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
