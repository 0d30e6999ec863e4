/** Who takes part, as approaches.csv writes it and as a report says it. */

import { describe, expect, it } from 'vitest';
import type { Results } from '../../../src/analysis/results.js';
import { approachesTable } from '../../../src/output/package/approaches.js';
import type { Part, RunData } from '../../../src/output/report/run-data.js';
import { sayEnding } from '../../../src/output/report/sections/part-endings.js';
import { sayWho } from '../../../src/output/report/sections/who.js';
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
const whoOf = (part: string) => row(part).forWhom;

describe('who takes part', () => {
  it('stands in one line, with the aftercare and the labels of the numbers', () => {
    expect(row('jobcoach').forWhom).toBe(
      'age = 20 to 40 and education = low or high and mental_health_complaints = false and origin = syria and education low = 0.25 and share = 0.1 and prospects = 0.5',
    );
    expect(row('jobcoach')).toMatchObject({ aftercareWeeks: 52, aftercareStarts: 'end', phase: 3 });
    // Weeks and aftercare are published; the delay, the hours, the outflow (three answers, and its weeks; what the fourth leaves is no number of its own), the dropout (two answers) and both halves of the costs are assumed.
    expect(row('jobcoach').labels).toBe('published 2, assumption 10');
    expect(row('course')).toMatchObject({ forWhom: '', labels: '' });
  });

  it('is said in both languages', () => {
    const run = { origins, parts: [], manifest: {} } as unknown as RunData;
    const part = { ...row('jobcoach'), starts: 'housing = housed' } as unknown as Part;
    expect(sayWho(speak('en'), run, part)).toBe(
      'aged 20 to 40; education: low or high; those without mental health complaints; origin: Syria (with a house); 25% of the low-educated qualify; of those who qualify 10% are selected, on prospects of work, judged with an accuracy of 50%',
    );
    expect(sayWho(speak('nl'), run, part)).toBe(
      'van 20 tot en met 40 jaar; opleiding: laag of hoog; wie geen psychische klachten heeft; herkomst: Syrië (met een woning); 25% van wie laagopgeleid is, komt in aanmerking; van wie in aanmerking komt, wordt 10% gekozen, op kans op werk, ingeschat met een nauwkeurigheid van 50%',
    );
    expect(sayWho(speak('nl'), run, { ...part, forWhom: '', starts: '' })).toBe('iedereen');
  });
});

/** A part of a report, with what matters of it. */
const made = (name: string, more: Partial<Part> = {}) =>
  ({
    approach: 'parallel',
    part: name,
    label: name,
    starts: '',
    ends: '',
    forWhom: '',
    byAnswer: '',
    aftercareStarts: '',
    ...more,
  }) as Part;

describe('an activity for those in another', () => {
  const parts = [
    made('jobcoach', { label: 'Jobcoach (vrijwilliger)' }),
    made('route', { label: 'Route: werk' }),
    made('other_route', { label: 'Route: onderwijs' }),
  ];
  const labels = {
    'alternatives.placed.options.no.label': { nl: 'Nee, dat niet', en: 'No, not that' },
    'alternatives.placed.options.yes.label': { nl: 'Ja', en: 'Yes' },
  };
  const run = { origins, parts, byAnswer: [], manifest: { labels } } as unknown as RunData;
  const say = (more: Partial<Part>, language: 'nl' | 'en' = 'nl') =>
    sayWho(speak(language), run, made('taalcoach', more));

  it('is written as such', () => {
    expect(whoOf('taalcoach')).toBe('activity jobcoach = taking_part and share = 0.5');
    expect(whoOf('application_course')).toBe('activity jobcoach = taking_part');
  });

  it('is said to be for them, and of them a share', () => {
    const coached = {
      starts: 'jobcoach = taking_part',
      forWhom: 'activity jobcoach = taking_part and share = 0.5',
    };
    expect(say(coached)).toBe('wie ‘Jobcoach’ volgt; daarvan wordt 50% gekozen');
    expect(say(coached, 'en')).toBe('those in “Jobcoach”; of these 50% are selected');
    // Of the name only as much as tells it from another.
    const barred = {
      starts: 'route = not_eligible and inburgering = in_course and not (jobcoach = taking_part)',
      forWhom: 'activity route = not_eligible',
    };
    expect(say(barred)).toBe(
      'wie niet aan ‘Route: werk’ meedoet (inburgering: in_course, niet tijdens ‘Jobcoach’)',
    );
    expect(say({ forWhom: 'mental_health_complaints yes = 0.67' })).toBe(
      'iedereen; 67% van wie psychische klachten heeft, komt in aanmerking',
    );
  });

  it('has a number for each answer to an open question', () => {
    const share = {
      forWhom: 'share = 0',
      byAnswer: 'weeks = 3 (placed: no) or 3 (placed: yes); share = 0 (placed: no) or 0.5 (placed: yes)',
    };
    expect(say(share)).toBe('van allen wordt 0% (nee, dat niet) of 50% (ja) gekozen');
    expect(say(share, 'en')).toBe('0% (no, not that) or 50% (yes) of all are selected');
    // A question with one answer left decides nothing.
    const byTwo = 'share = 0 (placed: no, paid: much) or 0.5 (placed: yes, paid: much)';
    expect(say({ ...share, byAnswer: byTwo }, 'en')).toBe(
      '0% (no, not that) or 50% (yes) of all are selected',
    );
  });
});

describe('how an activity ends', () => {
  const run = { origins, parts: [made('jobcoach')], byAnswer: [], manifest: {} } as unknown as RunData;
  it('stands in the table: the condition, what follows, the way back, aftercare', () => {
    expect(row('jobcoach')).toMatchObject({ toEducation: 0, toVoluntaryWork: 0, voluntaryWeeks: 52 });
    expect(row('jobcoach').byAnswer).toBe(
      'to_education = 0 (placed: no) or 0.1 (placed: yes); to_voluntary_work = 0 (placed: no) or 0.9 (placed: yes)',
    );
    expect(row('taalcoach')).toMatchObject({ ends: 'not (jobcoach = taking_part)', byAnswer: '' });
  });

  it('is said in one cell', () => {
    const part = made('extra', {
      weeks: 52,
      ends: 'not (jobcoach = taking_part)',
      toEducation: 0.6,
      toVoluntaryWork: 0.1,
      voluntaryWeeks: 1,
      resumesWithinWeeks: 26,
      aftercareWeeks: 13,
      aftercareStarts: 'exit',
    });
    expect(sayEnding(speak('nl'), run, part)).toBe(
      'na 52 weken, of eerder: ‘jobcoach’ voorbij; 60% naar een opleiding; 10% naar vrijwilligerswerk (1 week); weer binnen 26 weken; weken nazorg: 13, vanaf uitstroom',
    );
    expect(sayEnding(speak('en'), run, { ...part, weeks: Number.NaN, toEducation: Number.NaN })).toBe(
      '“jobcoach” over; 10% to voluntary work (1 week); again within 26 weeks; weeks of aftercare: 13, from an exit on',
    );
  });
});
