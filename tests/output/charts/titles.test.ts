/** That titles call approaches by the names that readers know, not by what the program's own files call them. */

import { join } from 'node:path';
import { expect, it } from 'vitest';
import { differenceChart } from '../../../src/output/charts/difference.js';
import { wordsIn } from '../../../src/output/words/words.js';
import { folderWith } from '../../scenario/temporary-folder.js';
import { makeResults } from './results.js';

it.each(['en', 'nl'] as const)('of what changes name the approaches that change it (%s)', (language) => {
  const run = makeResults(join(folderWith({}), 'testdam'));
  const { title } = differenceChart(run, language);
  expect(title).toContain(wordsIn(language).quoted('A & B <together>'));
  expect(title).not.toMatch(/parallel|Sequential/);
  const sweep = wordsIn(language).charts.sweep.title('X and Y', 'Testdam');
  expect(sweep).toMatch(/X and Y/);
  expect(sweep).not.toContain('parallel');
});
