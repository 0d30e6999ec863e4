/** Who takes part, as approaches.csv writes it and as a report says it. */

import { describe, expect, it } from 'vitest';
import type { Results } from '../../../src/analysis/results.js';
import { approachesTable } from '../../../src/output/package/approaches.js';
import type { RunData } from '../../../src/output/report/run-data.js';
import { sayWho } from '../../../src/output/report/sections/participants.js';
import { speak } from '../../../src/output/report/speech.js';
import { origins, shippedTree } from '../../shipped.js';

const path = 'approaches.parallel.activities.jobcoach';
const tree = shippedTree('amsterdam', [
  `${path}.for={ age: { from: 20, to: 40 }, education: [low, high], mental_health_complaints: false, origin: [syria], part_of: { education: { low: 0.25 }, mental_health_complaints: ~ }, share: 0.1, selection: { on: prospects, accuracy: 0.5 } }`,
]);
const { rows } = approachesTable({
  municipality: 'Amsterdam',
  task: { tree, approaches: ['sequential', 'parallel'] },
} as unknown as Results);
const row = (part: string) => rows.find((each) => each.part === part && each.approach === 'parallel')!;

describe('who takes part', () => {
  it('stands in one line, with the aftercare and the labels of the numbers', () => {
    expect(row('jobcoach').forWhom).toBe(
      'age = 20 to 40 and education = low or high and mental_health_complaints = false and origin = syria and education low = 0.25 and share = 0.1 and prospects = 0.5',
    );
    expect(row('jobcoach')).toMatchObject({ aftercareWeeks: 52, aftercareStarts: 'end', phase: 3 });
    // Weeks and aftercare are published; the delay, the hours, the outflow (two answers of two numbers, and its weeks), and what the city pays are assumed; the other half is tied.
    expect(row('jobcoach').labels).toBe('published 2, assumption 9');
    expect(row('course')).toMatchObject({ forWhom: '', labels: '' });
  });

  it('is said in both languages', () => {
    const run = { origins } as unknown as RunData;
    expect(sayWho(speak('en'), run, row('jobcoach'))).toBe(
      'aged 20 to 40; education: low or high; mental health complaints: no; origin: Syria; of “education: low” 25% fits; 10% of those who fit is selected; on prospects of work, seen with an accuracy of 50%',
    );
    expect(sayWho(speak('nl'), run, row('jobcoach'))).toBe(
      'van 20 tot en met 40 jaar; opleiding: laag of hoog; psychische klachten: nee; herkomst: Syrië; met ‘opleiding: laag’: 25% komt in aanmerking; van wie in aanmerking komt, wordt 10% gekozen; op kans op werk, gezien met een nauwkeurigheid van 50%',
    );
    expect(sayWho(speak('nl'), run, { forWhom: '' })).toBe('iedereen');
  });
});
