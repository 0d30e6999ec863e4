/** Under which answers a number has a value, in words. */

import { describe, expect, it } from 'vitest';
import { groupsOf, sayAnswers } from '../../../src/output/report/answer-words.js';
import type { Part, RunData } from '../../../src/output/report/run-data.js';
import { speak } from '../../../src/output/report/speech.js';

const answers = {
  paid: { question: { nl: 'Wie betaalt?', en: 'Who pays?' }, few: 'Few', many: 'Many', all: 'All' },
  told: { question: { nl: 'Is het gezegd?', en: 'Is it told?' }, no: 'No, not that', yes: 'Yes, in part' },
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
const runOf = (questions: readonly string[]) =>
  ({
    byAnswer: rows.filter(({ alternative }) => questions.some((name) => alternative.endsWith(name))),
    manifest: { labels },
  }) as unknown as RunData;
const run = runOf(Object.keys(answers));

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

function said(numberAt: Parameters<typeof tableOf>[0], language: 'nl' | 'en' = 'en', of = run) {
  const groups = groupsOf({ byAnswer: tableOf(numberAt) } as Part, 'weeks', String);
  const words = sayAnswers(speak(language), of, groups);
  return groups.map(({ said: value }, i) => `${value}: ${words[i]}`);
}

/** Whether what is said holds under answers: of a question that stands alone the answers tell which it is. */
function holds(words: string, given: { long: string; paid: string }): boolean {
  const isGiven = (part: string) => {
    const [, question, names = ''] = /^(?:“(.*)”: )?(.*)$/.exec(part)!;
    const ofPaid = question === undefined ? !/yes|no/.test(names) : question.includes('pays');
    return names.split(' or ').includes(ofPaid ? given.paid : given.long);
  };
  const areGiven = (parts: string) => parts.split(' and ').every(isGiven);
  return words.split('; or ').some((condition) => {
    const [common = '', others] = condition.split(', and ');
    return areGiven(common) && (others === undefined || others.split(/ or (?=“)/).some(isGiven));
  });
}

describe('the answers under which a number has a value', () => {
  it('are those to the one question of the run', () => {
    const byLong = (long: string) => (long === 'yes' ? 9 : 4);
    expect(said(byLong, 'en', runOf(['long']))).toEqual(['4: no', '9: yes']);
    const byPaid = (_: string, __: string, paid: string) => (paid === 'all' ? 9 : 4);
    expect(said(byPaid, 'en', runOf(['paid']))).toEqual(['4: few or many', '9: all']);
    // With others in the run it is said once to which they are answers.
    expect(said(byLong)).toEqual(['4: “Is it long?”: no', '9: yes']);
    expect(said(byPaid, 'nl')).toEqual(['4: ‘Wie betaalt?’: few of many', '9: all']);
    const byName = groupsOf({ byAnswer: tableOf(byLong) } as Part, 'weeks', String);
    expect(sayAnswers(speak('en'), run, byName, true)).toEqual(['no', 'yes']);
    // Answers of several words tell it themselves.
    const part = { byAnswer: 'weeks = 4 (told: no) or 9 (told: yes)' } as Part;
    expect(sayAnswers(speak('en'), run, groupsOf(part, 'weeks', String))).toEqual([
      'no, not that',
      'yes, in part',
    ]);
  });

  it('come with their questions where there are several, in the order of the scenario', () => {
    expect(said((long, free) => (long === 'yes' ? 8 : 4) - (free === 'yes' ? 1 : 0))).toEqual([
      '4: “Is it long?”: no and “Is it free?”: no',
      '8: “Is it long?”: yes and “Is it free?”: no',
      '3: “Is it long?”: no and “Is it free?”: yes',
      '7: “Is it long?”: yes and “Is it free?”: yes',
    ]);
    expect(said((long, free) => (long === 'yes' && free === 'no' ? 8 : 4), 'nl')).toEqual([
      '4: ‘Duurt het lang?’: no; of ‘Is het vrij?’: yes',
      '8: ‘Duurt het lang?’: yes en ‘Is het vrij?’: no',
    ]);
  });

  it('leave out what makes no difference beside another answer', () => {
    // Whoever pays, it is 5 where it is long; else it hangs on who pays.
    expect(said((long, _, paid) => (long === 'yes' || paid === 'few' ? 5 : 2))).toEqual([
      '5: “Who pays?”: few; or “Is it long?”: yes',
      '2: “Who pays?”: many or all and “Is it long?”: no',
    ]);
  });

  it('say once what they have in common', () => {
    expect(
      said((long, free, paid) => (paid !== 'all' && (long === 'yes' || free === 'yes') ? 20 : 40)),
    ).toEqual([
      '40: “Who pays?”: all; or “Is it long?”: no and “Is it free?”: no',
      '20: “Who pays?”: few or many, and “Is it long?”: yes or “Is it free?”: yes',
    ]);
  });

  it('are told one by one where nothing decides alone', () => {
    expect(said((long, free) => (long === free ? 1 : 2))).toEqual([
      '1: “Is it long?”: no and “Is it free?”: no; or “Is it long?”: yes and “Is it free?”: yes',
      '2: “Is it long?”: yes and “Is it free?”: no; or “Is it long?”: no and “Is it free?”: yes',
    ]);
  });

  it('are one where their values are printed alike', () => {
    const part = { byAnswer: 'weeks = 40 (long: no) or 40.04 (long: yes)' } as Part;
    expect(groupsOf(part, 'weeks', (value) => value.toFixed(1))).toHaveLength(1);
    expect(groupsOf(part, 'weeks', String)).toHaveLength(2);
  });

  it('hold for exactly the combinations that have the value', () => {
    // Every way to give two values to the six combinations of two of the questions.
    for (let mask = 1; mask < 63; mask++) {
      const numberAt = (long: string, _: string, paid: string) =>
        (mask >> (['few', 'many', 'all'].indexOf(paid) + (long === 'yes' ? 3 : 0))) & 1;
      const [one = '', other = ''] = said(numberAt);
      for (const each of [one, other]) {
        const [, value, words = ''] = /^(\d): (.*)$/.exec(each)!;
        for (const long of ['no', 'yes'])
          for (const paid of ['few', 'many', 'all'])
            expect(`${words}, ${long}, ${paid}: ${holds(words, { long, paid })}`).toBe(
              `${words}, ${long}, ${paid}: ${numberAt(long, '', paid) === Number(value)}`,
            );
      }
    }
  });
});
