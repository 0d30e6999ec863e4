/** What reports say of the reference: true of it, or nothing. */

import { describe, expect, it } from 'vitest';
import { type RunData, readRunData } from '../../../../src/output/report/run-data.js';
import { comparisonSection } from '../../../../src/output/report/sections/comparison.js';
import { sayAbout, sayReference } from '../../../../src/output/report/sections/question.js';
import { speak } from '../../../../src/output/report/speech.js';
import { folderWith } from '../../../scenario/temporary-folder.js';
import { makeRun } from '../results.js';

const made = readRunData(makeRun(folderWith({}), 'made'));
const [dutch, english] = [speak('nl', made.law), speak('en', made.law)];
const course = made.parts.find(({ part }) => part === 'course')!;
const search = { ...course, part: 'search', starts: 'inburgering = exempt or passed or overdue' };

/** A run whose reference has such parts. */
const having = (...parts: RunData['parts'][number][]): RunData => ({ ...made, parts });
const inSteps = having(course, search);

describe('the reference', () => {
  it('is told by its steps, in both languages', () => {
    expect(sayReference([inSteps], english)).toEqual([
      'Under “Sequential” one step follows the other: permit, house, course and exam, and then looking for work.',
    ]);
    expect(sayReference([inSteps], dutch)).toEqual([
      'Onder ‘Sequential’ volgt de ene stap op de andere: vergunning, woning, cursus en examen, en dan zoeken naar werk.',
    ]);
  });

  it('stands behind what the scenario says of itself, and alone where it says nothing', () => {
    const [about] = sayAbout(
      { ...inSteps, manifest: { ...made.manifest, labels: { description: { nl: 'JAS.', en: 'JAS.' } } } },
      english,
    );
    expect(about).toMatchObject({ text: expect.stringMatching(/^In short: JAS\. Under “Sequential” one/) });
    expect(sayAbout(inSteps, english)).toMatchObject([{ text: sayReference([inSteps], english)[0] }]);
    expect(sayAbout({ ...inSteps, others: [] }, english)).toEqual([]);
  });

  it.each([
    ['opens the course in the centre', [{ ...course, starts: 'housing = centre or housed' }, search]],
    ['lets people look for work before', [course, { ...search, starts: 'housing = housed' }]],
    ['has an activity', [course, search, { ...course, part: 'coach' }]],
    ['lists no parts', []],
  ])('is not told by steps where it %s', (_, parts) => {
    expect(sayReference([having(...parts)], english)).toEqual([]);
    expect(sayAbout(having(...parts), dutch)).toEqual([]);
  });

  it('is told once of many runs, and not where they have unlike ones', () => {
    const question = (runs: readonly RunData[]) => {
      const [first] = comparisonSection(runs, [], english).blocks;
      return first!.kind === 'paragraph' ? first!.text : '';
    };
    expect(question([inSteps, inSteps]).split('one step follows the other')).toHaveLength(2);
    expect(question([inSteps, having(course)])).not.toContain('one step');
    const other = { ...inSteps, reference: { ...inSteps.reference, label: 'First the house' } };
    expect(question([inSteps, other])).not.toContain('one step');
  });
});
