/** Under which answers a number has a value, in words. */

import { describe, expect, it } from 'vitest';
import { groupsOf, sayAnswers } from '../../../src/output/report/answer-words.js';
import type { Part, RunData } from '../../../src/output/report/run-data.js';
import { speak } from '../../../src/output/report/speech.js';

const answers = {
  paid: { question: { nl: 'Wie betaalt?', en: 'Who pays?' }, few: 'Few', many: 'Many', all: 'All' },
  long: { question: { nl: 'Duurt het lang?', en: 'Is it long?' }, no: 'No', yes: 'Yes' },
  free: { question: { nl: 'Is het vrij?', en: 'Is it free?' }, no: 'No', yes: 'Yes' },
};
const labels = Object.fromEntries(
  Object.entries(answers).map(([name, { question }]) => [`alternatives.${name}.question`, question]),
);
/** In the order of the scenario, which is not that of the rows below. */
const rows = Object.entries(answers).flatMap(([name, { question, ...options }]) =>
  Object.entries(options).map(([option, answer]) => ({
    alternative: `alternatives.${name}`,
    option,
    question: question.en,
    answer,
  })),
);
const run = { byAnswer: rows, manifest: { labels } } as unknown as RunData;

/** What the table of a run says: the value under every combination. */
function tableOf(numberAt: (long: string, free: string, paid: string) => number): string {
  const cells = ['no', 'yes'].flatMap((free) =>
    ['few', 'many', 'all'].flatMap((paid) =>
      ['no', 'yes'].map(
        (long) => `${numberAt(long, free, paid)} (free: ${free}, paid: ${paid}, long: ${long})`,
      ),
    ),
  );
  return `weeks = ${cells.join(' or ')}`;
}

function said(numberAt: Parameters<typeof tableOf>[0], language: 'nl' | 'en' = 'en') {
  const groups = groupsOf({ byAnswer: tableOf(numberAt) } as Part, 'weeks');
  const words = sayAnswers(speak(language), run, groups);
  return groups.map(({ value }, i) => `${value}: ${words[i]}`);
}

/** Whether what is said holds under answers: of a question that stands alone the answers tell which it is. */
function holds(words: string, given: { long: string; paid: string }): boolean {
  const isGiven = (said: string) => {
    const [names = '', question] = said.split(' to ');
    const ofPaid = question === undefined ? !/yes|no/.test(names) : question.includes('pays');
    return names.split(' or ').includes(ofPaid ? given.paid : given.long);
  };
  return words.split(', or ').some((condition) => condition.split(' and ').every(isGiven));
}

describe('the answers under which a number has a value', () => {
  it('are those to the one question that it hangs on', () => {
    expect(said((long) => (long === 'yes' ? 9 : 4))).toEqual(['4: no', '9: yes']);
    expect(said((_, __, paid) => (paid === 'all' ? 9 : 4))).toEqual(['4: few or many', '9: all']);
  });

  it('come with their questions where there are several, in the order of the scenario', () => {
    expect(said((long, free) => (long === 'yes' ? 8 : 4) - (free === 'yes' ? 1 : 0))).toEqual([
      '4: no to “Is it long?” and no to “Is it free?”',
      '8: yes to “Is it long?” and no to “Is it free?”',
      '3: no to “Is it long?” and yes to “Is it free?”',
      '7: yes to “Is it long?” and yes to “Is it free?”',
    ]);
    expect(said((long, free) => (long === 'yes' && free === 'no' ? 8 : 4), 'nl')).toEqual([
      '4: no op ‘Duurt het lang?’, of yes op ‘Is het vrij?’',
      '8: yes op ‘Duurt het lang?’ en no op ‘Is het vrij?’',
    ]);
  });

  it('leave out what makes no difference beside another answer', () => {
    // Whoever pays, it is 5 where it is long; else it hangs on who pays.
    expect(said((long, _, paid) => (long === 'yes' || paid === 'few' ? 5 : 2))).toEqual([
      '5: few to “Who pays?”, or yes to “Is it long?”',
      '2: many or all to “Who pays?” and no to “Is it long?”',
    ]);
  });

  it('are told one by one where nothing decides alone', () => {
    expect(said((long, free) => (long === free ? 1 : 2))).toEqual([
      '1: no to “Is it long?” and no to “Is it free?”, or yes to “Is it long?” and yes to “Is it free?”',
      '2: yes to “Is it long?” and no to “Is it free?”, or no to “Is it long?” and yes to “Is it free?”',
    ]);
  });

  it('hold for exactly the combinations that have the value', () => {
    // Every way to give two values to the six combinations of two of the questions.
    for (let mask = 1; mask < 63; mask++) {
      const numberAt = (long: string, _: string, paid: string) =>
        (mask >> (['few', 'many', 'all'].indexOf(paid) + (long === 'yes' ? 3 : 0))) & 1;
      const [one = '', other = ''] = said(numberAt);
      for (const each of [one, other]) {
        const [value = '', words = ''] = each.split(': ');
        for (const long of ['no', 'yes'])
          for (const paid of ['few', 'many', 'all'])
            expect(`${words}, ${long}, ${paid}: ${holds(words, { long, paid })}`).toBe(
              `${words}, ${long}, ${paid}: ${numberAt(long, '', paid) === Number(value)}`,
            );
      }
    }
  });
});
