/** Warnings of a run in a report: in its language, as far as the run keeps them in it. */

import { describe, expect, it } from 'vitest';
import type { Outside } from '../../../../src/domain/time/coverage.js';
import { type RunData, readRunData } from '../../../../src/output/report/run-data.js';
import { repeatSection } from '../../../../src/output/report/sections/repeat.js';
import { speak } from '../../../../src/output/report/speech.js';
import { outside } from '../../../../src/output/words/en/footing.js';
import { folderWith } from '../../../scenario/temporary-folder.js';
import { makeRun } from '../results.js';

const table: Outside = {
  kind: 'after',
  of: 'norms',
  ends: '2023',
  from: '2024-01-01',
  until: '2025-12-31',
} as Outside;
const made = readRunData(
  makeRun(folderWith({}), 'made', {
    warnings: { en: [outside(table), 'far outside'], nl: ['bijstandsnormen', 'ver erbuiten'] },
  }),
);

function warningsIn(language: 'en' | 'nl', manifest: Partial<RunData['manifest']> = {}) {
  const run = { ...made, manifest: { ...made.manifest, outside: [table], ...manifest } };
  const { blocks } = repeatSection([run], speak(language, made.law));
  return blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
}

describe('warnings of a run', () => {
  it('are in the language of the report, without what the summary says of tables', () => {
    expect(warningsIn('en')).toEqual(['far outside']);
    expect(warningsIn('nl')).toEqual(['ver erbuiten']);
  });

  it('are in English where the run is from before there was Dutch', () => {
    const { warnings_nl: _, ...before } = made.manifest;
    const run = { ...made, manifest: { ...before, outside: [table] } };
    const { blocks } = repeatSection([run], speak('nl', made.law));
    expect(blocks).toContainEqual({ kind: 'list', items: ['far outside'] });
  });
});
