/** Offers that touch no activity, of which a scenario is told. */

import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../../src/output/words/words.js';
import { notesOf, warningsOf } from '../../../src/run/write/warnings.js';
import { activity, approach, loaded, twins } from '../twins.js';

const tables = { dated: [] } as unknown as Parameters<typeof notesOf>[1];
const coach = activity('100');

/** What is said of the offers of approach a. */
function said(offers: string, activityOfA: string, says: typeof notesOf = notesOf) {
  const scenario = loaded(
    twins(approach(activityOfA), approach(coach)).replace('a: { label', `a: { offers: ${offers}, label`),
  );
  return says(scenario, tables).filter((note) => note.includes('offers'));
}

const bought = coach.replace('mandatory', 'bought_in: true, mandatory');
const ofWork = coach.replace('acts_on: [work]', 'acts_on: [language]');

describe('offers that touch no activity', () => {
  it('are a saving where nothing that costs something is bought in', () => {
    expect(said('{ cost_ratio: 0.8 }', coach)).toEqual([
      expect.stringMatching(
        /^approaches\.a\.offers\.cost_ratio: used nowhere \(.*a\.yaml:5:\d+\); it is of activities that cost something and say bought_in: true, of which there are none$/,
      ),
    ]);
    expect(
      said('{ cost_ratio: 0.8 }', coach, (scenario, tables) => [...warningsOf(scenario as never, tables).en]),
    ).toHaveLength(1);
    expect(said('{ cost_ratio: 0.8 }', bought)).toEqual([]);
    expect(said('{ cost_ratio: 0.8 }', bought.replace(/, costs: .*\]/, ''))).toHaveLength(1);
  });

  it('are employers where nothing acts on work, by itself or by its kind, or leads to it', () => {
    expect(said('{ placement: 0.5 }', ofWork)).toEqual([expect.stringMatching(/placement.*act on work/)]);
    expect(said('{ placement: 0.5 }', coach)).toEqual([]);
    expect(said('{ placement: 0.5 }', ofWork.replace('acts_on: [language]', 'kind: job_help'))).toEqual([]);
    expect(said('{ placement: 0.5 }', ofWork.replace('costs', 'outflow: { work: 0.2 }, costs'))).toEqual([]);
  });

  it('are schools where nothing acts on education, by itself or by its kind, or leads to it', () => {
    expect(said('{ school_places: 0.5 }', coach)).toEqual([
      expect.stringMatching(/school_places.*act on education/),
    ]);
    expect(said('{ school_places: 0.5 }', coach.replace('[work]', '[education]'))).toEqual([]);
    expect(said('{ school_places: 0.5 }', coach.replace('acts_on: [work]', 'kind: schooling'))).toEqual([]);
    expect(
      said('{ school_places: 0.5 }', coach.replace('costs', 'outflow: { education: 0.2 }, costs')),
    ).toEqual([]);
  });

  it('are not the waits and hours, which are of the course too, nor what is not there', () => {
    expect(said('{ wait_weeks: 4, outside_school_hours: 0.5 }', coach)).toEqual([]);
    expect(said('{}', coach)).toEqual([]);
  });

  it('are told in Dutch too', () => {
    const { unused } = wordsIn('nl').screen.commands.validate;
    const scenario = loaded(
      twins(approach(coach), approach(coach)).replace('a: { label', 'a: { offers: { cost_ratio: 2 }, label'),
    );
    expect(notesOf(scenario, tables, 'nl').some((note) => note.endsWith(unused.boughtIn))).toBe(true);
  });
});
